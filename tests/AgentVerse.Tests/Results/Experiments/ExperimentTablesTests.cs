using AgentVerse.Measures.Statistics;
using AgentVerse.Results.Experiments;
using Xunit;

namespace AgentVerse.Tests.Results.Experiments;

public class ExperimentTablesTests
{
    [Fact]
    public void Runs_are_rows_with_their_parameters_as_columns()
    {
        using var run = new SampleRun();
        Manifest manifest = ManifestFileTests.Sample;
        ManifestRun third = manifest.Runs[1] with
        {
            Id = "run-3",
            Overrides = new(StringComparer.Ordinal) { ["networks.akash.take"] = "1e-3", ["attack.mode"] = "clone" },
        };
        RunsTable.Write(run.Folder, manifest.With(third));
        List<object?[]> rows = DuckDb.Query(
            $"""
            select run, seed, status, error, ticks, "networks.akash.take", "attack.mode" from '{run.Glob("runs")}'
            """);
        Assert.Equal(
        [
            ["run-1", ulong.MaxValue, "done", "", 10L, 0.02, null],
            ["run-2", 7UL, "failed", "tick 4, shard akash/1: ledger of AKT differs by 1", 0L, null, null],
            ["run-3", 7UL, "failed", "tick 4, shard akash/1: ledger of AKT differs by 1", 0L, 0.001, "clone"],
        ],
        rows);
    }

    [Fact]
    public void A_parameter_called_like_a_column_stands_under_the_scenario()
    {
        using var run = new SampleRun();
        Manifest manifest = ManifestFileTests.Sample;
        ManifestRun longer = manifest.Runs[0] with
        {
            Overrides = new(StringComparer.Ordinal) { ["ticks"] = "7200", ["Seed"] = "3" },
        };
        RunsTable.Write(run.Folder, manifest with { Runs = [longer] });
        List<object?[]> rows = DuckDb.Query(
            $"""select ticks, "scenario.ticks", seed, "scenario.Seed" from '{run.Glob("runs")}'""");
        Assert.Equal([[10L, 7200.0, ulong.MaxValue, 3.0]], rows);
    }

    [Fact]
    public void The_table_of_runs_is_replaced_as_a_whole()
    {
        using var run = new SampleRun();
        RunsTable.Write(run.Folder, ManifestFileTests.Sample);
        RunsTable.Write(run.Folder, ManifestFileTests.Sample with { Runs = [ManifestFileTests.Sample.Runs[0]] });
        Assert.Equal(1L, DuckDb.Cell($"select count(*) from '{run.Glob("runs")}'"));
        Assert.Single(Directory.GetFiles(run.Folder.Absolute("runs")));
    }

    [Fact]
    public void An_experiment_without_runs_has_an_empty_table()
    {
        using var run = new SampleRun();
        RunsTable.Write(run.Folder, ManifestFileTests.Sample with { Runs = [] });
        Assert.Equal(0L, DuckDb.Cell($"select count(*) from '{run.Glob("runs")}'"));
    }

    [Fact]
    public void Measures_have_intervals_and_one_replicate_has_none()
    {
        using var run = new SampleRun();
        MeasureRow row = new(
            "nakamoto", "theta=0.5", "holders", "miners", "stake", "controller", "attack", 4,
            Interval.OfMean([1, 2, 3], 0.95));
        MeasureRow single = row with { Interval = Interval.OfMean([2], 0.95) };
        MeasureRow undefined = row with { Interval = Interval.OfMean([double.NaN], 0.95) };
        MeasuresTable.Write(run.Folder, ManifestFileTests.Sample, [row, single, undefined]);
        List<object?[]> rows = DuckDb.Query(
            $"""
            select measure, parameters, population, "column", "by", treatment, point, unit, estimate,
                   round(low, 6), round(high, 6), level, replicates, method
            from '{run.Glob("measures")}'
            """);
        Assert.Equal(
        [
            ["nakamoto", "theta=0.5", "miners", "stake", "controller", "attack", 4L, "holders", 2.0,
                -0.484138, 4.484138, 0.95, 3L, "t over replicates"],
            ["nakamoto", "theta=0.5", "miners", "stake", "controller", "attack", 4L, "holders", 2.0,
                null, null, 0.95, 1L, "t over replicates"],
            ["nakamoto", "theta=0.5", "miners", "stake", "controller", "attack", 4L, "holders", null,
                null, null, 0.95, 0L, "t over replicates"],
        ],
        rows);
    }

    [Fact]
    public void Tables_say_how_to_run_the_experiment_again()
    {
        using var run = new SampleRun();
        RunsTable.Write(run.Folder, ManifestFileTests.Sample);
        object? scenario = DuckDb.Cell(
            $"""
            select decode(value) from parquet_kv_metadata('{run.Glob("runs")}')
            where decode(key) = 'agentverse.scenario'
            """);
        Assert.Equal(ManifestFileTests.Sample.Scenario, scenario);
    }
}
