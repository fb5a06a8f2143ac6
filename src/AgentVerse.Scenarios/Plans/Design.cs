using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Plans;

/// <summary>The runs of an experiment: every replicate of every treatment at every point.</summary>
/// <param name="Replicates">Number of replicates, at least 1.</param>
/// <param name="Treatments">Treatments, at least one; their names differ.</param>
/// <param name="Points">Points of the plan, at least one.</param>
public sealed record Design(int Replicates, IReadOnlyList<Treatment> Treatments, PointSet Points)
{
    /// <summary>Name of the treatment of a scenario that names none.</summary>
    public const string Control = "control";

    /// <summary>One run of the file as it is.</summary>
    public static Design Single { get; } = new(1, [new Treatment(Control, [])], new ListedPoints([[]]));

    /// <summary>The search for the best attack that takes the place of points and replicates; null for none.</summary>
    public Search? Search { get; init; }

    /// <summary>Number of runs; of a search the most that it may take.</summary>
    public long RunCount => Search?.RunCountMax ?? (long)Replicates * Treatments.Count * Points.Count;

    /// <summary>The plan that does all runs.</summary>
    public IPlan Plan => Search is null ? new FactorialPlan(this) : new SearchPlan(Search);

    /// <summary>The design in words.</summary>
    public override string ToString() => Search?.ToString()
        ?? $"{Points.Count} points x {Treatments.Count} treatments x {Replicates} replicates";
}

/// <summary>A variant of the scenario.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Set">What it sets.</param>
public sealed record Treatment(string Name, IReadOnlyList<Override> Set);
