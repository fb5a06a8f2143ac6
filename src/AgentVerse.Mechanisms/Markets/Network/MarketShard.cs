using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Markets.Network;

/// <summary>
/// The market of one token: what comes free, what the outside wants, one price for all trades of the tick, and what
/// the token is worth.
/// </summary>
internal sealed class MarketShard : Shard
{
    private const double DaysOfWeek = 7;

    /// <summary>Least attention: a token whose fees explain more than its price still has some, USD.</summary>
    private const double LeastAttention = 1;

    private static readonly Purpose Noise = Purpose.Of("markets.noise");
    private static readonly Purpose Factor = Purpose.Of("markets.factor");
    private static readonly ulong Sector = StableHash.Of("markets/sector");

    private readonly TokenSpec _spec;
    private readonly int[] _suppliers;
    private readonly MarketAccounts _accounts;
    private double _price;
    private double _priceDay;
    private double _priceWeek;
    private double _attention;
    private double _factor;
    private long _unlocked;

    internal MarketShard(TokenSpec spec, WorldPlan world)
    {
        _spec = spec;
        _accounts = new MarketAccounts(spec);
        _suppliers = [.. world.Shards.Where(s => s.Plan.NewBulletin() is ITokenSupply).Select(s => s.Index)];
        _price = spec.Mode == PriceMode.Pool ? spec.PerToken(spec.Pool.Spot) : spec.Price;
        (_priceDay, _priceWeek) = (_price, _price);
    }

    public override Bulletin Opening() => Published();

    public override Bulletin Settle(ShardTick tick)
    {
        double step = FactorStep(tick);
        _factor += step;
        long unlocked = Unlocks.Between(_spec.Unlocks, tick.Tick.From, tick.Tick.From + tick.Tick.Seconds);
        _accounts.Unlock(unlocked);
        _unlocked = checked(_unlocked + unlocked);
        SupplyNow supply = SupplyNow.Of(_spec, PublishedSupply(tick.Board), _unlocked);
        TickTrades trades = new(tick, _spec);
        if (_spec.Mode == PriceMode.Pool)
        {
            trades.Add(OutsideDemand(tick, supply, step));
            trades.Add(new TokenOrder(OrderSide.Sell, (long)(_spec.UnlockSold * unlocked), 0));
            _price = _spec.PerToken(trades.ClearPool(_accounts));
        }
        else
        {
            _price = GivenPrice(tick, step);
            trades.ClearAt(_spec.InUnits(_price), _accounts);
        }

        _priceDay = PriceProcess.Smooth(_priceDay, _price, tick.Tick.Days, 1);
        _priceWeek = PriceProcess.Smooth(_priceWeek, _price, tick.Tick.Days, DaysOfWeek);
        Tell(tick, supply, trades, unlocked);
        return Published();
    }

    public override void Accounts(AccountBook book) => _accounts.AddTo(book);

    public override void Carry(StateCodec codec)
    {
        _accounts.Carry(codec);
        codec.Value("price", ref _price);
        codec.Value("priceDay", ref _priceDay);
        codec.Value("priceWeek", ref _priceWeek);
        codec.Value("attention", ref _attention);
        codec.Value("factor", ref _factor);
        codec.Value("unlocked", ref _unlocked);
    }

    private static double Years(ShardTick tick) => tick.Tick.Days / PriceProcess.DaysPerYear;

    private static double OwnNoise(ShardTick tick) =>
        tick.World.Draws.At(tick.Shard.Key, tick.Tick.Index).Normal(Noise);

    /// <summary>dF of the tick: the same draw for every token, and the jumps of the calendar.</summary>
    private double FactorStep(ShardTick tick)
    {
        double normal = tick.World.Draws.At(Sector, tick.Tick.Index).Normal(Factor);
        double step = _spec.Terms.FactorVolatility * Math.Sqrt(Years(tick)) * normal;
        foreach ((long time, double size) in _spec.Hype)
        {
            bool isNow = time >= tick.Tick.From && time < tick.Tick.From + tick.Tick.Seconds;
            step += isNow ? size : 0;
        }

        return step;
    }

    private double GivenPrice(ShardTick tick, double factorStep) => _spec.Mode switch
    {
        PriceMode.Gbm => PriceProcess.Step(_price, _spec.Terms, Years(tick), factorStep, OwnNoise(tick)),
        PriceMode.Replay => _spec.Replay!.At(tick.Tick.From),
        _ => _price,
    };

    /// <summary>
    /// What the outside wants, from attention and fees. Attention begins such that the first price is believed.
    /// </summary>
    private TokenOrder OutsideDemand(ShardTick tick, in SupplyNow supply, double factorStep)
    {
        double spot = _spec.PerToken(_accounts.Pool.Spot);
        if (_attention == 0)
        {
            double explained = _spec.Multiple * supply.AnnualFeesUsd;
            _attention = Math.Max(LeastAttention, (spot * supply.Circulating) - explained);
        }

        _attention = PriceProcess.Attention(_attention, _spec.Terms, Years(tick), factorStep, OwnNoise(tick));
        double target = PriceProcess.Target(_spec.Multiple, supply.AnnualFeesUsd, _attention, supply.Circulating);
        double demand = PriceProcess.OutsideDemand(
            _spec.Theta, tick.Tick.Days, _accounts.Pool.Usd, target, spot);
        return demand >= 0
            ? new TokenOrder(OrderSide.Buy, (long)Math.Min(demand, _accounts.OutsideUsd), 0)
            : new TokenOrder(OrderSide.Raise, _accounts.OutsideTokens, (long)-demand);
    }

    /// <summary>What the token's own network published in the last tick, or null.</summary>
    private ITokenSupply? PublishedSupply(Board board)
    {
        foreach (int shard in _suppliers)
        {
            if (board[shard] is ITokenSupply supply && supply.Token == _spec.Name)
            {
                return supply;
            }
        }

        return null;
    }

    private void Tell(ShardTick tick, in SupplyNow supply, TickTrades trades, long unlocked)
    {
        double cap = _price * supply.Circulating;
        double freed = unlocked / _spec.UnitsPerToken;
        double volume = trades.VolumeUsd;
        ReadOnlySpan<double> series =
        [
            _price, _priceDay, _priceWeek, supply.Circulating, supply.Minted, cap,
            _price * Math.Max(_spec.MaxSupply / _spec.UnitsPerToken, supply.Minted), _price * supply.Minted, volume,
            _accounts.Pool.Usd / MarketTerms.UnitsPerUsd, _accounts.Pool.Tokens / _spec.UnitsPerToken,
            freed, freed == 0 ? 0 : freed * _price / Math.Max(1, volume), supply.AnnualFeesUsd / cap,
            trades.OutsideSpentUsd,
        ];
        int next = 0;
        foreach (double value in series)
        {
            tick.Set(next++, value);
        }

        tick.Set(next++, trades.Refused);
        tick.Set(next, _factor);
    }

    private TokenBulletin Published() => new()
    {
        Price = _price,
        PriceDay = _priceDay,
        PriceWeek = _priceWeek,
        Depth = _accounts.Pool.Usd / MarketTerms.UnitsPerUsd,
    };
}
