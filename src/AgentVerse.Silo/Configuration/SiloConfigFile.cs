using System.Net;

using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using AgentVerse.Silo.Database;

namespace AgentVerse.Silo.Configuration;

/// <summary>Reads a silo's configuration: JSON with comments, checked as a whole.</summary>
public static class SiloConfigFile
{
    private const int PortMax = 65_535;

    /// <summary>The settings, or all that is wrong with them, a line each.</summary>
    /// <param name="path">The file.</param>
    /// <param name="silo">Number of the silo among those of this host, from 1: its ports are as much higher.</param>
    /// <param name="environment">Gives environment variables.</param>
    public static (SiloSettings? Settings, IReadOnlyList<string> Problems) Read(
        string path, int silo, Func<string, string?> environment)
    {
        if (!File.Exists(path))
        {
            return (null, [$"there is no file {path}"]);
        }

        (SettingsMap? read, IReadOnlyList<Problem> problems) =
            SettingsFile.Read(path, File.ReadAllText(path), SiloKeys.Root);
        if (read is null)
        {
            return (null, [.. problems.Select(p => p.ToString())]);
        }

        List<Problem> found = [];
        SiloSettings settings = Settings(read, silo - 1, environment, found);
        return found.Count > 0 ? (null, [.. found.Select(p => p.ToString())]) : (settings, []);
    }

    private static SiloSettings Settings(
        SettingsMap read, int offset, Func<string, string?> environment, List<Problem> problems)
    {
        SettingsMap listen = read.Section("listen");
        int siloPort = Port(listen, "siloPort", offset, problems);
        string data = Path.GetFullPath(read.Text("dataFolder"));
        string log = read.Text("logFile");
        int dashboard = listen.Int32("dashboardPort") == 0 ? -1 : Port(listen, "dashboardPort", offset, problems);
        SettingsMap queue = read.Section("queue");
        ClusterSettings? cluster = ClusterOf(read, environment, problems);
        CheckDifferent(listen, problems, "siloPort", "gatewayPort", "dashboardPort");
        CheckDifferent(listen, problems, "bindSiloPort", "bindGatewayPort", "dashboardPort");
        CheckBindAddress(listen, problems);
        CheckStore(read, problems);
        return new SiloSettings
        {
            DataFolder = data,
            PluginFolder = read.Text("pluginFolder"),
            Address = Address(listen, problems),
            SiloPort = siloPort,
            GatewayPort = Port(listen, "gatewayPort", offset, problems),
            SiloBinding = Binding(listen, "siloPort", "bindSiloPort", offset, problems),
            GatewayBinding = Binding(listen, "gatewayPort", "bindGatewayPort", offset, problems),
            DashboardPort = dashboard,
            Threads = read.Int32("threads"),
            LogFile = log.Length > 0 ? Path.GetFullPath(log) : Path.Combine(data, ".log", $"silo-{siloPort}.log"),
            Cluster = cluster,
            CheckpointsInDatabase = IsPostgreSql(read.Section("checkpoints").Text("store")),
            Queue = new(queue.Int32("experimentsMax"), queue.Int32("runsAtOnce")),
            DrainLimit = TimeSpan.FromSeconds(read.Section("drain").Integer("limit")),
        };
    }

    private static IPAddress Address(SettingsMap listen, List<Problem> problems)
    {
        string text = listen.Text("address");
        if (IPAddress.TryParse(text, out IPAddress? address)
            && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any))
        {
            return address;
        }

        problems.Add(listen.Problem(
            "address", text, "an IP address of this host, such as 127.0.0.1",
            "write the address that other silos reach this host at"));
        return IPAddress.Loopback;
    }

    /// <summary>Where the silo listens, if that is not where it is reached.</summary>
    private static IPEndPoint? Binding(
        SettingsMap listen, string reached, string bound, int offset, List<Problem> problems)
    {
        bool isSame = listen.Int32(bound) == 0;
        if (isSame && listen.Text("bindAddress").Length == 0)
        {
            return null;
        }

        string address = listen.Text(listen.Text("bindAddress").Length == 0 ? "address" : "bindAddress");
        int port = Port(listen, isSame ? reached : bound, offset, problems);
        return new IPEndPoint(
            IPAddress.TryParse(address, out IPAddress? parsed) ? parsed : IPAddress.Loopback, Math.Min(port, PortMax));
    }

    private static void CheckBindAddress(SettingsMap listen, List<Problem> problems)
    {
        string text = listen.Text("bindAddress");
        if (text.Length > 0 && !IPAddress.TryParse(text, out _))
        {
            problems.Add(listen.Problem(
                "bindAddress", text, "an IP address of this host, or 0.0.0.0", "write an address, or leave it empty"));
        }
    }

    private static int Port(SettingsMap listen, string key, int offset, List<Problem> problems)
    {
        int port = listen.Int32(key) + offset;
        if (port > PortMax)
        {
            problems.Add(listen.Problem(
                key, $"{port} with --silo {offset + 1}", $"at most {PortMax}", "choose a lower port"));
        }

        return port;
    }

    private static void CheckDifferent(SettingsMap listen, List<Problem> problems, params string[] keys)
    {
        foreach (string key in keys.Where(
            (k, i) => listen.Int32(k) > 0 && keys.Take(i).Any(o => listen.Int32(o) == listen.Int32(k))))
        {
            problems.Add(listen.Problem(
                key, $"{listen.Int32(key)}", "different from the other ports of the silo", "choose another port"));
        }
    }

    private static void CheckStore(SettingsMap read, List<Problem> problems)
    {
        SettingsMap checkpoints = read.Section("checkpoints");
        if (IsPostgreSql(checkpoints.Text("store")) && !IsPostgreSql(read.Section("cluster").Text("membership")))
        {
            problems.Add(checkpoints.Problem(
                "store", SiloKeys.PostgreSql, "folder while cluster.membership is single",
                "write \"membership\": \"postgresql\" below cluster, or \"store\": \"folder\""));
        }
    }

    private static ClusterSettings? ClusterOf(
        SettingsMap read, Func<string, string?> environment, List<Problem> problems)
    {
        SettingsMap cluster = read.Section("cluster");
        if (!IsPostgreSql(cluster.Text("membership"))
            || DatabaseOf(read.Section("database"), environment, problems) is not { } database)
        {
            return null;
        }

        return new ClusterSettings(database, new Watchfulness
        {
            ProbeTimeout = Seconds(cluster, "probeTimeout"),
            MissedProbes = cluster.Int32("missedProbes"),
            Votes = cluster.Int32("votes"),
            AliveEvery = Seconds(cluster, "aliveEvery"),
            RefreshEvery = Seconds(cluster, "refreshEvery"),
        });
    }

    private static DatabaseAddress? DatabaseOf(
        SettingsMap database, Func<string, string?> environment, List<Problem> problems)
    {
        (DatabaseAddress? address, string error) = DatabaseSource.Read(
            database.Text("environment"), database.Text("file"), environment);
        if (address is null)
        {
            string key = database.Text("file").Length > 0 ? "file" : "environment";
            problems.Add(database.Problem(
                key, database.Text(key), "where the connection string of PostgreSQL is", error));
        }

        return address;
    }

    private static bool IsPostgreSql(string word) => string.Equals(word, SiloKeys.PostgreSql, StringComparison.Ordinal);

    private static TimeSpan Seconds(SettingsMap settings, string key) => TimeSpan.FromSeconds(settings.Integer(key));
}
