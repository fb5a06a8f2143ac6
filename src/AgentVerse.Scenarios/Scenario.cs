using AgentVerse.Model.Comparing;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Plans;

namespace AgentVerse.Scenarios;

/// <summary>A checked scenario: everything an experiment, or one run of it, is a function of. Immutable.</summary>
public sealed record Scenario
{
    /// <summary>Most agents of all populations together.</summary>
    public const int AgentsMax = 200_000_000;

    /// <summary>Name of the experiment.</summary>
    public required string Name { get; init; }

    /// <summary>What it asks; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>Start of the simulated time, seconds since 1970, UTC.</summary>
    public required long Start { get; init; }

    /// <summary>Length of a tick in seconds, 12 to 2,592,000.</summary>
    public required long TickSeconds { get; init; }

    /// <summary>Number of ticks, 1 to 10,000,000.</summary>
    public required int Ticks { get; init; }

    /// <summary>Seed, 0 to 2^63 - 1.</summary>
    public required long Seed { get; init; }

    /// <summary>Networks that take part with their settings, in ordinal order of their names; at least one.</summary>
    public required IReadOnlyList<KeyValuePair<string, SettingsMap>> Networks { get; init; }

    /// <summary>Populations, in the order of the file.</summary>
    public required IReadOnlyList<Population> Populations { get; init; }

    /// <summary>What is recorded of agents.</summary>
    public required Recording Record { get; init; }

    /// <summary>Measures, in the order of the file.</summary>
    public required IReadOnlyList<MeasureRequest> Measures { get; init; }

    /// <summary>Comparisons of treatments, in the order of the file; none in the scenario of one run.</summary>
    public required IReadOnlyList<ComparisonRequest> Comparisons { get; init; }

    /// <summary>The runs of the experiment; in the scenario of one run a single one.</summary>
    public required Design Design { get; init; }

    /// <summary>How runs are executed; changes no result.</summary>
    public required Execution Execution { get; init; }

    /// <summary>Data files in ordinal order of their paths, each once.</summary>
    public required IReadOnlyList<DataFile> DataFiles { get; init; }

    /// <summary>
    /// The scenario as checked, as YAML that reads back to the same: all keys in declared order, defaults filled in,
    /// values in one form (<c>60m</c> is <c>1h</c>), overrides applied; without <c>execution</c>. Two files with equal
    /// text are the same experiment.
    /// </summary>
    public required string CanonicalText { get; init; }

    /// <summary>
    /// What one run of the scenario depends on: <see cref="CanonicalText"/> without <c>description</c>,
    /// <c>design</c> and <c>comparisons</c>. A scenario itself; the run's id is made from it (<see cref="RunKey"/>).
    /// </summary>
    public required string RunText { get; init; }
}

/// <summary>All agents of one kind with one configuration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Name of its kind.</param>
/// <param name="Count">Its capacity.</param>
/// <param name="Policies">Names of its policies, different; agents begin with the first.</param>
/// <param name="AccountsPerController">Agents that one controller has.</param>
/// <param name="Initial">Share that is awake at the start, 0 to 1.</param>
/// <param name="ArrivalSeconds">Time over which the others wake.</param>
/// <param name="Settings">All its keys, those of its kind among them.</param>
public sealed record Population(
    string Name, string Kind, int Count, IReadOnlyList<string> Policies, int AccountsPerController, double Initial,
    long ArrivalSeconds, SettingsMap Settings);

/// <summary>What is recorded of agents.</summary>
/// <param name="AgentsEvery">Ticks between two records of the panel; 0 for the end alone.</param>
/// <param name="AgentsShare">Share of the agents in the panel, 0 to 1.</param>
public sealed record Recording(int AgentsEvery, double AgentsShare);

/// <summary>A measure to compute when a run has ended.</summary>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Population">Name of the population.</param>
/// <param name="Column">Name of the recorded column.</param>
/// <param name="ByController">Whether the agents of one controller are summed first.</param>
/// <param name="Settings">All keys, those of the measure among them.</param>
public sealed record MeasureRequest(
    string Measure, string Population, string Column, bool ByController, SettingsMap Settings);

/// <summary>Where a run's parts are.</summary>
public enum Placement
{
    /// <summary>As the size of the run suggests.</summary>
    Auto,

    /// <summary>All in one silo.</summary>
    Whole,

    /// <summary>Over all silos.</summary>
    Spread,
}

/// <summary>How runs are executed; changes no result.</summary>
/// <param name="CohortSize">Agents of one grain, 1 to 1,048,576; 0 for a choice by the engine.</param>
/// <param name="Placement">Where the parts of a run are.</param>
/// <param name="Threads">Threads of a silo; 0 for one a core.</param>
/// <param name="CheckpointEvery">Ticks between two checkpoints; 0 to go by the time.</param>
public sealed record Execution(int CohortSize, Placement Placement, int Threads, int CheckpointEvery);
