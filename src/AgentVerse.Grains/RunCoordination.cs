using System.Net;

using AgentVerse.Scenarios;
using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>Makes incarnations: decides where a run's parts live and gathers its groups.</summary>
public sealed class RunCoordination(
    RunFiles files, ComputePool pool, IGrainFactory grains, ISiloStatusOracle silos)
{
    /// <summary>Below this many agents a run is quicker whole than spread.</summary>
    private const long AgentsWorthSpreading = 200_000;

    private const int CohortSizeMin = 1024;
    private const int CohortSizeMax = 65_536;
    private const int CohortsPerThread = 4;

    /// <summary>How long to wait before a restart: membership needs a moment to notice a dead silo.</summary>
    public static TimeSpan PauseBefore(int restart) => TimeSpan.FromSeconds(Math.Min(8, 0.5 * Math.Pow(2, restart - 1)));

    /// <summary>Whether a run is to run whole, as the reference within one grain.</summary>
    public static bool Whole(World world, Execution execution) =>
        execution.Placement == Placement.Whole
        || (execution.Placement == Placement.Auto
            && world.Plan.Populations.Sum(p => (long)p.Capacity) < AgentsWorthSpreading);

    /// <summary>The next incarnation of a run, opened from its last commit.</summary>
    internal async Task<RunIncarnation> Begin(RunControl control)
    {
        RunSpec spec = control.Spec!;
        (World world, Execution execution) = await pool.Run(() => files.Load(spec));
        files.Recover(spec, control.Staged);
        RunWriting own = files.Writing(spec, world, control.Incarnation, writer: 0);
        (PartTable table, IReadOnlyList<IGroup> groups) = Whole(world, execution)
            ? WholeGroups(world, execution, own)
            : RelayGroups(world, execution, control);
        RunState state = new(world, table, own.Sink);
        RunIncarnation run = new(state, table, groups, own, execution.CheckpointEvery);
        await run.Open(control);
        return run;
    }

    /// <summary>At least four cohorts a thread, for balance, and none above what a cache likes.</summary>
    private int CohortSize(World world, Execution execution, int silos)
    {
        long agents = world.Plan.Populations.Sum(p => (long)p.Capacity);
        long even = agents / Math.Max(1, CohortsPerThread * pool.Threads * silos);
        return execution.CohortSize ?? (int)Math.Clamp(even, CohortSizeMin, CohortSizeMax);
    }

    private (PartTable Table, IReadOnlyList<IGroup> Groups) WholeGroups(World world, Execution execution, RunWriting own)
    {
        PartTable table = new(world.Plan, CohortSize(world, execution, 1), groups: 1);
        return (table, [new WholeGroup(new RunPlace(world, table, own.Sink), own, pool)]);
    }

    private (PartTable Table, IReadOnlyList<IGroup> Groups) RelayGroups(
        World world, Execution execution, RunControl control)
    {
        SiloAddress[] homes = [.. silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Order()];
        PartTable table = new(world.Plan, CohortSize(world, execution, homes.Length), homes.Length);
        return (table, [.. homes.Select((home, g) => RelayAt(world, table, control, home, g))]);
    }

    private RelayGroup RelayAt(World world, PartTable table, RunControl control, SiloAddress home, int group)
    {
        IRelayGrain relay = grains.GetGrain<IRelayGrain>($"{control.Spec!.RunId}/{control.Incarnation}/{group}");
        return new RelayGroup(relay, home, world, new RelayOpening
        {
            Spec = control.Spec,
            Incarnation = control.Incarnation,
            Group = group,
            Groups = table.GroupCount,
            CohortSize = table.CohortSize,
            Segments = [],
        });
    }
}
