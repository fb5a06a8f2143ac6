using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Results;
using AgentVerse.Results.Checkpoints;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Tables;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>
/// Brings runs in from the folder of their experiment. A world is planned once in a silo and shared by all that work on
/// the run there.
/// </summary>
public sealed class RunFiles(
    Catalogue catalogue, DataFolder data, SegmentStores stores, ComputePool pool, PluginSet plugins)
{
    private const int WorldsKept = 8;
    private readonly Lock _gate = new();
    private readonly Queue<string> _order = [];
    private readonly SortedDictionary<string, LoadedRun> _worlds = new(StringComparer.Ordinal);

    /// <summary>Version of all that can change rows: the program's and its plug-ins'.</summary>
    public string Version { get; } = string.Join(' ', [Product.Version, .. plugins.Origins]);

    /// <summary>The plug-ins, each as <c>name@hash</c>.</summary>
    public IReadOnlyList<string> Plugins => plugins.Origins;

    /// <summary>The run's world and how it is executed.</summary>
    /// <exception cref="InvariantException">The inputs do not make a world any more.</exception>
    public LoadedRun Load(RunSpec spec)
    {
        lock (_gate)
        {
            if (_worlds.TryGetValue(spec.Key, out LoadedRun? known))
            {
                return known;
            }

            LoadedRun loaded = Read(spec);
            _worlds.Add(spec.Key, loaded);
            _order.Enqueue(spec.Key);
            if (_order.Count > WorldsKept)
            {
                _worlds.Remove(_order.Dequeue());
            }

            return loaded;
        }
    }

    /// <summary>What a silo writes for one incarnation of a run.</summary>
    public RunWriting Writing(RunSpec spec, LoadedRun run, int incarnation, int writer) =>
        new(PlaceOf(spec), run, incarnation, writer, pool);

    /// <summary>Saved parts of a run's commit.</summary>
    internal SegmentSet Segments(RunSpec spec, IReadOnlyList<string> segments) => new(PlaceOf(spec).Segments, segments);

    /// <summary>
    /// Redoes the renames of the last commit and deletes what incarnations up to this one have left that no commit
    /// lists; of a run that is done, its checkpoints.
    /// </summary>
    public void Recover(RunSpec spec, int incarnation, IReadOnlyList<StagedPart> staged, bool isDone)
    {
        (ExperimentFolder folder, ISegmentStore segments) = PlaceOf(spec);
        StagedFile[] files = [.. staged.Select(RunWriting.Unwire)];
        Staging.Publish(folder, files);
        Staging.Clean(folder, spec.RunId, incarnation);
        if (isDone)
        {
            new CheckpointFolder(segments, spec.RunId).Clear();
        }
    }

    /// <summary>Deletes the checkpoints of runs and then the folder of an experiment.</summary>
    public void Delete(string experiment, IEnumerable<string> runs)
    {
        ExperimentFolder folder = data.Experiment(experiment);
        foreach (string run in runs)
        {
            new CheckpointFolder(stores(folder), run).Clear();
        }

        folder.Delete();
    }

    /// <summary>The world of one run of a scenario, or all that is wrong with its data and its networks.</summary>
    public (World? World, IReadOnlyList<Problem> Problems) BuildWorld(
        Scenario scenario, ExperimentInputs inputs, int replicate)
    {
        List<Problem> problems = [];
        IReadOnlyDictionary<string, DataTable> tables = inputs.Tables(scenario, problems);
        return problems.Count > 0
            ? (null, problems)
            : ScenarioWorld.Build(scenario, catalogue, tables, replicate);
    }

    private (ExperimentFolder Folder, ISegmentStore Segments) PlaceOf(RunSpec spec)
    {
        ExperimentFolder folder = data.Experiment(spec.Experiment);
        return (folder, stores(folder));
    }

    private LoadedRun Read(RunSpec spec)
    {
        ExperimentInputs inputs = ExperimentInputs.Open(data.Experiment(spec.Experiment));
        (Scenario? scenario, IReadOnlyList<Problem> problems) = inputs.ReadRun(catalogue, spec.Overrides);
        World? world = null;
        if (scenario is not null)
        {
            (world, problems) = BuildWorld(scenario, inputs, spec.Replicate);
        }

        return world is null
            ? throw new InvariantException($"the inputs of the experiment make a world: {string.Join("; ", problems)}")
            : new LoadedRun(world, scenario!.Execution, new RunStamp(
                spec.RunId, spec.Point, spec.Treatment, spec.Replicate, (ulong)scenario.Seed, Version, scenario.RunText));
    }
}

/// <summary>A run that is ready to begin.</summary>
/// <param name="World">Its world.</param>
/// <param name="Execution">How it is executed.</param>
/// <param name="Stamp">What its files say of it.</param>
public sealed record LoadedRun(World World, Execution Execution, RunStamp Stamp);
