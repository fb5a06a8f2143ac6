using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Records;

namespace AgentVerse.Wse1;

/// <summary>What a worker is born with: r = mix(mix(seed) + G (i + 1)) gives skill and cost.</summary>
internal sealed class Worker(PopulationPlan population) : Behaviour
{
    internal const long StartBalance = 10_000_000;

    internal const int Skill = EngineColumns.Count;
    internal const int Cost = Skill + 1;
    internal const int Balance = Skill + 2;
    internal const int Stake = Skill + 3;
    internal const int On = Skill + 4;

    internal const int WorkSum = 0;
    internal const int StakeSum = 1;
    internal const int OnSum = 2;
    internal const int BalanceSum = 3;
    internal const int ExitSum = 4;

    private readonly ulong _seed = (ulong)population.Settings.Integer("seed");

    /// <summary>Its columns: all 64-bit, so that one vector step covers them alike.</summary>
    internal static IReadOnlyList<Column> Columns { get; } =
    [
        new("skill", ColumnType.Int64, "", "Work a tick, before noise, times a thousand."),
        new("cost", ColumnType.Int64, "micro", "Cost of a tick of work."),
        new("balance", ColumnType.Int64, "micro", "Money; an exit may leave it negative."),
        new("stake", ColumnType.Int64, "micro", "Staked money."),
        new("on", ColumnType.Int64, "", "1 while it works."),
    ];

    /// <summary>Its sums.</summary>
    internal static IReadOnlyList<Quantity> Sums { get; } =
    [
        new("workDone", CellType.Integer, "", "Work done in the tick."),
        new("staked", CellType.Integer, "micro", "Stakes after the tick."),
        new("on", CellType.Integer, "agents", "Agents that are on after the tick."),
        new("balances", CellType.Integer, "micro", "Balances after the tick."),
        new("exited", CellType.Integer, "", "Exits in the tick."),
    ];

    public override void Born(CohortTick tick, int row)
    {
        ulong r = StableHash.Mix(StableHash.Mix(_seed) + (StableHash.Golden * (ulong)(tick.First + row + 1)));
        tick.Columns.Int64(Skill)[row] = 500 + (long)((r & 0xffff) % 1001);
        tick.Columns.Int64(Cost)[row] = 200_000 + (long)(((r >> 16) & 0xffffff) % 800_001);
        tick.Columns.Int64(Balance)[row] = StartBalance;
        tick.Columns.Int64(On)[row] = 1;
    }

    /// <summary>Key of a tick: k = mix(seed + G (t + 1)).</summary>
    internal static ulong KeyOf(ulong seed, int tick) =>
        StableHash.Mix(seed + (StableHash.Golden * (ulong)(tick + 1)));

    /// <summary>The market that a population works for: the first of its network.</summary>
    internal static int MarketOf(WorldPlanning planning) =>
        planning.ShardsOf(Wse1Plugin.Name) is [ShardInfo market, ..] ? market.Index : -1;
}
