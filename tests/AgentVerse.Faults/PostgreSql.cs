using System.Globalization;

namespace AgentVerse.Faults;

/// <summary>A PostgreSQL of the trials' own, in a folder of its own, on loopback.</summary>
internal sealed class PostgreSql : IAsyncDisposable
{
    private const string User = "agentverse";
    private readonly string _bin;
    private readonly string _folder;

    private PostgreSql(string bin, string folder, int port)
    {
        _bin = bin;
        _folder = folder;
        Port = port;
    }

    internal int Port { get; }

    /// <summary>The connection string, through a port of one's own choice.</summary>
    internal static string Address(int port) =>
        $"Host=127.0.0.1;Port={port};Database=postgres;Username={User};Password=none";

    internal static async Task<PostgreSql> Start(string folder)
    {
        string bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin"
            : Environment.GetEnvironmentVariable("PG_BIN") ?? throw new InvalidOperationException(
                "the trials need PostgreSQL: install it, or name its bin folder in PG_BIN");
        Directory.CreateDirectory(folder);
        if (Shell.IsRoot)
        {
            await Shell.Run("chown", "postgres", folder);
        }

        PostgreSql server = new(bin, folder, Ports.Free());
        await server.Call("initdb", "-D", folder, "-A", "trust", "-U", User);
        await File.AppendAllTextAsync(Path.Combine(folder, "postgresql.conf"), string.Create(
            CultureInfo.InvariantCulture,
            $"\nlisten_addresses = '127.0.0.1'\nport = {server.Port}\nunix_socket_directories = '{folder}'\n"));
        await server.Start();
        return server;
    }

    internal Task Start() => Call("pg_ctl", "-D", _folder, "-l", Path.Combine(_folder, "log"), "-w", "-t", "120", "start");

    /// <summary>Stops it as a crash would: without a checkpoint, all connections cut.</summary>
    internal Task Crash() => Call("pg_ctl", "-D", _folder, "-m", "immediate", "-w", "stop");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(_folder, "postmaster.pid")))
        {
            await Crash();
        }
    }

    /// <summary>A server does not run as root; and it keeps the output of whoever starts it open.</summary>
    private Task Call(string program, params IEnumerable<string> arguments)
    {
        string path = Path.Combine(_bin, program);
        return Shell.IsRoot
            ? Shell.Quiet("runuser", ["-u", "postgres", "--", path, .. arguments])
            : Shell.Quiet(path, arguments);
    }
}
