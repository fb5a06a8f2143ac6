using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>
/// Reviews its price, or leaves, by what the market publishes: asking m times its reserve is worth units * 24 * (A
/// (price - reserve) - (1 - A) idle reserve) a day, with A the share of units hired of the decile of offers at that
/// price; leaving is worth nothing, since the reserve counts what the units could do elsewhere.
/// </summary>
internal sealed class AkashAdaptive : AkashProvider
{
    internal const string Name = "akashAdaptive";
    private const double HoursPerDay = 24;
    private static readonly Purpose Review = Purpose.Of("provider.review");
    private static readonly long[] Percents = [100, 110, 125, 150, 200];
    private readonly NestedLogit _rule;
    private readonly double _reviewProbability;
    private readonly double _idleCost;

    internal AkashAdaptive(PopulationPlan population, WorldPlanning planning)
        : base(Name, population, planning)
    {
        _rule = new NestedLogit(population.Settings.Number("temperature"));
        _reviewProbability = Reviews.Probability(
            population.Settings.Number("reviewRate"), planning.TickSeconds / 86_400.0);
        _idleCost = population.Settings.Number("idleCost");
    }

    protected override void Step(AgentTick agent)
    {
        Count(agent);
        int shard = ShardOf(agent);
        bool isNew = agent.Tick.Index == agent.Int32(EngineColumns.Wake);
        if (shard < 0 || (!isNew && agent.Uniform(Review) >= _reviewProbability))
        {
            return;
        }

        long reserve = Math.Max(1, agent.Int64(ProviderColumns.Reserve));
        int units = UnitsOf(agent);
        int chosen = isNew ? 1 : Choose(agent, shard, reserve, units);
        long ask = chosen == 0 ? 0 : reserve * Percents[chosen - 1] / 100;
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
        agent.Cohort.Decided(Percents.Length + 1);
        double perDay = HoursPerDay * Math.Max(1, units) / AkashTerms.Unit;
        Span<Option> memory = stackalloc Option[Percents.Length + 1];
        ChoiceSet options = new(memory, Math.Max(1e-9, reserve * perDay));
        options.Add(OptionPath.Leave, 0);
        for (int p = 0; p < Percents.Length; p++)
        {
            long price = reserve * Percents[p] / 100;
            double hired = market.HiredAt(price);
            ValueTerms terms = new()
            {
                Admitted = hired,
                TokensPerDay = perDay * (price - reserve),
                Price = 1,
                RunningCost = perDay * (1 - hired) * _idleCost * reserve,
            };
            terms.Explain(agent, $"ask{Percents[p]}");
            options.Add(OptionPath.In(1, (ulong)shard, (ulong)p + 1), terms.Value);
        }

        return _rule.Choose(options, Chooser.Of(agent));
    }
}
