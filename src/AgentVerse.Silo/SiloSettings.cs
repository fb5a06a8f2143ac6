using System.Net;

using AgentVerse.Grains;

namespace AgentVerse.Silo;

/// <summary>How a silo is hosted. Nothing here can change a result.</summary>
public sealed record SiloSettings
{
    /// <summary>Folder that holds a folder for each experiment.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder whose subfolders are plug-ins; empty for none.</summary>
    public string PluginFolder { get; init; } = "";

    /// <summary>Address that silos and clients reach it at.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port for other silos; 0 for a free one.</summary>
    public int SiloPort { get; init; }

    /// <summary>Port for clients; 0 for a free one.</summary>
    public int GatewayPort { get; init; }

    /// <summary>
    /// Where it listens for other silos if they reach it elsewhere, as behind a translation of addresses; null if not.
    /// </summary>
    public IPEndPoint? SiloBinding { get; init; }

    /// <summary>Where it listens for clients if they reach it elsewhere; null if not.</summary>
    public IPEndPoint? GatewayBinding { get; init; }

    /// <summary>
    /// Port of the silo that keeps the membership of silos on this host, if no database does; 0 if this is the one.
    /// </summary>
    public int PrimaryPort { get; init; }

    /// <summary>Port of the dashboard on loopback; 0 for a free one, -1 for none.</summary>
    public int DashboardPort { get; init; }

    /// <summary>Compute threads; 0 for one a core.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// Folder of the control state, if no database keeps it; empty for <c>.control</c> in the data folder.
    /// </summary>
    public string ControlFolder { get; init; } = "";

    /// <summary>File that warnings and errors go to; empty for the console.</summary>
    public string LogFile { get; init; } = "";

    /// <summary>
    /// Whether unfinished experiments of the data folder are gone on with. A silo of one command leaves the others
    /// alone.
    /// </summary>
    public bool Supervises { get; init; } = true;

    /// <summary>
    /// Membership and control state in PostgreSQL; null for one silo, or several on loopback, with files.
    /// </summary>
    public ClusterSettings? Cluster { get; init; }

    /// <summary>Whether segments of checkpoints go to the database instead of the experiments' folders.</summary>
    public bool CheckpointsInDatabase { get; init; }

    /// <summary>Limits of the queue.</summary>
    public QueueLimits Queue { get; init; } = new();

    /// <summary>Time for runs to commit and move on before the silo stops.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(60);
}
