using System.Net;
using System.Net.Sockets;

namespace AgentVerse.Faults;

/// <summary>A TCP proxy on loopback that can be cut, slowed down or made to hold all bytes.</summary>
internal sealed class FaultyLink : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly int _target;
    private readonly List<TcpClient> _open = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private TaskCompletionSource _flows = Flowing();
    private volatile int _delayMilliseconds;
    private volatile bool _isCut;

    /// <summary>Listens on a port, or on a free one, for whoever wants to reach the target.</summary>
    internal FaultyLink(int target, int port = 0)
    {
        _target = target;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = Accept();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Drops all connections and takes no new ones.</summary>
    internal void Cut()
    {
        _isCut = true;
        lock (_open)
        {
            _open.ForEach(c => c.Dispose());
            _open.Clear();
        }
    }

    /// <summary>Holds every packet for a time.</summary>
    internal void Delay(TimeSpan time) => _delayMilliseconds = (int)time.TotalMilliseconds;

    /// <summary>Holds all bytes; connections stay open.</summary>
    internal void Hold() => _flows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets everything pass again.</summary>
    internal void Mend()
    {
        _isCut = false;
        _delayMilliseconds = 0;
        _flows.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Cut();
        _flows.TrySetResult();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        TaskCompletionSource flows = new(TaskCreationOptions.RunContinuationsAsynchronously);
        flows.SetResult();
        return flows;
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            TcpClient near = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = Serve(near);
        }
    }

    private async Task Serve(TcpClient near)
    {
        using TcpClient far = new();
        using (near)
        {
            try
            {
                if (_isCut)
                {
                    return;
                }

                await far.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
                lock (_open)
                {
                    _open.RemoveAll(c => !c.Connected);
                    _open.AddRange([near, far]);
                }

                await Task.WhenAny(Pump(near.GetStream(), far.GetStream()), Pump(far.GetStream(), near.GetStream()));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException
                or InvalidOperationException or OperationCanceledException)
            {
                // Either side is gone; so is the connection.
            }
        }
    }

    private async Task Pump(NetworkStream from, NetworkStream to)
    {
        byte[] bytes = new byte[1 << 16];
        int count;
        while ((count = await from.ReadAsync(bytes, _stop.Token)) > 0)
        {
            await _flows.Task;
            if (_delayMilliseconds > 0)
            {
                await Task.Delay(_delayMilliseconds, _stop.Token);
            }

            await to.WriteAsync(bytes.AsMemory(0, count), _stop.Token);
        }
    }
}
