using AgentVerse.Results;
using AgentVerse.Results.Comparing;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Tables;
using AgentVerse.Results.Values;
using AgentVerse.Scenarios;
using AgentVerse.Scenarios.Plans;

namespace AgentVerse.Grains.Comparing;

/// <summary>The runs of an experiment that are done, to be compared.</summary>
internal sealed class ComparedRuns : IComparedRuns
{
    private readonly Scenario _scenario;
    private readonly ExperimentFolder _folder;
    private readonly Dictionary<(int Point, string Treatment, int Replicate), ManifestRun> _done = [];

    internal ComparedRuns(Scenario scenario, ExperimentFolder folder, Manifest manifest, IEnumerable<RunEntry> entries)
    {
        _scenario = scenario;
        _folder = folder;
        RunEntry[] all = [.. entries];
        Dictionary<string, ManifestRun> known = manifest.Runs.ToDictionary(r => r.Id, StringComparer.Ordinal);
        foreach (RunSpec spec in all.Where(e => e.Status?.Phase == RunPhase.Done).Select(e => e.Spec))
        {
            if (known.TryGetValue(spec.RunId, out ManifestRun? run))
            {
                _done[(spec.Point, spec.Treatment, spec.Replicate)] = run;
            }
        }

        Replay = scenario.Design.Search is { } search
            ? new SearchReplay(search, [.. all.Select(ExperimentWork.SummaryOf)])
            : null;
    }

    /// <summary>The search as far as it has come; null if there is none.</summary>
    internal SearchReplay? Replay { get; }

    /// <summary>Points at which treatments are compared: all, or the best attack of a search.</summary>
    public IReadOnlyList<int> Points => Replay is null
        ? [.. _done.Keys.Select(k => k.Point).Distinct().Order()]
        : Replay.Best is { } best ? [best.Number] : [];

    /// <summary>The done pairs of a point, by replicate; a search has one control for all points.</summary>
    public IEnumerable<RunPair> Pairs(int point, string control, string treatment)
    {
        foreach ((int replicate, ManifestRun one) in Of(Replay is null ? point : 0, control))
        {
            if (_done.TryGetValue((point, treatment, replicate), out ManifestRun? other))
            {
                yield return new RunPair(replicate, Columns(one), Columns(other));
            }
        }
    }

    /// <summary>What a run has recorded.</summary>
    internal RunColumns Columns(ManifestRun run) => ColumnsOf(_scenario, _folder, run);

    /// <summary>What a run of a scenario has recorded.</summary>
    internal static RunColumns ColumnsOf(Scenario scenario, ExperimentFolder folder, ManifestRun run) => new(
        new RunReader(folder, run.Parts), new RunSpan(run.Ticks, scenario.TickSeconds),
        scenario.Record.AgentsEvery > 0 && scenario.Record.AgentsShare >= 1);

    private IEnumerable<(int Replicate, ManifestRun Run)> Of(int point, string treatment) => _done
        .Where(d => d.Key.Point == point && d.Key.Treatment == treatment).OrderBy(d => d.Key.Replicate)
        .Select(d => (d.Key.Replicate, d.Value));
}
