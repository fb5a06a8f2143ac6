namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>Prices of a unit of each resource, base units a block; none negative, not all zero.</summary>
public sealed record PriceScales
{
    /// <summary>Of 1/1000 of a thread.</summary>
    public Dec18 CpuMilli { get; init; }

    /// <summary>Of a mebibyte of memory.</summary>
    public Dec18 MemoryMebibyte { get; init; }

    /// <summary>Of a mebibyte of storage, by class.</summary>
    public IReadOnlyList<Dec18> StorageMebibyte { get; init; } = [];

    /// <summary>Of an endpoint.</summary>
    public Dec18 Endpoint { get; init; }

    /// <summary>Of a leased address.</summary>
    public Dec18 LeasedIp { get; init; }
}
