using AgentVerse.Model.Settings;

namespace AgentVerse.Model.Contracts;

/// <summary>A kind of agents: what it stores, counts and can be configured with.</summary>
/// <param name="Name">Name in scenarios, such as <c>miner</c>.</param>
/// <param name="Doc">What it is, one sentence.</param>
/// <param name="Section">Keys of a population of this kind, beside those of every population.</param>
/// <param name="Columns">Columns of its agents; the engine puts its own (<see cref="EngineColumns"/>) before
/// them.</param>
/// <param name="Sums">Integer totals that its cohorts report every tick.</param>
/// <param name="Bind">Makes the behaviour of one population; problems found go to the planning.</param>
public sealed record AgentKind(
    string Name,
    string Doc,
    Section Section,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<Quantity> Sums,
    Func<PopulationPlan, WorldPlanning, Behaviour> Bind)
{
    /// <summary>
    /// Name of the column with what an agent has earned since the start, which its controller is told; empty for none.
    /// </summary>
    public string Income { get; init; } = "";

    /// <summary>
    /// Name of the column with what an agent has spent since the start, which its controller is told; empty for none.
    /// </summary>
    public string Cost { get; init; } = "";

    /// <summary>
    /// Name of the policy of a population that names none; empty for the first in order of names, which a new policy may
    /// become.
    /// </summary>
    public string DefaultPolicy { get; init; } = "";
}

/// <summary>A policy of a kind of agents: how they decide.</summary>
/// <param name="Kind">Name of the kind.</param>
/// <param name="Name">Name in scenarios, such as <c>honest</c>.</param>
/// <param name="Doc">What it does, one sentence.</param>
/// <param name="Bind">Makes the policy for one population.</param>
public sealed record PolicyKind(
    string Kind, string Name, string Doc, Func<PopulationPlan, WorldPlanning, Policy> Bind);

/// <summary>Something that is counted or published every tick: a sum of a population, a series of a shard.</summary>
/// <param name="Name">Name as a column of <c>ticks</c>.</param>
/// <param name="Type">Type of its cells.</param>
/// <param name="Unit">Unit, empty for pure numbers.</param>
/// <param name="Doc">Meaning, one sentence.</param>
public sealed record Quantity(string Name, Records.CellType Type, string Unit, string Doc);

/// <summary>A happening that a network writes to <c>events</c>.</summary>
/// <param name="Name">Name, such as <c>registered</c>.</param>
/// <param name="Doc">What happened, and what amount, a, b and x mean for it.</param>
public sealed record EventType(string Name, string Doc);

/// <summary>A token of the run.</summary>
/// <param name="Name">Name: <c>TAO</c>, or <c>alpha/3</c> for a subnet's own.</param>
/// <param name="Decimals">Base units are 10^-Decimals.</param>
public sealed record TokenInfo(string Name, int Decimals);
