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
    public static bool Whole(long agents, Execution execution) =>
        execution.Placement == Placement.Whole
        || (execution.Placement == Placement.Auto && agents < AgentsWorthSpreading);

    /// <summary>Puts the files of a run's last commit where they belong.</summary>
    internal Task Recover(RunControl control) => pool.Run(() =>
    {
        files.Recover(control.Spec!, control.Staged);
        return true;
    });

    /// <summary>A run as its inputs make it.</summary>
    internal LoadedRun Load(RunSpec spec) => files.Load(spec);

    /// <summary>A group whose parts are grains of this silo.</summary>
    internal SiloGroup GroupHere(LoadedRun run, RelayOpening opening)
    {
        RunWriting writing = files.Writing(opening.Spec, run, opening.Incarnation, writer: opening.Group + 1);
        PartTable table = new(run.World.Plan, opening.CohortSize, opening.Groups);
        return new SiloGroup(new RunPlace(run.World, table, writing.Sink), writing, opening, grains, pool);
    }

    /// <summary>The next incarnation of a run, opened from its last commit.</summary>
    internal async Task<RunIncarnation> Begin(RunControl control)
    {
        RunSpec spec = control.Spec!;
        LoadedRun loaded = await pool.Run(() => files.Load(spec));
        (World world, Execution execution) = (loaded.World, loaded.Execution);
        files.Recover(spec, control.Staged);
        RunWriting own = files.Writing(spec, loaded, control.Incarnation, writer: 0);
        control.CohortSize = control.CohortSize > 0 ? control.CohortSize : CohortSize(world, execution);
        (PartTable table, IReadOnlyList<IGroup> groups) = Whole(AgentsOf(world), execution)
            ? WholeGroups(world, control, own)
            : SiloGroups(loaded, control);
        RunState state = new(world, table, own.Sink);
        RunIncarnation run = new(state, table, groups, own, execution.CheckpointEvery);
        await run.Open(control);
        return run;
    }

    private SiloAddress[] Homes() => [.. silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Order()];

    private static long AgentsOf(World world) => world.Plan.Populations.Sum(p => (long)p.Capacity);

    /// <summary>At least four cohorts a thread, for balance, and none above what a cache likes.</summary>
    private int CohortSize(World world, Execution execution)
    {
        int silos = Homes().Length;
        long even = AgentsOf(world) / Math.Max(1, CohortsPerThread * pool.Threads * silos);
        return execution.CohortSize > 0 ? execution.CohortSize : (int)Math.Clamp(even, CohortSizeMin, CohortSizeMax);
    }

    private (PartTable Table, IReadOnlyList<IGroup> Groups) WholeGroups(World world, RunControl control, RunWriting own)
    {
        PartTable table = new(world.Plan, control.CohortSize, groups: 1);
        return (table, [new WholeGroup(new RunPlace(world, table, own.Sink), own, pool)]);
    }

    private (PartTable Table, IReadOnlyList<IGroup> Groups) SiloGroups(LoadedRun run, RunControl control)
    {
        SiloAddress[] homes = Homes();
        PartTable table = new(run.World.Plan, control.CohortSize, homes.Length);
        return (table, [.. homes.Select((home, g) => GroupAt(run, home, new RelayOpening
        {
            Spec = control.Spec!,
            Incarnation = control.Incarnation,
            Group = g,
            Groups = homes.Length,
            CohortSize = control.CohortSize,
            Segments = [],
        }))]);
    }

    private IGroup GroupAt(LoadedRun run, SiloAddress home, RelayOpening opening)
    {
        if (home.Equals(silos.SiloAddress))
        {
            return GroupHere(run, opening);
        }

        string key = $"{opening.Spec.Key}/{opening.Incarnation}/{opening.Group}";
        return new RelayGroup(grains.GetGrain<IRelayGrain>(key), home, run.World, opening);
    }
}
