using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// TAO that agents stake on root with hotkeys, one for one and without fee, and what root earns on all subnets: it
/// raises the share pools in proportion to stake, less the take of each hotkey, which is staked for its holder.
/// </summary>
internal sealed class RootStaking
{
    private const int MostPublished = 1024;
    private readonly ChainSpec _spec;
    private readonly StakeBook _book = new();
    private long _unclaimed;
    private double _yield;

    internal RootStaking(ChainSpec spec)
    {
        _spec = spec;
        foreach (OpeningStake stake in spec.RootStakes)
        {
            _book.Stake(stake.Hotkey, stake.Coldkey, stake.Holder, stake.Amount);
        }

        Others = spec.RootStake - _book.Sum;
        Invariant.Check(Others >= 0, "agents stake no more on root than there is");
        _yield = OpeningYield();
    }

    /// <summary>What stakers who are no agents have on root, rao; it never moves.</summary>
    internal long Others { get; }

    /// <summary>What agents have staked, rao.</summary>
    internal long Staked => _book.Sum;

    /// <summary>All TAO on root, rao.</summary>
    internal long All => Others + _book.Sum;

    /// <summary>TAO that root earned while no agent staked there, rao.</summary>
    internal long Unclaimed => _unclaimed;

    /// <summary>TAO earned a day for each staked: half-life a day.</summary>
    internal double Yield => _yield;

    /// <summary>
    /// Makes the TAO that subnets sold for root in the last tick (there it was burned) and divides it among hotkeys.
    /// </summary>
    internal void Receive(ShardTick tick, IReadOnlyList<SubnetBulletin> subnets)
    {
        long paid = subnets.Sum(s => s.RootPaid);
        long earned = subnets.Sum(s => s.RootEarned);
        double rate = All > 0 ? earned / (All * tick.Tick.Days) : 0;
        _yield = rate + (SmoothedRates.Kept(_spec.BlocksPerTick) * (_yield - rate));
        tick.Mint(_spec.Tao, paid);
        if (paid == 0)
        {
            return;
        }

        ulong[] hotkeys = _book.Hotkeys.Accounts.ToArray();
        long[] parts = new long[hotkeys.Length];
        int[] takes = Takes(hotkeys, subnets);
        _unclaimed += Apportion.LargestRemainder(paid, _book.Hotkeys.Totals, parts);
        for (int h = 0; h < hotkeys.Length; h++)
        {
            long take = MulDiv.Floor(parts[h], takes[h], ushort.MaxValue);
            bool isShared = parts[h] == take || _book.TryAddForAll(hotkeys[h], parts[h] - take);
            _unclaimed += isShared ? 0 : parts[h] - take;
            _book.Stake(hotkeys[h], hotkeys[h], AgentRef.None, take);
        }
    }

    /// <summary>Acts on an intent.</summary>
    /// <returns>Why it was refused, or nothing.</returns>
    internal Refusal? Act(ShardTick tick, in Intent intent, IReadOnlyList<SubnetBulletin> subnets)
    {
        bool takesTao = intent.Kind == IntentKinds.Stake && intent.Token == _spec.Tao;
        return takesTao ? Stake(tick, intent, subnets)
            : intent.Kind == IntentKinds.Unstake && intent.Amount == 0 ? Unstake(tick, intent)
            : Refusal.UnknownIntent;
    }

    /// <summary>The hotkeys with the most stake, in order of accounts.</summary>
    internal (ulong[] Hotkeys, long[] Stakes) Published()
    {
        List<(ulong Account, long Stake)> largest = [];
        for (int h = 0; h < _book.Hotkeys.Count; h++)
        {
            if (_book.Hotkeys.Totals[h] > 0)
            {
                largest.Add((_book.Hotkeys.Accounts[h], _book.Hotkeys.Totals[h]));
            }
        }

        if (largest.Count > MostPublished)
        {
            largest.Sort(static (a, b) => a.Stake != b.Stake
                ? b.Stake.CompareTo(a.Stake)
                : a.Account.CompareTo(b.Account));
            largest.RemoveRange(MostPublished, largest.Count - MostPublished);
            largest.Sort();
        }

        return ([.. largest.Select(l => l.Account)], [.. largest.Select(l => l.Stake)]);
    }

    /// <summary>Carries it to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        _book.Carry(codec);
        codec.Value("rootUnclaimed", ref _unclaimed);
        codec.Value("rootYield", ref _yield);
    }

    private Refusal? Stake(ShardTick tick, in Intent intent, IReadOnlyList<SubnetBulletin> subnets)
    {
        ulong hotkey = (ulong)intent.A;
        if (intent.Amount < _spec.Parameters.MinStake)
        {
            return Refusal.AmountTooLow;
        }

        if (_book.StakeOf(hotkey) == 0 && !IsListed(hotkey, subnets))
        {
            return Refusal.UnknownHotkey;
        }

        _book.Stake(hotkey, intent.Account, intent.Sender, intent.Amount);
        tick.Pay(intent.Sender, RowKinds.Staked, _spec.Tao, 0, intent.Amount, intent.A);
        return null;
    }

    private Refusal? Unstake(ShardTick tick, in Intent intent)
    {
        ulong hotkey = (ulong)intent.A;
        long value = _book.ValueOf(hotkey, intent.Account);
        long amount = intent.B == long.MaxValue ? value : intent.B;
        if (amount > value || value == 0)
        {
            return Refusal.NotEnoughStake;
        }

        if (amount <= 0 || (amount < value && amount < _spec.Parameters.MinStake))
        {
            return Refusal.AmountTooLow;
        }

        bool isTaken = _book.TryUnstake(hotkey, intent.Account, amount);
        Invariant.Check(isTaken, "what is taken off root was staked");
        tick.Pay(intent.Sender, RowKinds.Unstaked, _spec.Tao, amount, amount, intent.A);
        return null;
    }

    private static bool IsListed(ulong hotkey, IReadOnlyList<SubnetBulletin> subnets)
    {
        foreach (SubnetBulletin subnet in subnets)
        {
            foreach (ref readonly ValidatorStanding standing in subnet.ValidatorStandings)
            {
                if (standing.Account == hotkey)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What each hotkey asks on the first subnet that lists it; the default where none does.</summary>
    private int[] Takes(ulong[] hotkeys, IReadOnlyList<SubnetBulletin> subnets)
    {
        int[] takes = new int[hotkeys.Length];
        takes.AsSpan().Fill(-1);
        foreach (SubnetBulletin subnet in subnets)
        {
            foreach (ref readonly ValidatorStanding standing in subnet.ValidatorStandings)
            {
                int place = Array.BinarySearch(hotkeys, standing.Account);
                if (place >= 0 && takes[place] < 0)
                {
                    takes[place] = (int)standing.Take;
                }
            }
        }

        for (int h = 0; h < takes.Length; h++)
        {
            takes[h] = takes[h] < 0 ? _spec.Parameters.DefaultTake : takes[h];
        }

        return takes;
    }

    /// <summary>What root's part of all alpha is worth a day at the opening, over the TAO on root.</summary>
    private double OpeningYield()
    {
        double raoPerDay = 0;
        bool sells = SubnetEmission.RootSells(
            [.. _spec.Subnets.Select(s => new SubnetStanding { MovingPrice = s.OpeningPrice })], _spec.Parameters);
        foreach (SubnetSpec subnet in _spec.Subnets)
        {
            long issued = subnet.Pool.Alpha + subnet.Neurons.Sum(n => n.Alpha);
            long alpha = BlockEmission.ForIssuance(issued, _spec.Parameters);
            U96F32 proportion = AlphaSplit.RootProportion(All, issued, _spec.Parameters);
            AlphaParts parts = AlphaSplit.Of(alpha, proportion, sells, subnet.Parameters);
            raoPerDay += parts.Root * Balancer.Price(subnet.Pool).ToDouble() * BittensorTerms.BlocksPerDay;
        }

        return All > 0 ? raoPerDay / All : 0;
    }
}
