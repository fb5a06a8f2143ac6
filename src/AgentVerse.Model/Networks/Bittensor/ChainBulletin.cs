using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.State;

namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>
/// What the chain publishes: issuance, and the TAO of every block of the coming tick for every subnet. Subnets mint
/// what is theirs from it and the chain counts the same sum, so nothing is sent between shards.
/// </summary>
public sealed class ChainBulletin : Bulletin, ITokenSupply
{
    private long _firstBlock;
    private long _issuance;
    private long _rootStake;
    private byte _rootSells;
    private int _slotToEvict = -1;
    private long _lockCost;
    private double _rootYield;
    private long _rootStaked;
    private long _lastLock;
    private long _lastLockBlock;
    private ulong[] _rootHotkeys = [];
    private long[] _rootStakes = [];
    private int[] _netuids = [];
    private int[] _segmentFrom = [];
    private long[] _segmentEmission = [];
    private ulong[] _tao = [];

    /// <summary>Number of the first block of the coming tick.</summary>
    public long FirstBlock { get => _firstBlock; init => _firstBlock = value; }

    /// <summary>
    /// TAO issued before that block, rao; what subnets recycled in the last tick is not yet taken off.
    /// </summary>
    public long Issuance { get => _issuance; init => _issuance = value; }

    /// <inheritdoc/>
    public string Token => BittensorTerms.Tao;

    /// <inheritdoc/>
    public long Minted => _issuance;

    /// <summary>All TAO issued circulates: none was sold before, and stake may leave at once.</summary>
    public long Circulating => _issuance;

    /// <summary>None: what holders on root earn is emission, and recycled fees are minted again.</summary>
    public double AnnualFeesUsd => 0;

    /// <summary>TAO staked on root, rao.</summary>
    public long RootStake { get => _rootStake; init => _rootStake = value; }

    /// <summary>Whether root's part of alpha is kept for root; otherwise it is recycled.</summary>
    public bool RootSells { get => _rootSells != 0; init => _rootSells = value ? (byte)1 : (byte)0; }

    /// <summary>
    /// Shard of the subnet that a new one would replace; -1 if none may be given up. Registrations go to that shard.
    /// </summary>
    public int SlotToEvict { get => _slotToEvict; init => _slotToEvict = value; }

    /// <summary>Lock that a new subnet costs at the first block of the coming tick, rao.</summary>
    public long LockCost { get => _lockCost; init => _lockCost = value; }

    /// <summary>TAO that root earns a day for each TAO staked, smoothed with a half-life of a day.</summary>
    public double RootYield { get => _rootYield; init => _rootYield = value; }

    /// <summary>Of the TAO staked on root, what agents stake, rao.</summary>
    public long RootStaked { get => _rootStaked; init => _rootStaked = value; }

    /// <summary>Lock of the last registration of a subnet that the chain knows of, rao.</summary>
    public long LastLock { get => _lastLock; init => _lastLock = value; }

    /// <summary>Block of that registration; 0 if there was none.</summary>
    public long LastLockBlock { get => _lastLockBlock; init => _lastLockBlock = value; }

    /// <summary>Accounts of hotkeys with which agents stake on root, ascending; the largest 1024.</summary>
    public ReadOnlySpan<ulong> RootHotkeys => _rootHotkeys;

    /// <summary>Numbers of the subnets, in order of their shards.</summary>
    public ReadOnlySpan<int> Netuids => _netuids;

    /// <summary>
    /// First block of each stretch of equal block emission, counted from the start of the tick; begins with 0.
    /// </summary>
    public ReadOnlySpan<int> SegmentFrom => _segmentFrom;

    /// <summary>Block emission of each stretch, rao.</summary>
    public ReadOnlySpan<long> SegmentEmission => _segmentEmission;

    /// <summary>TAO a block for the subnet in this place during a stretch, rao with 32 fraction bits.</summary>
    public ulong TaoOf(int segment, int place) => _tao[(segment * _netuids.Length) + place];

    /// <summary>TAO that agents stake on root with a hotkey, rao.</summary>
    public long RootStakeOf(ulong hotkey)
    {
        int place = Array.BinarySearch(_rootHotkeys, hotkey);
        return place < 0 ? 0 : _rootStakes[place];
    }

    /// <summary>A bulletin with the plan of the coming tick and the stakes on root, which now belong to it.</summary>
    /// <param name="netuids">Numbers of the subnets.</param>
    /// <param name="segmentFrom">First block of each stretch.</param>
    /// <param name="segmentEmission">Block emission of each stretch, rao.</param>
    /// <param name="tao">TAO a block [stretch, subnet], rao with 32 fraction bits.</param>
    /// <param name="rootStakes">Hotkeys in ascending order, and what agents stake on root with each, rao.</param>
    public ChainBulletin(
        int[] netuids, int[] segmentFrom, long[] segmentEmission, ulong[] tao,
        (ulong[] Hotkeys, long[] Stakes) rootStakes)
        : this(netuids, segmentFrom, segmentEmission, tao) =>
        (_rootHotkeys, _rootStakes) = rootStakes;

    /// <summary>A bulletin with the plan of the coming tick.</summary>
    /// <param name="netuids">Numbers of the subnets.</param>
    /// <param name="segmentFrom">First block of each stretch.</param>
    /// <param name="segmentEmission">Block emission of each stretch, rao.</param>
    /// <param name="tao">TAO a block [stretch, subnet], rao with 32 fraction bits.</param>
    public ChainBulletin(int[] netuids, int[] segmentFrom, long[] segmentEmission, ulong[] tao)
    {
        _netuids = netuids;
        _segmentFrom = segmentFrom;
        _segmentEmission = segmentEmission;
        _tao = tao;
    }

    /// <summary>An empty bulletin, to be read into.</summary>
    public ChainBulletin()
    {
    }

    /// <inheritdoc/>
    public override void Carry(StateCodec codec)
    {
        codec.Value("firstBlock", ref _firstBlock);
        codec.Value("issuance", ref _issuance);
        codec.Value("rootStake", ref _rootStake);
        codec.Value("rootSells", ref _rootSells);
        codec.Value("slotToEvict", ref _slotToEvict);
        codec.Value("lockCost", ref _lockCost);
        codec.Value("rootYield", ref _rootYield);
        codec.Value("rootStaked", ref _rootStaked);
        codec.Value("lastLock", ref _lastLock);
        codec.Value("lastLockBlock", ref _lastLockBlock);
        codec.Array("rootHotkeys", ref _rootHotkeys);
        codec.Array("rootStakes", ref _rootStakes);
        codec.Array("netuids", ref _netuids);
        codec.Array("segmentFrom", ref _segmentFrom);
        codec.Array("segmentEmission", ref _segmentEmission);
        codec.Array("tao", ref _tao);
    }
}
