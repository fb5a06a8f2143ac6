namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>What each sub-mechanism of a subnet keeps for itself, by uid.</summary>
public sealed class MechanismState
{
    /// <summary>No commit is waiting: a commit block that masks nothing.</summary>
    public const long NoCommit = long.MaxValue;

    private readonly long[] _lastUpdate;
    private readonly long[] _commitBlock;
    private readonly ushort[] _incentive;

    internal MechanismState(int capacity)
    {
        _lastUpdate = new long[capacity];
        _commitBlock = new long[capacity];
        _incentive = new ushort[capacity];
        _commitBlock.AsSpan().Fill(NoCommit);
        Weights = new UidMatrix(capacity);
        Bonds = new UidMatrix(capacity);
    }

    /// <summary>Weights [validator, miner], each row max-upscaled to 65535.</summary>
    public UidMatrix Weights { get; }

    /// <summary>Bonds [validator, miner], 1/65535 (Yuma3) or by column maximum (Yuma2).</summary>
    public UidMatrix Bonds { get; }

    /// <summary>Block of the last setting or commit of weights, or of registration; by uid.</summary>
    public Span<long> LastUpdate => _lastUpdate;

    /// <summary>Block of the earliest unexpired commit, or <see cref="NoCommit"/>; by uid.</summary>
    public Span<long> CommitBlock => _commitBlock;

    /// <summary>Incentive of the last epoch, 1/65535; by uid.</summary>
    public Span<ushort> Incentive => _incentive;

    internal void Reset(int uid, long block)
    {
        _lastUpdate[uid] = block;
        _commitBlock[uid] = NoCommit;
        _incentive[uid] = 0;
        Weights.ClearRow(uid);
        Weights.ZeroColumn(uid);
        Bonds.ClearRow(uid);
    }
}
