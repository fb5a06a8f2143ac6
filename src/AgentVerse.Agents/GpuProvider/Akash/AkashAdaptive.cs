using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>
/// Reviews its price, or leaves, by what the market publishes (<see cref="AkashAsks"/>); leaving is worth nothing,
/// since the reserve counts what the units could do elsewhere.
/// </summary>
internal sealed class AkashAdaptive : AkashProvider
{
    internal const string Name = "akashAdaptive";

    /// <summary>When a provider reviews, under any policy.</summary>
    internal static readonly Purpose Review = Purpose.Of("provider.review");

    private readonly NestedLogit _rule;
    private readonly AkashAsks _asks;
    private readonly double _reviewProbability;

    internal AkashAdaptive(PopulationPlan population, WorldPlanning planning)
        : base(Name, population, planning)
    {
        _rule = new NestedLogit(population.Settings.Number("temperature"));
        _asks = new AkashAsks(population.Settings);
        _reviewProbability = Reviews.Probability(
            population.Settings.Number("reviewRate"), planning.TickSeconds / 86_400.0);
    }

    protected override void Step(AgentTick agent)
    {
        int shard = ShardOf(agent);
        bool isNew = agent.Tick.Index == agent.Int32(EngineColumns.Wake);
        if (!Run(agent, shard) || shard < 0 || (!isNew && agent.Uniform(Review) >= _reviewProbability))
        {
            return;
        }

        long reserve = AkashAsks.ReserveOf(agent);
        int units = UnitsOf(agent);
        int chosen = isNew ? 1 : Choose(agent, shard, reserve, units);
        long ask = chosen == 0 ? 0 : reserve * AkashAsks.Percents[chosen - 1] / 100;
        int offered = chosen == 0 ? 0 : units;
        bool isChanged = ask != agent.Int64(ProviderColumns.Ask) || offered != agent.Int32(Offered);
        if (isChanged && (offered > 0 || agent.Int32(Offered) > 0))
        {
            Offer(agent, shard, offered, ask);
        }
    }

    /// <summary>0 to leave, else the place of the price among the percents, from 1.</summary>
    private int Choose(AgentTick agent, int shard, long reserve, int units)
    {
        AkashMarketBulletin market = agent.Board.Get<AkashMarketBulletin>(shard);
        agent.Cohort.Decided(AkashAsks.Count + 1);
        Span<Option> memory = stackalloc Option[AkashAsks.Count + 1];
        ChoiceSet options = new(memory, Math.Max(1e-9, reserve * AkashAsks.PerDay(units)));
        options.Add(OptionPath.Leave, 0);
        for (int p = 0; p < AkashAsks.Count; p++)
        {
            long price = reserve * AkashAsks.Percents[p] / 100;
            ValueTerms terms = _asks.Terms(units, reserve, price, market.HiredAt(price));
            terms.Explain(agent, $"ask{AkashAsks.Percents[p]}");
            options.Add(OptionPath.In(1, (ulong)shard, (ulong)p + 1), terms.Value);
        }

        return _rule.Choose(options, Chooser.Of(agent));
    }
}
