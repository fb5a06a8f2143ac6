namespace AgentVerse.Simulation;

/// <summary>
/// The whole tick in one list. Two drivers walk it: <see cref="ReferenceRun"/> with a loop and the run grain with
/// await.
/// If the order of a tick changes, this file changes.
/// </summary>
public static class TickOrder
{
    /// <summary>Before the first tick: agents are born, shards open, their bulletins are published.</summary>
    public static IReadOnlyList<Phase> Opening { get; } =
    [
        new("born", PartSort.Cohorts, CohortStep.Born, (run, answer) => run.AbsorbStep(answer)),
        new("open", PartSort.Shards, ShardStep.Open, (run, answer) => run.AbsorbSettle(answer)),
        new("publish", PartSort.None, null, (run, _) => Publish.Opening(run)),
    ];

    /// <summary>Every tick: agents decide on what was published, networks settle, the result is published.</summary>
    public static IReadOnlyList<Phase> Phases { get; } =
    [
        new("step", PartSort.Cohorts, CohortStep.Step, (run, answer) => run.AbsorbStep(answer)),
        new("settle", PartSort.Shards, ShardStep.Settle, (run, answer) => run.AbsorbSettle(answer)),
        new("publish", PartSort.None, null, (run, _) => Publish.Tick(run)),
    ];

    /// <summary>After the last tick: what is still owed is applied, everyone is recorded.</summary>
    public static IReadOnlyList<Phase> Closing { get; } =
    [
        new("apply", PartSort.Cohorts, CohortStep.Apply, (run, answer) => run.AbsorbStep(answer)),
        new("publish", PartSort.None, null, (run, _) => Publish.Closing(run)),
    ];

    /// <summary>All phases; a phase travels between silos as its place in this list.</summary>
    public static IReadOnlyList<Phase> All { get; } = [.. Opening, .. Phases, .. Closing];
}
