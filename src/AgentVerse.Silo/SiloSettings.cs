namespace AgentVerse.Silo;

/// <summary>How a silo is hosted. Nothing here can change a result.</summary>
public sealed record SiloSettings
{
    /// <summary>Folder that holds a folder for each experiment.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder whose subfolders are plug-ins; empty for none.</summary>
    public string PluginFolder { get; init; } = "";

    /// <summary>Port for other silos on loopback; 0 for a free one.</summary>
    public int SiloPort { get; init; }

    /// <summary>Port for clients on loopback; 0 for a free one.</summary>
    public int GatewayPort { get; init; }

    /// <summary>Port of the silo that keeps the membership of silos on this host; 0 if this is the one.</summary>
    public int PrimaryPort { get; init; }

    /// <summary>Port of the dashboard on loopback; 0 for a free one, -1 for none.</summary>
    public int DashboardPort { get; init; }

    /// <summary>Compute threads; 0 for one a core.</summary>
    public int Threads { get; init; }

    /// <summary>Folder of the control state; empty for <c>.control</c> in the data folder.</summary>
    public string ControlFolder { get; init; } = "";

    /// <summary>File that warnings and errors go to; empty for the console.</summary>
    public string LogFile { get; init; } = "";

    /// <summary>
    /// Whether unfinished experiments of the data folder are gone on with. A silo of one command leaves the others
    /// alone.
    /// </summary>
    public bool Supervises { get; init; } = true;
}
