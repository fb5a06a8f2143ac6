using System.Globalization;
using System.Net;

using AgentVerse.Client;

namespace AgentVerse.Faults;

/// <summary>Three silos as processes, a PostgreSQL, a disk of their own that can be filled.</summary>
internal sealed class FaultCluster : IAsyncDisposable
{
    internal const int SiloCount = 3;
    private const int DiskMebibytes = 192;
    private const int LockAttempts = 200;
    private readonly string _folder;
    private readonly bool _isMounted;
    private readonly PostgreSql _database;

    private FaultCluster(string folder, bool isMounted, PostgreSql database, IReadOnlyList<Silo> silos, AgentVerseClient client)
    {
        _folder = folder;
        _isMounted = isMounted;
        _database = database;
        Silos = silos;
        Client = client;
    }

    internal IReadOnlyList<Silo> Silos { get; }

    internal AgentVerseClient Client { get; }

    internal PostgreSql Database => _database;

    /// <summary>The data folder of the silos.</summary>
    internal string Data => Path.Combine(_folder, "disk", "data");

    internal static async Task<FaultCluster> Start(bool checkpointsInDatabase = false, int diskMebibytes = DiskMebibytes)
    {
        // Where everybody may look: the server runs as another user.
        string folder = Path.Combine(Path.GetTempPath(), $"agentverse-faults-{Guid.NewGuid():n}"[..30]);
        Directory.CreateDirectory(Path.Combine(folder, "disk"));
        bool isMounted = Shell.IsRoot
            && (await Shell.Try("mount", "-t", "tmpfs", "-o", $"size={diskMebibytes}m", "tmpfs", Path.Combine(folder, "disk"))).Code == 0;
        Directory.CreateDirectory(Path.Combine(folder, "disk", "data"));
        PostgreSql database = await PostgreSql.Start(Path.Combine(folder, "pg"));
        await InitDatabase(database);

        // To reach silos at, for clients, to listen on.
        int port = Ports.Free(3 * SiloCount);
        string config = Path.Combine(folder, "silo.json");
        await File.WriteAllTextAsync(config, Config(folder, port, checkpointsInDatabase ? "postgresql" : "folder"));
        Silo[] silos =
        [
            .. Enumerable.Range(1, SiloCount).Select(n => new Silo(
                config, n, new FaultyLink(database.Port), new FaultyLink(port + (2 * SiloCount) + n - 1, port + n - 1), folder)),
        ];
        Array.ForEach(silos, s => s.Begin());
        await Task.WhenAll(silos.Select(s => s.Ready()));
        AgentVerseClient client = await AgentVerseClient.Connect(
            [.. Enumerable.Range(0, SiloCount).Select(n => new IPEndPoint(IPAddress.Loopback, port + SiloCount + n))]);
        return new FaultCluster(folder, isMounted, database, silos, client);
    }

    /// <summary>Mends all links, the database and the disk, and has all silos alive.</summary>
    internal async Task Heal()
    {
        await Mend();
        foreach (Silo silo in Silos)
        {
            silo.Signal(Shell.SigCont);
        }

        // A silo that was given up ends itself in its own time.
        await Task.Delay(TimeSpan.FromSeconds(1));
        foreach (Silo silo in Silos.Where(s => !s.IsAlive))
        {
            silo.Begin();
        }

        await Task.WhenAll(Silos.Select(s => s.Ready()));
    }

    /// <summary>Does something to all links between silos.</summary>
    internal void Between(Action<FaultyLink> change)
    {
        foreach (Silo silo in Silos)
        {
            change(silo.Peers);
        }
    }

    /// <summary>Mends all links and the disk.</summary>
    internal async Task Mend()
    {
        foreach (Silo silo in Silos)
        {
            silo.MendLinks();
        }

        await MendDisk();
    }

    /// <summary>Leaves no byte on the disk, or makes the folder read-only where no disk can be mounted.</summary>
    internal void FillDisk()
    {
        if (!_isMounted)
        {
            File.SetUnixFileMode(Data, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            return;
        }

        byte[] block = new byte[1 << 16];
        using FileStream ballast = new(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                ballast.Write(block);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    /// <summary>Makes the disk read-only, as soon as nobody is writing a file.</summary>
    internal async Task LockDisk()
    {
        if (!_isMounted)
        {
            FillDisk();
            return;
        }

        for (int i = 0; i < LockAttempts && (await Remount("ro")).Code != 0; i++)
        {
            await Task.Delay(10);
        }
    }

    private async Task MendDisk()
    {
        if (_isMounted)
        {
            await Remount("rw");
            File.Delete(Ballast);
        }
        else
        {
            File.SetUnixFileMode(Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The last lines of all logs of silos.</summary>
    internal string Logs() => string.Concat(Directory.EnumerateFiles(Path.Combine(_folder, "logs")).Select(f =>
        $"--- {f}{Environment.NewLine}{string.Join(Environment.NewLine, File.ReadLines(f).Where(l => l.Length > 0 && char.IsAsciiDigit(l[0])).TakeLast(12))}{Environment.NewLine}"));

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        foreach (Silo silo in Silos)
        {
            silo.Signal(Shell.SigKill);
            await silo.Ended(TimeSpan.FromSeconds(5));
            silo.Dispose();
            await silo.Database.DisposeAsync();
            await silo.Peers.DisposeAsync();
        }

        await _database.DisposeAsync();
        if (_isMounted)
        {
            await Shell.Try("umount", "-l", Path.Combine(_folder, "disk"));
        }

        Directory.Delete(_folder, recursive: true);
    }

    private Task<(int Code, string Text)> Remount(string mode) =>
        Shell.Try("mount", "-o", $"remount,{mode}", Path.Combine(_folder, "disk"));

    private string Ballast => Path.Combine(_folder, "disk", "ballast");

    /// <summary>As silo-config/three.json, with times for tests of one host.</summary>
    private static string Config(string folder, int port, string store) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "siloConfig": 1,
          "dataFolder": "{{folder}}/disk/data",
          "logFile": "{{folder}}/logs/silo.log",
          "threads": 1,
          "listen": {"siloPort": {{port}}, "gatewayPort": {{port + SiloCount}}, "bindSiloPort": {{port + (2 * SiloCount)}}},
          "cluster": {"membership": "postgresql", "aliveEvery": "5s", "refreshEvery": "5s"},
          "checkpoints": {"store": "{{store}}"},
          "queue": {"runsAtOnce": 4},
          "drain": {"limit": "30s"}
        }
        """);

    private static async Task InitDatabase(PostgreSql database)
    {
        Environment.SetEnvironmentVariable("AGENTVERSE_DB", PostgreSql.Address(database.Port));
        await Shell.Run("dotnet", Shell.Program, "db", "init");
        await Shell.Run("dotnet", Shell.Program, "db", "check");
    }
}
