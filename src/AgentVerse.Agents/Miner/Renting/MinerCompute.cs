using AgentVerse.Agents.Compute;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Miner.Renting;

/// <summary>
/// Compute of a population of miners: what a task takes of it, and its price: the list's, or what the market of its
/// class published after the last tick.
/// </summary>
internal sealed class MinerCompute
{
    private const double SecondsPerHour = 3600;

    /// <summary>A lease ends so long before its period does that it has been told of when the next is due.</summary>
    private const long SlackSeconds = 30;

    private readonly MiningTasks _tasks;
    private readonly int[] _markets;
    private readonly long _bidSeconds;
    private readonly double _priceLimit;
    private readonly double _copyCost;
    private readonly PopulationPlan _population;

    internal MinerCompute(PopulationPlan population, WorldPlanning planning)
    {
        SettingsMap keys = population.Settings.Section(ComputeKeys.Section);
        _tasks = new MiningTasks(population.Settings);
        _copyCost = population.Settings.Number("copyCost");
        _population = population;
        _priceLimit = keys.Number(ComputeKeys.PriceLimit);
        int network = ComputeTerms.NetworkIndex(keys.Text(ComputeKeys.From));
        int region = ComputeTerms.RegionIndex(keys.Text(ComputeKeys.Region));
        ComputeMarkets markets = new(planning);
        Rents = network >= 0;
        _markets =
        [
            .. Enum.GetValues<SubnetTask>().Select(
                t => Rents ? markets.ShardOf(network, _tasks.GpuClassOf(t), region) : -1),
        ];
        _bidSeconds = planning.Shards.Select(s => s.Plan.Facts).OfType<AkashFacts>().FirstOrDefault()?.BidSeconds ?? 0;
        TickSeconds = planning.TickSeconds;
        PeriodTicks = (int)(keys.Integer(ComputeKeys.Period) / TickSeconds);
    }

    /// <summary>Whether it is rented; else it is there at the list price.</summary>
    internal bool Rents { get; }

    /// <summary>Ticks that an order covers.</summary>
    internal int PeriodTicks { get; }

    /// <summary>Length of a tick, s.</summary>
    internal long TickSeconds { get; }

    /// <summary>Market of a task's class, or -1.</summary>
    internal int MarketOf(SubnetTask task) => _markets[(int)task];

    /// <summary>Cost of a task at full effort, USD a day; the list price also where a market has no quote.</summary>
    internal double CostOf(Board board, SubnetTask task)
    {
        int market = _markets[(int)task];
        long quote = market < 0 ? 0 : board.Get<AkashMarketBulletin>(market).Quote;
        return quote == 0
            ? _tasks.CostOf(task)
            : _tasks.HoursOf(task) * quote / ComputeTerms.UsdUnit;
    }

    /// <summary>
    /// Share of what it orders that a miner may hope to get: of the market's orders those filled, and of these what is
    /// delivered; 1 where nothing is rented.
    /// </summary>
    internal double HopedOf(Board board, SubnetTask task)
    {
        if (!Rents)
        {
            return 1;
        }

        AkashMarketBulletin market = board.Get<AkashMarketBulletin>(_markets[(int)task]);
        return Math.Clamp(market.FillRate * market.Delivered, 0, 1);
    }

    /// <summary>
    /// Compute of a tactic over the task's at full effort; a shared model's is shared by all its accounts.
    /// </summary>
    internal double ShareOf(int index, Tactic tactic) => tactic switch
    {
        Tactic.None => 0,
        Tactic.SharedModel => 1.0 / _population.Accounts.AccountsOf(_population.ControllerOf(index)),
        Tactic.CopiedOutput => _copyCost,
        _ => Tactics.EffortOf(tactic),
    };

    /// <summary>Unit-seconds that a task takes in a period at full effort.</summary>
    internal double SecondsOf(SubnetTask task) =>
        _tasks.HoursOf(task) / 24 * PeriodTicks * TickSeconds;

    /// <summary>
    /// What to order for so many unit-seconds with so many ticks of the period left: no more units at once than the
    /// whole period would take; no seconds if the time does not reach.
    /// </summary>
    internal Need NeedOf(long unitSeconds, int ticksLeft) => Divide(
        unitSeconds, PeriodTicks * TickSeconds, (ticksLeft * TickSeconds) - _bidSeconds - SlackSeconds);

    /// <summary>So many unit-seconds in the time that is left of a period.</summary>
    internal static Need Divide(long unitSeconds, long period, long left)
    {
        long units = Math.Clamp((unitSeconds + period - 1) / period, 1, AkashTerms.MostUnits);
        return new Need((int)units, Math.Max(0, Math.Min(unitSeconds / units, left)));
    }

    /// <summary>Most that is paid for a unit of a task's class, 1e-6 USD an hour.</summary>
    internal long LimitOf(SubnetTask task) =>
        (long)(_priceLimit * ComputeTerms.CloudUsdPerHour[_tasks.GpuClassOf(task)] * ComputeTerms.UsdUnit);

    /// <summary>What an order may cost, 1e-6 USD.</summary>
    internal long CostMost(SubnetTask task, in Need need) =>
        (long)(LimitOf(task) * (need.Seconds / SecondsPerHour) * need.Units);
}
