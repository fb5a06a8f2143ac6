using System.Net;

using Orleans.Messaging;

namespace AgentVerse.Client;

/// <summary>
/// The gateways of a cluster: those that the user named, and those that the cluster says it has. A client that knew one
/// alone would be lost with it.
/// </summary>
internal sealed class GatewayList(IReadOnlyList<IPEndPoint> named) : IGatewayListProvider, IAsyncDisposable
{
    /// <summary>How often the cluster is asked.</summary>
    internal static readonly TimeSpan RefreshPeriod = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private volatile IReadOnlyList<Uri> _gateways = [.. named.Select(UriOf)];
    private Task _following = Task.CompletedTask;

    public TimeSpan MaxStaleness => RefreshPeriod;

    public bool IsUpdatable => true;

    public Task InitializeGatewayListProvider() => Task.CompletedTask;

    public Task<IList<Uri>> GetGateways() => Task.FromResult<IList<Uri>>([.. _gateways]);

    /// <summary>Begins to ask the cluster.</summary>
    internal void Follow(IClusterClient client) => _following = Learn(client);

    /// <summary>Asks no further.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static Uri UriOf(IPEndPoint gateway) => new($"gwy.tcp://{gateway}/0");

    private async Task Learn(IClusterClient client)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                MembershipEntry[] silos = await client.GetGrain<IManagementGrain>(0).GetDetailedHosts(onlyActive: true);
                IEnumerable<IPEndPoint> found = silos.Where(s => s.ProxyPort > 0)
                    .Select(s => new IPEndPoint(s.SiloAddress.Endpoint.Address, s.ProxyPort));
                _gateways = [.. found.Concat(named).Distinct().Select(UriOf)];
            }
            catch (Exception e) when (e is OrleansException or TimeoutException)
            {
                // A gateway has just died; the next answer comes through another one.
            }

            await Task.Delay(RefreshPeriod, _stop.Token);
        }
    }
}
