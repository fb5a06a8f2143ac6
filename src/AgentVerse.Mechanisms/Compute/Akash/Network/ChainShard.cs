using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Records;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>
/// What is global on the chain: inflation block by block, the community's tax of it, transfers between accounts, the
/// oracle, staking, and in era C the vault. What is minted for stakers stands in an account of its own until agents
/// among them withdraw their part.
/// </summary>
internal sealed class ChainShard(ChainSpec spec, int priceShard) : Shard
{
    private readonly BurnMintQueue _vault = new(spec);
    private readonly DelegationBook _staking = new(spec);
    private long _height = -1;
    private long _supply = spec.Supply;
    private long _communityPool;
    private long _stakers;
    private Int128 _inflation = spec.Parameters.Mint.Start.Raw;
    private double _price = spec.AktMicroUsd;

    internal static IReadOnlyList<Quantity> Series { get; } =
    [
        new("height", CellType.Integer, "block", "Height of the tick's last block; the first of the run is 0."),
        new("supply", CellType.Integer, "uakt", "AKT in existence."),
        new("inflation", CellType.Number, "1/y", "Inflation of the last block."),
        new("minted", CellType.Integer, "uakt", "AKT minted by inflation in the tick."),
        new("aktPrice", CellType.Integer, "1e-6 USD", "Price of AKT, the oracle's average."),
        new("vaultAkt", CellType.Integer, "uakt", "AKT in the vault."),
        new("outstandingAct", CellType.Integer, "1e-6 ACT", "ACT in existence."),
        new("collateral", CellType.Integer, "1/10000", "Collateral ratio."),
        new(
            "mintStatus", CellType.Integer, "",
            "0 healthy, 1 warning, 2 halted for collateral, 3 for want of a price."),
        new(
            "aktReminted", CellType.Integer, "uakt",
            "AKT minted to settle ACT in the tick, beyond what the vault had."),
        new("actMinted", CellType.Integer, "1e-6 ACT", "ACT minted in the tick."),
        new("actBurned", CellType.Integer, "1e-6 ACT", "ACT burned in the tick."),
        new("pendingAkt", CellType.Integer, "uakt", "AKT that waits to be burned at the end of the tick."),
        new("bonded", CellType.Integer, "uakt", "AKT bonded with validators."),
        new("delegated", CellType.Integer, "uakt", "Of it, bonded by agents."),
        new("unbonding", CellType.Integer, "uakt", "AKT of agents that is being unbonded."),
        new("rewards", CellType.Integer, "uakt", "What agents' stake had earned and was paid in the tick."),
    ];

    /// <summary>Price of AKT, USD.</summary>
    private Dec18 Price => Dec18.Ratio((long)_price, AkashTerms.Unit);

    /// <summary>AKT that is bonded, by whomever, uakt.</summary>
    private long Bonded => _staking.Bonded + (spec.BondedRatio * _supply).Truncate();

    public override Bulletin Opening() => Publish();

    public override Bulletin Settle(ShardTick tick)
    {
        long from = BlockClock.First(tick.Tick, spec.Parameters);
        long to = BlockClock.HeightAt((tick.Tick.Index + 1) * tick.Tick.Seconds, spec.Parameters);
        Look(tick);
        _vault.Begin();
        long minted = 0, rewards = 0, next = from;
        foreach (TimedIntent timed in tick.Intents)
        {
            long height = from + timed.BlockOf((int)(to - from));
            if (timed.Intent.Kind is AkashIntents.Delegate or AkashIntents.Undelegate or AkashIntents.Withdraw)
            {
                long after = Math.Min(to, height + 1);
                minted += Inflate(after - next);
                next = after;
                rewards += Stake(tick, timed.Intent, height);
                continue;
            }

            _vault.RunTo(tick, height, Price);
            Act(tick, timed.Intent);
        }

        minted += Inflate(to - next);
        _height = to - 1;
        _vault.RunTo(tick, _height, Price);
        _supply += _vault.Made.AktMinted;
        _staking.Free(tick, _height);
        Distribute(tick, minted, rewards);
        Tell(tick, minted, rewards);
        return Publish();
    }

    public override void Accounts(AccountBook book)
    {
        book.Add(spec.Akt, "communityPool", _communityPool);
        book.Add(spec.Akt, "stakers", _stakers);
        book.Add(spec.Akt, "bonded", _staking.Bonded);
        book.Add(spec.Akt, "unbonding", _staking.Unbonding);
        if (spec.Act >= 0)
        {
            book.Add(spec.Akt, "vault", _vault.Vault);
            book.Add(spec.Akt, "pending", _vault.PendingAkt);
            book.Add(spec.Act, "pending", _vault.PendingAct);
            book.Add(spec.Act, "spreads", _vault.Spreads);
            book.Add(spec.Act, "others", _vault.Others);
        }
    }

    public override void Carry(StateCodec codec)
    {
        codec.Value("height", ref _height);
        codec.Value("supply", ref _supply);
        codec.Value("communityPool", ref _communityPool);
        codec.Value("stakers", ref _stakers);
        codec.Value("inflation", ref _inflation);
        codec.Value("price", ref _price);
        _staking.Carry(codec);
        _vault.Carry(codec);
    }

    /// <summary>The oracle's price: an average over its window of what the token's market last made.</summary>
    private void Look(ShardTick tick)
    {
        if (priceShard >= 0)
        {
            double spot = Math.Round(tick.Board.Get<TokenBulletin>(priceShard).Price * AkashTerms.Unit);
            double weight = Math.Min(1, (double)tick.Tick.Seconds / spec.TwapSeconds);
            _price = _price > 0 ? _price + (weight * (spot - _price)) : spot;
        }
    }

    /// <summary>Mints block by block; those earn it who had bonded before.</summary>
    private long Inflate(long blocks)
    {
        if (blocks <= 0)
        {
            return 0;
        }

        Dec18 inflation = new(_inflation);
        Dec18 change = Inflation.ChangePerBlock(BondedRatio(), spec.Parameters);
        long minted = 0;
        for (long b = 0; b < blocks; b++)
        {
            inflation = Inflation.Step(inflation, change, spec.Parameters);
            minted += Inflation.BlockProvision(inflation, _supply + minted, spec.Parameters);
        }

        _inflation = inflation.Raw;
        _staking.Earn(minted, Bonded);
        _supply += minted;
        return minted;
    }

    /// <summary>The community's tax of what the tick has minted; the rest, less what was withdrawn, is stakers'.</summary>
    private void Distribute(ShardTick tick, long minted, long rewards)
    {
        long tax = (Dec18.Of(minted) * spec.Parameters.Mint.CommunityTax).Truncate();
        _communityPool += tax;
        _stakers += minted - tax - rewards;
        tick.Mint(spec.Akt, minted);
    }

    /// <summary>Share of the supply that is bonded: as given, and what agents bond on top.</summary>
    private Dec18 BondedRatio() => _staking.Bonded == 0 || _supply == 0
        ? spec.BondedRatio
        : spec.BondedRatio + (Dec18.Of(_staking.Bonded) / Dec18.Of(_supply));

    private long Stake(ShardTick tick, in Intent intent, long height)
    {
        AkashError error = _staking.Act(tick, intent, height, out long earned);
        Refuse(tick, intent, error);
        return earned;
    }

    private void Act(ShardTick tick, in Intent intent)
    {
        AkashError error = intent.Kind switch
        {
            AkashIntents.Send => Send(tick, intent),
            AkashIntents.BurnMint => _vault.Request(intent, Price),
            _ => AkashError.InvalidRequest,
        };
        Refuse(tick, intent, error);
    }

    private static void Refuse(ShardTick tick, in Intent intent, AkashError error)
    {
        if (error != AkashError.None)
        {
            tick.Pay(intent.Sender, AkashRows.Refused, intent.Token, intent.Amount, (long)error, intent.Kind);
        }
    }

    private static AkashError Send(ShardTick tick, in Intent intent)
    {
        IReadOnlyList<PopulationPlan> populations = tick.World.Populations;
        bool exists = intent.A >= 0 && intent.A < populations.Count && intent.B >= 0
            && intent.B < populations[(int)intent.A].Capacity;
        string token = tick.World.Tokens[intent.Token].Name;
        bool fits = exists && populations[(int)intent.A].Columns.Any(
            c => string.Equals(c.Wallet, token, StringComparison.Ordinal));
        if (!fits)
        {
            return AkashError.InvalidRequest;
        }

        tick.Pay(new AgentRef((int)intent.A, (int)intent.B), AkashRows.Received, intent.Token, intent.Amount);
        return AkashError.None;
    }

    /// <summary>What the incentive programme pays for a unit that a tenant pays.</summary>
    private double PerGross(Currency currency)
    {
        bool isOver = BlockClock.Seconds(_height + 1, spec.Parameters) >= spec.Incentive.Until;
        double rate = isOver ? 0 : spec.Incentive.Rate.ToDouble();
        return spec.Incentive.OnGross ? rate : rate * (1 - TakeFee.RateOf(currency, spec.Parameters).ToDouble());
    }

    private AkashChainBulletin Publish()
    {
        long provision = Inflation.BlockProvision(new Dec18(_inflation), _supply, spec.Parameters);
        double blocksPerDay = BlockClock.HeightAt(86_400, spec.Parameters);
        return new AkashChainBulletin
        {
            Height = _height,
            AktMicroUsd = (long)_price,
            Supply = _supply,
            Inflation = new Dec18(_inflation).ToDouble(),
            IncentiveAkt = PerGross(Currency.Akt),
            IncentiveUsd = PerGross(Currency.Usd),
            TakeRateAkt = TakeFee.RateOf(Currency.Akt, spec.Parameters).ToDouble(),
            TakeRateUsd = TakeFee.RateOf(Currency.Usd, spec.Parameters).ToDouble(),
            Bonded = Bonded,
            MintedPerDay = provision * blocksPerDay,
            StakersPerDay = Staking.ForDelegators(provision, spec.Parameters).ToDouble() * blocksPerDay,
            MintStatus = spec.Act < 0 ? 0 : (int)_vault.StatusAt(Price),
            CollateralBps = spec.Act < 0 ? 0 : _vault.CollateralBps(Price),
        };
    }

    private void Tell(ShardTick tick, long minted, long rewards)
    {
        tick.Set(0, _height);
        tick.Set(1, _supply);
        tick.Set(2, new Dec18(_inflation).ToDouble());
        tick.Set(3, minted);
        tick.Set(4, (long)_price);
        tick.Set(5, _vault.Vault);
        tick.Set(6, _vault.Outstanding);
        tick.Set(7, spec.Act < 0 ? 0 : _vault.CollateralBps(Price));
        tick.Set(8, spec.Act < 0 ? 0L : (long)_vault.StatusAt(Price));
        tick.Set(9, _vault.Made.AktMinted);
        tick.Set(10, _vault.Made.ActMinted);
        tick.Set(11, _vault.Made.ActBurned);
        tick.Set(12, _vault.PendingAkt);
        tick.Set(13, Bonded);
        tick.Set(14, _staking.Bonded);
        tick.Set(15, _staking.Unbonding);
        tick.Set(16, rewards);
    }
}
