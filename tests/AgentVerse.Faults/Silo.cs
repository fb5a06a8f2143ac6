using System.Diagnostics;
using System.Globalization;

namespace AgentVerse.Faults;

/// <summary>One silo as a process, with a link of its own to the database and one that other silos reach it by.</summary>
internal sealed class Silo(string config, int number, FaultyLink database, FaultyLink peers, string folder) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private Process? _process;

    /// <summary>Its way to the database.</summary>
    internal FaultyLink Database => database;

    /// <summary>The way of other silos to it.</summary>
    internal FaultyLink Peers => peers;

    /// <summary>Lets everything pass again.</summary>
    internal void MendLinks()
    {
        database.Mend();
        peers.Mend();
    }

    internal bool IsAlive => _process is { HasExited: false };

    /// <summary>Memory that it holds.</summary>
    internal long Bytes
    {
        get
        {
            _process?.Refresh();
            return IsAlive ? _process!.WorkingSet64 : 0;
        }
    }

    /// <summary>Starts it without waiting; it was not alive.</summary>
    internal void Begin()
    {
        _process?.Dispose();
        File.Delete(Output);
        ProcessStartInfo start = new("sh", [
            "-c",
            $"exec dotnet '{Shell.Program}' silo --config '{config}' --silo {number.ToString(CultureInfo.InvariantCulture)} > '{Output}' 2>&1",
        ]);
        start.WorkingDirectory = folder;
        start.Environment["AGENTVERSE_DB"] = PostgreSql.Address(database.Port);
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
    }

    /// <summary>Waits until it is ready; one that ends instead, for another silo was not yet given up, is started again.</summary>
    internal async Task Ready()
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (!File.Exists(Output) || !(await File.ReadAllTextAsync(Output)).Contains("ready", StringComparison.Ordinal))
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException($"silo {number} did not start: {await File.ReadAllTextAsync(Output)}");
            }

            if (!IsAlive)
            {
                Begin();
            }

            await Task.Delay(100);
        }
    }

    internal void Signal(int signal)
    {
        if (_process is not null)
        {
            Shell.Signal(_process, signal);
        }
    }

    internal async Task Ended(TimeSpan limit)
    {
        using CancellationTokenSource patience = new(limit);
        try
        {
            await (_process?.WaitForExitAsync(patience.Token) ?? Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            Signal(Shell.SigKill);
        }
    }

    public void Dispose()
    {
        if (IsAlive)
        {
            _process!.Kill();
        }

        _process?.Dispose();
    }

    private string Output => Path.Combine(folder, $"silo-{number}.out");
}
