using AgentVerse.Model.Contracts;

namespace AgentVerse.Grains;

/// <summary>Puts a run's progress into the words of a client.</summary>
internal static class RunReport
{
    /// <summary>
    /// Status of a run; until its loop has ended it is under way, whatever the last commit is about to say.
    /// </summary>
    internal static RunStatus Of(RunControl control, RunIncarnation? run, bool loopEnded)
    {
        int ticks = run?.State.World.Plan.Ticks ?? control.Ticks;
        return new RunStatus
        {
            RunId = control.Spec?.RunId ?? "",
            Phase = loopEnded ? control.Phase : RunPhase.Running,
            Ticks = ticks,
            TicksDone = run is null ? control.CommittedTick : Math.Clamp(run.State.Tick, 0, ticks),
            TicksCommitted = control.CommittedTick,
            AgentSteps = run?.AgentSteps ?? control.AgentSteps,
            Incarnation = control.Incarnation,
            Digest = control.Digest,
            StateDigest = control.StateDigest,
            Error = control.Error,
            Series = run is null ? [] : Series(run),
            RelayBytes = run?.Groups.OfType<RelayGroup>().Sum(g => g.Bytes) ?? 0,
        };
    }

    internal static RunStatus Waiting(RunSpec spec) => new()
    {
        RunId = spec.RunId,
        Phase = RunPhase.Waiting,
        TicksDone = 0,
        Ticks = 0,
        TicksCommitted = 0,
        AgentSteps = 0,
        Incarnation = 0,
    };

    /// <summary>Status of a run whose grain fails at every call.</summary>
    internal static RunStatus Broken(RunEntry entry) => (entry.Status ?? Waiting(entry.Spec)) with
    {
        Phase = RunPhase.Failed,
        Error = "the run did not answer any more; the silos' logs say why; resume the experiment to try again",
    };

    /// <summary>Awake agents of every population in the current tick.</summary>
    private static List<KeyValuePair<string, double>> Series(RunIncarnation run)
    {
        WorldPlan world = run.State.World.Plan;
        List<KeyValuePair<string, double>> series = [];
        foreach (PopulationPlan population in world.Populations)
        {
            Totals totals = run.State.Totals;
            series.Add(new($"{population.Name} awake", totals[world.Totals.Awake(population.Index)]));
            for (int s = 0; s < population.Kind.Sums.Count; s++)
            {
                series.Add(new($"{population.Name} {population.Kind.Sums[s].Name}", totals[world.Totals.Sum(population.Index, s)]));
            }
        }

        return series;
    }
}
