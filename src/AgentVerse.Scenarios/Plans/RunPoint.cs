using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Plans;

/// <summary>One run of an experiment. Treatments of one point and replicate are paired: they share all draws.</summary>
/// <param name="Point">Index of the point of the plan.</param>
/// <param name="Treatment">Name of the treatment.</param>
/// <param name="Replicate">Index of the replicate: with the scenario's seed, the key of all draws.</param>
/// <param name="Overrides">What the point sets, then what the treatment sets; their paths do not overlap.</param>
public sealed record RunPoint(int Point, string Treatment, int Replicate, IReadOnlyList<Override> Overrides);

/// <summary>A run that has ended.</summary>
/// <param name="Run">The run.</param>
/// <param name="Succeeded">Whether it ended with its last tick; a run that failed is not asked for again.</param>
/// <param name="Measures">Values of the scenario's measures, NaN where undefined; none if it failed.</param>
public sealed record RunSummary(RunPoint Run, bool Succeeded, IReadOnlyList<double> Measures)
{
    /// <summary>Value that a search maximises; NaN where there is no search or the run failed.</summary>
    public double Value { get; init; } = double.NaN;
}
