using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>A market in one tick: state, plan, prices, what has happened.</summary>
internal sealed class MarketRun
{
    private const long TenthHoursPerMonth = 7305;
    private readonly Dec18[] _rates = new Dec18[3];
    private readonly EscrowTerms[] _terms = new EscrowTerms[3];

    internal MarketRun(MarketState state, MarketSpec spec, ShardTick tick)
    {
        State = state;
        Spec = spec;
        Tick = tick;
        Counts = new MarketCounts();
        AkashChainBulletin chain = tick.Board.Get<AkashChainBulletin>(spec.ChainShard);
        Quote = tick.Board.Get<AkashMarketBulletin>(tick.Shard.Index).Quote;
        AktMicroUsd = chain.AktMicroUsd;
        Dec18 akt = Dec18.Ratio(AktMicroUsd, AkashTerms.Unit);
        for (int c = 0; c < 3; c++)
        {
            Dec18 price = (Currency)c == Currency.Akt ? akt : Dec18.One;
            _rates[c] = PriceScript.RateOfUsdMonth(price, spec.Parameters);
            _terms[c] = new EscrowTerms(spec.Parameters, TakeFee.RateOf((Currency)c, spec.Parameters));
        }
    }

    /// <summary>State of the market.</summary>
    internal MarketState State { get; }

    /// <summary>Plan of the market.</summary>
    internal MarketSpec Spec { get; }

    /// <summary>The tick.</summary>
    internal ShardTick Tick { get; }

    /// <summary>What has happened.</summary>
    internal MarketCounts Counts { get; }

    /// <summary>Parameters of the chain.</summary>
    internal AkashParameters Chain => Spec.Parameters;

    /// <summary>Price of AKT, 1e-6 USD.</summary>
    internal long AktMicroUsd { get; }

    /// <summary>Quote that the market published, 1e-6 USD a unit and hour.</summary>
    internal long Quote { get; }

    /// <summary>Rules of settlement in a currency.</summary>
    internal ref readonly EscrowTerms Terms(Currency currency) => ref _terms[(int)currency];

    /// <summary>Base units a block of so many units at a price; zero where the currency has no price.</summary>
    /// <param name="microUsdPerHour">1e-6 USD a unit and hour.</param>
    /// <param name="units">Units.</param>
    /// <param name="currency">What it is paid in.</param>
    internal Dec18 Rate(long microUsdPerHour, int units, Currency currency)
    {
        Dec18 usdMonth = new(_rates[(int)currency].Raw / 10_000_000);
        return usdMonth * (microUsdPerHour * TenthHoursPerMonth) * units;
    }

    /// <summary>Value of an amount, 1e-6 USD.</summary>
    internal long Usd(long amount, Currency currency) => currency == Currency.Akt
        ? (long)((Int128)amount * AktMicroUsd / AkashTerms.Unit)
        : amount;

    /// <summary>Policy of a population by its place.</summary>
    internal T? Script<T>(AgentRef agent, int policy)
        where T : class
    {
        IReadOnlyList<Policy> policies = Tick.World.Policies[agent.Population];
        return (uint)policy < (uint)policies.Count ? policies[policy] as T : null;
    }
}
