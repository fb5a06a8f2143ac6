using AgentVerse.Silo.Database;

namespace AgentVerse.Silo;

/// <summary>A cluster whose silos find each other by a database.</summary>
/// <param name="Database">PostgreSQL with the membership and the control state.</param>
/// <param name="Watchfulness">How silos notice that one is lost.</param>
public sealed record ClusterSettings(DatabaseAddress Database, Watchfulness Watchfulness);

/// <summary>
/// How silos notice that one is lost. With the defaults a killed silo is noticed in 3 s and one that hangs in 25 s.
/// </summary>
public sealed record Watchfulness
{
    /// <summary>Time in which a silo must answer a probe.</summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Missed probes before a silo votes another dead.</summary>
    public int MissedProbes { get; init; } = 3;

    /// <summary>Votes that declare a silo dead.</summary>
    public int Votes { get; init; } = 2;

    /// <summary>How often a silo writes that it lives.</summary>
    public TimeSpan AliveEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a silo reads the membership.</summary>
    public TimeSpan RefreshEvery { get; init; } = TimeSpan.FromSeconds(10);
}
