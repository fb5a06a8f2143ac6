using AgentVerse.Model.Settings;

namespace AgentVerse.Silo.Configuration;

/// <summary>All keys of a silo's configuration, with range, default and reason. None can change a result.</summary>
internal static class SiloKeys
{
    /// <summary>The only version of the layout.</summary>
    internal const int Version = 1;

    /// <summary>Name of the environment variable that holds the connection string unless another is named.</summary>
    internal const string DefaultVariable = "AGENTVERSE_DB";

    internal const string Single = "single";
    internal const string PostgreSql = "postgresql";
    internal const string Folder = "folder";

    private const int PathMax = 400;
    private const int PortMax = 65_535;
    private const string Measured = "docs/decisions/0007-keep-membership-and-control-in-postgresql.md";

    /// <summary>The whole file.</summary>
    internal static Section Root { get; } = new("silo", "One silo of a cluster.",
    [
        Field.Integer("siloConfig", null, Version, Version, "", "Version of this layout."),
        Field.Text(
            "dataFolder", null, PathMax,
            "Folder that holds a folder for each experiment, shared by all silos; relative to where the silo is started."),
        Field.Text("pluginFolder", "", PathMax, "Folder whose subfolders are plug-ins; empty for 'plugins' beside the program."),
        Field.Text(
            "logFile", "", PathMax, "File for warnings and errors; empty for .log/silo-PORT.log in the data folder."),
        Field.Integer("threads", 0, 1, 1024, "threads", "Compute threads; auto is one a core.") with { Choices = ["auto"] },
        Field.Of("listen", Listen, "Where the silo listens."),
        Field.Of("cluster", Cluster, "How silos find each other and notice that one is lost."),
        Field.Of("database", Database, "Where the connection string of PostgreSQL is taken from; it never stands here."),
        Field.Of("checkpoints", Checkpoints, "Where the state of runs is saved."),
        Field.Of("queue", Queue, "How much is taken on at once."),
        Field.Of("drain", Drain, "How the silo leaves on SIGTERM."),
    ]);

    private static Section Listen => new("listen", "Addresses and ports.",
    [
        Field.Text(
            "address", "127.0.0.1", 45,
            "Address that silos and clients reach this silo at. There is no encryption and no login on these ports: "
            + "name another than loopback only in a private network."),
        Field.Integer("siloPort", 11111, 1, PortMax, "", "Port for other silos."),
        Field.Integer("gatewayPort", 30000, 1, PortMax, "", "Port for clients."),
        Field.Text(
            "bindAddress", "", 45,
            "Address of this host that it listens on where others reach it at another, in a container or behind a "
            + "translation of addresses; 0.0.0.0 is all. Empty: address."),
        Bound("bindSiloPort", "siloPort"),
        Bound("bindGatewayPort", "gatewayPort"),
        Field.Integer(
            "dashboardPort", 0, 1, PortMax, "", "Port of the Orleans Dashboard, on loopback always; none serves none.") with
        {
            Choices = ["none"],
        },
    ]);

    private static Field Bound(string name, string port) => Field.Integer(
        name, 0, 1, PortMax, "", $"Port that it listens on where others reach it at another; same is {port}.") with
    {
        Choices = ["same"],
    };

    private static Section Cluster => new("cluster", "Membership.",
    [
        Field.Choice(
            "membership", Single, [PostgreSql, Single],
            "single: this silo is the cluster, with its control state in files; postgresql: any number of silos."),
        Field.Duration("probeTimeout", 2, 1, 60, "Time in which a silo must answer a probe.", Measured),
        Field.Integer("missedProbes", 3, 1, 20, "probes", "Missed probes before a silo votes another dead.", Measured),
        Field.Integer(
            "votes", 2, 1, 10, "votes",
            "Votes that declare a silo dead; Orleans needs no more than half of the silos that live, rounded up.", Measured),
        Field.Duration("aliveEvery", 10, 1, 300, "How often a silo writes that it lives.", Measured),
        Field.Duration("refreshEvery", 10, 1, 300, "How often a silo reads the membership, besides being told.", Measured),
    ]);

    private static Section Database => new("database", "The connection string.",
    [
        Field.Text("environment", DefaultVariable, 100, "Environment variable that holds it."),
        Field.Text("file", "", PathMax, "File that holds it and nothing else; used instead of the variable if it is named."),
    ]);

    private static Section Checkpoints => new("checkpoints", "Checkpoints.",
    [
        Field.Choice(
            "store", Folder, [Folder, PostgreSql],
            "folder: in the experiments' folders; postgresql: in the database, where the folder is slow or cannot be trusted."),
    ]);

    private static Section Queue => new("queue", "Limits.",
    [
        Field.Integer("experimentsMax", 1000, 1, 100_000, "experiments", "Experiments that may wait or run; more are refused."),
        Field.Integer(
            "runsAtOnce", 0, 1, 10_000, "runs", "Runs that go at once in the whole cluster; auto is one a compute thread.") with
        {
            Choices = ["auto"],
        },
    ]);

    private static Section Drain => new("drain", "Leaving.",
    [
        Field.Duration(
            "limit", 60, 1, 3600, "Time for runs to commit and move to other silos; what has not by then goes on from its last commit."),
    ]);
}
