namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>What a group of units needs, all replicas together where it says so.</summary>
public sealed record ResourceDemand
{
    /// <summary>CPU of all replicas, 1/1000 of a thread.</summary>
    public long CpuMilli { get; init; }

    /// <summary>Memory of all replicas, bytes.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Storage of all replicas by class, bytes, in the order of the scales.</summary>
    public IReadOnlyList<long> StorageBytes { get; init; } = [];

    /// <summary>Endpoints, counted once whatever the replicas.</summary>
    public long Endpoints { get; init; }

    /// <summary>Leased addresses, counted once whatever the replicas.</summary>
    public long LeasedIps { get; init; }
}
