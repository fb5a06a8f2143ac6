using System.Collections.Concurrent;

using AgentVerse.Results;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>Makes incarnations: decides where a run's parts live and gathers its groups.</summary>
public sealed class RunCoordination(
    RunFiles files, SiloShared shared, IGrainFactory grains, ISiloStatusOracle silos)
{
    private readonly ConcurrentDictionary<SiloAddress, bool> _leaving = [];

    /// <summary>Below this many agents a run is quicker whole than spread.</summary>
    private const long AgentsWorthSpreading = 200_000;

    private const int CohortSizeMin = 1024;
    private const int CohortSizeMax = 65_536;
    private const int CohortsPerThread = 4;

    /// <summary>Whether a run is to run whole, as the reference within one grain.</summary>
    public static bool Whole(long agents, Execution execution) =>
        execution.Placement == Placement.Whole
        || (execution.Placement == Placement.Auto && agents < AgentsWorthSpreading);

    /// <summary>Puts the files of a run's last commit where they belong.</summary>
    internal Task Recover(RunControl control) => Pool.Run(() =>
    {
        files.Recover(control.Spec!, control.Incarnation, control.Staged, control.Phase == RunPhase.Done);
        return true;
    });

    /// <summary>The result files of a run's commits; none where its last commit cannot be read.</summary>
    internal async Task<IReadOnlyList<StagedPart>> Published(RunControl control)
    {
        try
        {
            return await Pool.Run(() => PublishedParts.Of(control, segments => files.Segments(control.Spec!, segments)));
        }
        catch (ResultsException)
        {
            // The run has failed by the same error and says so.
            return [];
        }
    }

    /// <summary>
    /// Whether a run must go on in other silos: its own is leaving, or one that holds a group of it.
    /// </summary>
    internal bool MustMove(RunIncarnation run)
    {
        foreach (RelayGroup group in run.Groups.OfType<RelayGroup>().Where(g => g.Leaving))
        {
            _leaving[group.Home] = true;
        }

        return shared.Presence.Leaving || run.Groups.Any(g => g.Leaving);
    }

    /// <summary>Whether a spread run had better go on in other silos: one has come, or gone.</summary>
    internal bool ShouldMove(RunIncarnation run) => run.Homes.Count > 0 && !Homes().SequenceEqual(run.Homes);

    /// <summary>A run as its inputs make it.</summary>
    internal LoadedRun Load(RunSpec spec) => files.Load(spec);

    /// <summary>A group whose parts are grains of this silo.</summary>
    internal SiloGroup GroupHere(LoadedRun run, RelayOpening opening)
    {
        RunWriting writing = files.Writing(opening.Spec, run, opening.Incarnation, writer: opening.Group + 1);
        PartTable table = new(run.World.Plan, opening.CohortSize, opening.Groups);
        return new SiloGroup(new RunPlace(run.World, table, writing.Sink), writing, opening, grains, shared);
    }

    /// <summary>The next incarnation of a run, opened from its last commit.</summary>
    internal async Task<RunIncarnation> Begin(RunControl control)
    {
        RunSpec spec = control.Spec!;
        LoadedRun loaded = await Pool.Run(() => files.Load(spec));
        (World world, Execution execution) = (loaded.World, loaded.Execution);
        await Recover(control);
        RunWriting own = files.Writing(spec, loaded, control.Incarnation, writer: 0);
        control.Ticks = world.Plan.Ticks;
        control.CohortSize = control.CohortSize > 0 ? control.CohortSize : CohortSize(world, execution);
        SiloAddress[] homes = Whole(AgentsOf(world), execution) ? [] : Homes();
        (PartTable table, IReadOnlyList<IGroup> groups) = homes.Length == 0
            ? WholeGroups(loaded, control, own)
            : SiloGroups(loaded, control, homes);
        RunState state = new(world, table, own.Sink);
        RunIncarnation run = new(state, table, groups, own, new(execution.CheckpointEvery, TimeProvider.System)) { Homes = homes };
        try
        {
            await run.Open(control);
            return run;
        }
        catch (Exception)
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>Silos to work in, in one order; those that leave only where there is no other.</summary>
    private SiloAddress[] Homes()
    {
        SiloAddress[] active = [.. silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Order()];
        SiloAddress[] staying = [.. active.Where(s => !_leaving.ContainsKey(s))];
        return staying.Length > 0 ? staying : active;
    }

    private ComputePool Pool => shared.Pool;

    private static long AgentsOf(World world) => world.Plan.Populations.Sum(p => (long)p.Capacity);

    /// <summary>At least four cohorts a thread, for balance, and none above what a cache likes.</summary>
    private int CohortSize(World world, Execution execution)
    {
        int silos = Homes().Length;
        long even = AgentsOf(world) / Math.Max(1, CohortsPerThread * Pool.Threads * silos);
        return execution.CohortSize > 0 ? execution.CohortSize : (int)Math.Clamp(even, CohortSizeMin, CohortSizeMax);
    }

    /// <summary>
    /// Rows of a whole run go through the run's own writer; its parts have a segment beside the run's.
    /// </summary>
    private (PartTable Table, IReadOnlyList<IGroup> Groups) WholeGroups(
        LoadedRun run, RunControl control, RunWriting own)
    {
        PartTable table = new(run.World.Plan, control.CohortSize, groups: 1);
        RunWriting parts = files.Writing(control.Spec!, run, control.Incarnation, writer: 1);
        return (table, [new WholeGroup(new RunPlace(run.World, table, own.Sink), parts, Pool)]);
    }

    private (PartTable Table, IReadOnlyList<IGroup> Groups) SiloGroups(
        LoadedRun run, RunControl control, SiloAddress[] homes)
    {
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
