using AgentVerse.Grains.Comparing;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Results;
using AgentVerse.Results.Comparing;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Values;
using AgentVerse.Scenarios;
using AgentVerse.Scenarios.Plans;

using FolderStatus = AgentVerse.Results.Experiments.RunStatus;

namespace AgentVerse.Grains;

/// <summary>One experiment at work: its plan, its manifest, its tables.</summary>
internal sealed class ExperimentWork(
    string experiment, ExperimentFolder folder, ExperimentInputs inputs, Scenario scenario, Catalogue catalogue,
    RunFiles files, ComputePool pool)
{
    private readonly IReadOnlyList<DataHash> _hashes = inputs.Hashes(scenario);
    private Manifest _manifest = ManifestFile.Read(folder);

    /// <summary>
    /// Most runs at once: whole ones as many as the queue allows, a spread one alone since it fills the cluster.
    /// </summary>
    internal int LanesMax => RunCoordination.Whole(AgentsOf(scenario), scenario.Execution) ? int.MaxValue : 1;

    internal static Manifest ManifestOf(
        string experiment, Scenario scenario, IReadOnlyList<DataHash> hashes, IReadOnlyList<string> plugins) => new()
        {
            Name = experiment,
            Version = Product.Version,
            Design = scenario.Design.ToString(),
            Scenario = scenario.CanonicalText,
            Provenance = new SortedDictionary<string, string>(
                hashes.Select(h => KeyValuePair.Create($"data {h.Path}", $"sha256:{h.Sha256}"))
                    .Concat(plugins.Select(p => p.Split('@')).Select(p => KeyValuePair.Create($"plugin {p[0]}", p[1])))
                    .ToDictionary(),
                StringComparer.Ordinal),
        };

    /// <summary>The runs to do next.</summary>
    internal IReadOnlyList<RunSpec> Next(IReadOnlyList<RunEntry> entries) =>
        [.. scenario.Design.Plan.Next([.. entries.Select(SummaryOf)]).Select(SpecOf)];

    /// <summary>Notes planned runs in the manifest, in the order of the plan.</summary>
    internal Task Announce(IEnumerable<RunSpec> specs) => pool.Run(() =>
    {
        foreach (RunSpec spec in specs)
        {
            _manifest = _manifest.With(ManifestRunOf(spec));
        }

        ManifestFile.Write(folder, _manifest);
        return true;
    });

    /// <summary>Notes a run that has ended in the manifest; gives the entry the values of its measures.</summary>
    internal Task Report(RunEntry entry, RunResult result) => pool.Run(() =>
    {
        ManifestRun run = ManifestRunOf(entry, result);
        lock (folder)
        {
            _manifest = _manifest.With(run);
            ManifestFile.Write(folder, _manifest);
        }

        if (run.Status == FolderStatus.Done)
        {
            entry.Measures = [.. RunMeasures.Of(catalogue, scenario, folder, run)];
            entry.Value = ValueOf(run);
        }

        return true;
    });

    /// <summary>Writes the tables of runs and measures.</summary>
    internal Task Finish(IReadOnlyList<RunEntry> entries) => pool.Run(() =>
    {
        RunsTable.Write(folder, _manifest);
        ComparedRuns runs = new(scenario, folder, _manifest, entries);
        SearchReport? search = runs.Replay is { } replay
            ? new SearchReport(scenario.Design.Search!, replay, entries)
            : null;
        search?.Write(folder, _manifest, ExperimentDesk.Required(inputs.ReadRun(catalogue, [])));
        MeasuresTable.Write(folder, _manifest,
        [
            .. RunMeasures.Rows(catalogue, scenario, entries), .. ComparisonRows.Of(scenario.Seed, scenario.Comparisons, runs),
            .. search?.Rows() ?? [],
        ]);
        Staging.Tidy(folder);
        return true;
    });

    private static long AgentsOf(Scenario scenario) => scenario.Populations.Sum(p => (long)p.Count);

    /// <summary>What a plan learns of a run that has ended.</summary>
    internal static RunSummary SummaryOf(RunEntry entry) => new(
        new RunPoint(
            entry.Spec.Point, entry.Spec.Treatment, entry.Spec.Replicate,
            [.. entry.Spec.Overrides.Select(o => Override.Of(o.Key, o.Value))]),
        entry.Status?.Phase == RunPhase.Done,
        entry.Measures)
    {
        Value = entry.Value,
    };

    /// <summary>What a search maximises, at the run's own prices.</summary>
    private double ValueOf(ManifestRun run)
    {
        if (scenario.Design.Search is not { } search)
        {
            return double.NaN;
        }

        RunColumns columns = ComparedRuns.ColumnsOf(scenario, folder, run);
        return RunValue.Of(search.Value, columns, columns);
    }

    private static FolderStatus StatusOf(RunPhase phase) => phase switch
    {
        RunPhase.Done => FolderStatus.Done,
        RunPhase.Failed => FolderStatus.Failed,
        RunPhase.Stopped => FolderStatus.Stopped,
        _ => FolderStatus.Running,
    };

    private RunSpec SpecOf(RunPoint point)
    {
        KeyValuePair<string, string>[] overrides = [.. point.Overrides.Select(o => KeyValuePair.Create(o.Path, o.Value))];
        Scenario run = ExperimentDesk.Required(inputs.ReadRun(catalogue, overrides));
        return new RunSpec
        {
            RunId = RunKey.Of(run, point.Replicate, _hashes, files.Version),
            Experiment = experiment,
            Overrides = overrides,
            Replicate = point.Replicate,
            Point = point.Point,
            Treatment = point.Treatment,
        };
    }

    private ManifestRun ManifestRunOf(RunSpec spec) => new()
    {
        Id = spec.RunId,
        Point = spec.Point,
        Treatment = spec.Treatment,
        Replicate = spec.Replicate,
        Seed = (ulong)scenario.Seed,
        Overrides = new SortedDictionary<string, string>(spec.Overrides.ToDictionary(), StringComparer.Ordinal),
        Status = FolderStatus.Running,
    };

    private ManifestRun ManifestRunOf(RunEntry entry, RunResult result) => ManifestRunOf(entry.Spec) with
    {
        Status = StatusOf(entry.Status!.Phase),
        Error = entry.Status.Error,
        Ticks = entry.Status.TicksDone,
        Digest = entry.Status.Digest,
        Tables = [.. result.Tables.Select(t => new ManifestTable(t.Name, t.Rows, t.Sum))],
        Parts = [.. result.Parts.Select(p => RunWriting.Unwire(p).Part).OrderBy(p => p.Path, StringComparer.Ordinal)],
    };
}
