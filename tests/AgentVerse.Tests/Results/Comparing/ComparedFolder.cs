using AgentVerse.Grains;
using AgentVerse.Grains.Comparing;
using AgentVerse.Model.Records;
using AgentVerse.Results;
using AgentVerse.Results.Comparing;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Tables;
using AgentVerse.Scenarios;
using AgentVerse.Tests.Scenarios.Search;

using Xunit;

using FolderStatus = AgentVerse.Results.Experiments.RunStatus;
using RunStatus = AgentVerse.Grains.RunStatus;

namespace AgentVerse.Tests.Results.Comparing;

/// <summary>An experiment's folder with made-up runs of ten days, to be compared by a scenario's comparisons.</summary>
internal sealed class ComparedFolder : IDisposable
{
    private static readonly string[] Names = ["crowd", "others", "toy", "one", "came", "left"];

    private static readonly TableSchema Agents = new(
        "agents",
        [
            new("tick", CellType.Integer, "", ""), new("population", CellType.Name, "", ""),
            new("agent", CellType.Integer, "", ""), new("controller", CellType.Integer, "", ""),
            new("income", CellType.Integer, "", ""), new("spent", CellType.Integer, "", ""),
        ],
        3);

    private static readonly TableSchema Ticks = new(
        "ticks",
        [
            new("tick", CellType.Integer, "", ""), new("network", CellType.Name, "", ""),
            new("shard", CellType.Name, "", ""), new("price", CellType.Number, "", ""),
        ],
        3);

    private static readonly TableSchema Events = new(
        "events",
        [
            new("tick", CellType.Integer, "", ""), new("ordinal", CellType.Integer, "", ""),
            new("second", CellType.Integer, "", ""), new("event", CellType.Name, "", ""),
            new("population", CellType.Name, "", ""), new("agent", CellType.Integer, "", ""),
        ],
        2);

    private readonly TemporaryFolder _temporary = new();
    private readonly ExperimentFolder _folder;
    private readonly Scenario _scenario;
    private readonly List<RunEntry> _entries = [];
    private Manifest _manifest;

    internal ComparedFolder(string comparison, params string[] treatments)
    {
        string text = $$$"""
            scenario: 1
            name: toy
            start: 2025-01-01
            tick: 1d
            ticks: 10
            seed: 5
            networks: {toy: {}}
            populations:
              - {name: crowd, kind: attacker, count: 4, policies: [attack], accountsPerController: 2}
              - {name: others, kind: attacker, count: 2, policies: [attack]}
            record: {agents: {every: 5, share: 1}}
            comparisons:
              - {name: it, {{{comparison}}}}
            design:
              replicates: 4
              treatments: [{name: control}, {{{string.Join(", ", treatments.Select(t => $"{{name: {t}}}"))}}}]
            """;
        ScenarioReading reading = ScenarioReader.Read("s.yaml", text, ToyLaboratory.Catalogue, []);
        Assert.True(reading.Scenario is not null, string.Join('\n', reading.Problems));
        _scenario = reading.Scenario!;
        _folder = ExperimentFolder.Create(_temporary.Of("experiment"));
        _manifest = new Manifest { Name = "x", Version = "v", Design = "", Scenario = "" };
    }

    /// <summary>Adds a run.</summary>
    /// <param name="treatment">Its treatment.</param>
    /// <param name="replicate">Its replicate.</param>
    /// <param name="agents">Rows: tick, population, agent, controller, income, spent.</param>
    /// <param name="events">Rows: tick, ordinal, second, event, population, agent.</param>
    /// <param name="prices">Prices of the shard toy/one by tick.</param>
    internal ComparedFolder Add(
        string treatment, int replicate, long[][] agents, long[][]? events = null, double[]? prices = null)
    {
        string id = $"{treatment}-{replicate}";
        RunWriter writer = new(
            _folder, new RunTables(Ticks, Agents, Events, Names),
            new RunStamp(id, 0, treatment, replicate, 5, "v", "name: x\n"), new RunWriterOptions(1, 0));
        Write(writer, Agents, agents);
        Write(writer, Events, events ?? []);
        Write(writer, Ticks, [.. (prices ?? []).Select((p, t) => (long[])[t, 2, 3, RecordBatch.Cell(p)])]);
        IReadOnlyList<StagedFile> staged = writer.Stage(0, 10);
        Staging.Publish(_folder, staged);
        _manifest = _manifest.With(new ManifestRun
        {
            Id = id, Point = 0, Treatment = treatment, Replicate = replicate, Seed = 5, Status = FolderStatus.Done,
            Ticks = 10, Parts = [.. staged.Select(s => s.Part)],
        });
        RunSpec spec = new()
        {
            RunId = id, Experiment = "x", Overrides = [], Replicate = replicate, Point = 0, Treatment = treatment,
        };
        _entries.Add(new RunEntry { Spec = spec, Status = Done(id) });
        return this;
    }

    internal IReadOnlyList<MeasureRow> Rows() =>
        ComparisonRows.Of(_scenario.Seed, _scenario.Comparisons, new ComparedRuns(_scenario, _folder, _manifest, _entries));

    /// <summary>The one row of a measure.</summary>
    internal MeasureRow Row(string measure, string by = "all", string parameters = "") => Assert.Single(
        Rows(), r => r.Measure == measure && r.By == by && r.Parameters.EndsWith(parameters, StringComparison.Ordinal));

    public void Dispose() => _temporary.Dispose();

    private static void Write(RunWriter writer, TableSchema table, long[][] rows)
    {
        RecordBatch batch = new(new RowShape(table, [.. Enumerable.Range(0, table.Columns.Count)]));
        foreach (long[] row in rows)
        {
            batch.Add(row);
        }

        writer.Write(batch);
    }

    private static RunStatus Done(string id) => new()
    {
        RunId = id, Phase = RunPhase.Done, TicksDone = 10, Ticks = 10, TicksCommitted = 10, AgentSteps = 0,
        Incarnation = 1,
    };
}
