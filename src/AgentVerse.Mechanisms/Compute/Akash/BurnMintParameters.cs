namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>Parameters of burning and minting (AEP-76).</summary>
/// <remarks>Source: akash-network/node 3efe26bf, x/bme (params, keeper.go, abci.go).</remarks>
public sealed record BurnMintParameters
{
    /// <summary>Collateral ratio below which epochs lengthen, 1/10000.</summary>
    public long WarnBps { get; init; } = 9500;

    /// <summary>Collateral ratio at which minting of ACT halts, 1/10000.</summary>
    public long HaltBps { get; init; } = 9000;

    /// <summary>Blocks of an epoch while healthy, at least 1.</summary>
    public long MinEpochBlocks { get; init; } = 10;

    /// <summary>Growth of the epoch for each 10 bps below the warning, percent.</summary>
    public long BackoffPercent { get; init; } = 10;

    /// <summary>Longest epoch, blocks.</summary>
    public long MaxEpochBlocks { get; init; } = 14_400;

    /// <summary>Part of minted ACT that stays in the vault, 1/10000.</summary>
    public long MintSpreadBps { get; init; } = 25;

    /// <summary>Part of minted AKT that stays in the vault, 1/10000.</summary>
    public long SettleSpreadBps { get; init; }

    /// <summary>Least ACT to be minted, 1e-6 ACT.</summary>
    public long MinMintAct { get; init; } = 10_000_000;

    /// <summary>Least AKT to be minted, uakt.</summary>
    public long MinMintAkt { get; init; }

    /// <summary>Requests served at the end of a block.</summary>
    public long RecordsPerBlock { get; init; } = 50;

    /// <summary>Attempts after which a request that cannot be served is given up.</summary>
    public long MaxAttempts { get; init; } = 3;
}
