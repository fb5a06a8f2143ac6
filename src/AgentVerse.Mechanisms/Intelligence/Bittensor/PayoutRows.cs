using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// What an epoch pays, by hotkey and in total, alpha base units; memory is reused from epoch to epoch.
/// </summary>
/// <remarks>
/// Of a hotkey's amounts, incentive and the takes are staked for the coldkey that owns it (incentive on its auto-stake
/// destination if it has one), the alpha dividend raises its share pool, and the root dividend its claimable rate on
/// root.
/// </remarks>
public sealed class PayoutRows
{
    private int _count;
    private long[] _incentive = [];
    private long[] _alphaTake = [];
    private long[] _alphaDividend = [];
    private long[] _rootTake = [];
    private long[] _rootDividend = [];
    private long[] _dividends = [];
    private DividendPart[] _parts = [];

    /// <summary>Miner incentive.</summary>
    public Span<long> Incentive => _incentive.AsSpan(0, _count);

    /// <summary>The owner's take from alpha dividends.</summary>
    public Span<long> AlphaTake => _alphaTake.AsSpan(0, _count);

    /// <summary>Alpha dividends for all who stake with the hotkey.</summary>
    public Span<long> AlphaDividend => _alphaDividend.AsSpan(0, _count);

    /// <summary>The owner's take from root dividends, in alpha.</summary>
    public Span<long> RootTake => _rootTake.AsSpan(0, _count);

    /// <summary>Alpha that stakers of the hotkey on root may claim.</summary>
    public Span<long> RootDividend => _rootDividend.AsSpan(0, _count);

    /// <summary>Dividends after families, the weights of the pots.</summary>
    public Span<long> Dividends => _dividends.AsSpan(0, _count);

    /// <summary>The owner's cut.</summary>
    public long OwnerCut { get; internal set; }

    /// <summary>
    /// Incentive of the owner's hotkeys: burnt (stays issued) or recycled (leaves issuance) by parameter.
    /// </summary>
    public long Withheld { get; internal set; }

    /// <summary>
    /// Burn of child dividends as the chain books it against issuance, by dividends before the pots; it is not a part
    /// of the payout.
    /// </summary>
    public long ChildBurn { get; internal set; }

    /// <summary>Issued alpha of this epoch that belongs to nobody: roundings and unpaid pots.</summary>
    public long Undistributed { get; internal set; }

    /// <summary>Withheld over all incentive, 0..1: lowers the subnet's share of the next blocks.</summary>
    public U96F32 MinerBurned { get; internal set; }

    /// <summary>Sum of all that hotkeys, root and owner get.</summary>
    public long Paid =>
        Sum(Incentive) + Sum(AlphaTake) + Sum(AlphaDividend) + Sum(RootTake) + Sum(RootDividend) + OwnerCut;

    internal Span<DividendPart> Parts => _parts.AsSpan(0, _count);

    internal void Begin(int count)
    {
        _count = count;
        if (_incentive.Length < count)
        {
            _incentive = new long[count];
            _alphaTake = new long[count];
            _alphaDividend = new long[count];
            _rootTake = new long[count];
            _rootDividend = new long[count];
            _dividends = new long[count];
            _parts = new DividendPart[count];
        }

        Incentive.Clear();
        Dividends.Clear();
        OwnerCut = 0;
        Withheld = 0;
        ChildBurn = 0;
    }

    private static long Sum(ReadOnlySpan<long> amounts)
    {
        long sum = 0;
        foreach (long amount in amounts)
        {
            sum += amount;
        }

        return sum;
    }
}
