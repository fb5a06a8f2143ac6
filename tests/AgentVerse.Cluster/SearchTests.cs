using AgentVerse.Grains;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;

namespace AgentVerse.Cluster;

/// <summary>A search gives the same attacks, runs and verdict, whatever the cluster does and wherever it was stopped.</summary>
public sealed class SearchTests
{
    private const string Scenario = """
        scenario: 1
        name: search
        start: 2025-01-01
        tick: 1h
        ticks: 12
        seed: 42
        networks:
          wse1: {workers: workers}
        populations:
          - {name: workers, kind: worker, count: 300, policies: [columns]}
        record:
          agents: {every: 4, share: 1}
        comparisons:
          - name: gain
            compare: difference
            treatment: more
            rate: 0.1
            value: [{population: workers, column: balance, weight: 0.000001}]
          - {name: loss, compare: dilution, treatment: more, honest: [workers], reward: balance}
          - name: split
            compare: splitGain
            who: all
            splits: [{treatment: more, accounts: 2}]
            reward: [{population: workers, column: balance, weight: 0.000001}]
            fresh: 0.5
        design:
          treatments:
            - name: control
            - {name: more, set: {populations.workers.seed: 43}}
          search:
            method: crossEntropy
            attack: more
            family: crowds
            evaluations: 24
            training: 2
            fresh: 3
            over: {populations.workers.count: {from: 100, to: 400}}
            value: [{population: workers, column: balance, weight: 0.000001}]
        """;

    [Fact]
    public async Task One_search_for_any_layout_and_any_stop()
    {
        string whole = await Found(1, [], stops: 0);
        Assert.Contains("A profitable attack was found in 24 evaluations of family crowds", whole, StringComparison.Ordinal);
        Assert.Equal(
            whole, await Found(2, ["execution.placement=spread", "execution.cohortSize=32"], stops: 0));
        Assert.Equal(whole, await Found(1, [], stops: 4));
    }

    [Fact]
    public async Task The_best_attack_runs_as_a_scenario_and_its_runs_are_those_of_the_search()
    {
        await using Laboratory laboratory = await Laboratory.Open(1);
        await Laboratory.End(await laboratory.Submit("search", Scenario));
        ExperimentFolder searched = laboratory.FolderOf("search");
        string best = await File.ReadAllTextAsync(searched.Absolute("inputs/best-attack.yaml"));
        ExperimentStatus status = await Laboratory.End(await laboratory.Submit("best", best));
        Assert.Equal(("", RunPhase.Done), (status.Error, status.Phase));
        Manifest again = ManifestFile.Read(laboratory.FolderOf("best"));
        Assert.Equal(10, again.Runs.Count);
        Manifest first = ManifestFile.Read(searched);
        Assert.All(again.Runs, r => Assert.Equal(first.Find(r.Id)!.Digest, r.Digest));
        MeasureRow gain = MeasuresTable.Read(searched).Single(m => m.Measure == "bestAttackGain");
        Assert.Equal(3, gain.Interval.Count);
        Assert.True(gain.Interval.Low > 0);
    }

    /// <summary>Verdict, measures and runs of a search, as text.</summary>
    private static async Task<string> Found(short silos, string[] overrides, int stops)
    {
        await using Laboratory laboratory = await Laboratory.Open(silos);
        IExperimentGrain experiment = await laboratory.Submit("search", Scenario, overrides);
        for (int stop = 0; stop < stops; stop++)
        {
            await Task.Delay(150);
            await experiment.Stop();
            await experiment.Resume();
        }

        ExperimentStatus status = await Laboratory.End(experiment);
        Assert.Equal(("", RunPhase.Done), (status.Error, status.Phase));
        ExperimentFolder folder = laboratory.FolderOf("search");
        IEnumerable<string> runs = ManifestFile.Read(folder).Runs
            .Select(r => $"{r.Point} {r.Treatment} {r.Replicate} {r.Id} {r.Digest}").Order(StringComparer.Ordinal);
        IEnumerable<string> measures = MeasuresTable.Read(folder).Select(m => m.ToString());
        return string.Join('\n', [SearchTable.ReadVerdict(folder), .. measures, .. runs]);
    }
}
