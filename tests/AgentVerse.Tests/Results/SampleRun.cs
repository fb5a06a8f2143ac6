using AgentVerse.Model.Records;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Tables;
using CsCheck;

namespace AgentVerse.Tests.Results;

/// <summary>Tables, shapes and rows of a made-up run, and an experiment's folder to write them to.</summary>
internal sealed class SampleRun : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public SampleRun()
    {
        Folder = ExperimentFolder.Create(_temporary.Of("experiment"));
    }

    public static TableSchema Ticks { get; } = new(
        "ticks",
        [
            new("tick", CellType.Integer, "tick", "Tick."),
            new("network", CellType.Name, "", "Network."),
            new("shard", CellType.Name, "", "Shard."),
            new("price", CellType.Number, "TAO", "Price of the \"token\"."),
            new("volume", CellType.Integer, "base units", "Volume."),
            new("account", CellType.Unsigned, "", "Account."),
            new("leader", CellType.Name, "", "Leader."),
        ],
        3);

    public static TableSchema Agents { get; } = new(
        "agents",
        [
            new("tick", CellType.Integer, "tick", "Tick."),
            new("population", CellType.Name, "", "Population."),
            new("agent", CellType.Integer, "", "Agent."),
            new("controller", CellType.Integer, "", "Controller."),
            new("wallet", CellType.Integer, "base units", "Wallet."),
        ],
        3);

    public static TableSchema Events { get; } = new(
        "events",
        [new("tick", CellType.Integer, "tick", "Tick."), new("ordinal", CellType.Integer, "", "Ordinal.")],
        2);

    public static RunTables Tables { get; } = new(
        Ticks, Agents, Events, ["subnet/15", "Zürich", "miners", "akash", "a,\"b\""]);

    public static RowShape Full { get; } = new(Ticks, [0, 1, 2, 3, 4, 5, 6]);

    public static RowShape NoPrice { get; } = new(Ticks, [0, 1, 2, 4]);

    public static RowShape OnlyKey { get; } = new(Ticks, [0, 1, 2]);

    public static RowShape Agent { get; } = new(Agents, [0, 1, 2, 3, 4]);

    /// <summary>A batch of rows of ticks 0 to 99 with cells of all sizes.</summary>
    public static Gen<RecordBatch> Batches { get; } =
        from shape in Gen.OneOf(Full, NoPrice, OnlyKey)
        from rows in Rows(shape).Array[0, 40]
        select Batch(shape, rows);

    public ExperimentFolder Folder { get; }

    public static RunStamp Stamp(string run = "run-1") =>
        new(run, 3, "control", 2, ulong.MaxValue, "0.1.0", "name: sample\n");

    public static RecordBatch Batch(RowShape shape, params long[][] rows)
    {
        var batch = new RecordBatch(shape);
        foreach (long[] row in rows)
        {
            batch.Add(row);
        }

        return batch;
    }

    public static IReadOnlyDictionary<string, TableDigest> Digests(IEnumerable<RecordBatch> batches)
    {
        var digests = new SortedDictionary<string, TableDigest>(StringComparer.Ordinal)
        {
            ["agents"] = new(), ["events"] = new(), ["ticks"] = new(),
        };
        foreach (RecordBatch batch in batches)
        {
            digests[batch.Shape.Table.Name].Add(batch, Tables);
        }

        return digests;
    }

    public RunWriter Writer(string run = "run-1", int incarnation = 1, int writer = 0, long cellsMax = 8L << 20) =>
        new(Folder, Tables, Stamp(run), new RunWriterOptions(incarnation, writer) { CellsMax = cellsMax });

    /// <summary>Writes and publishes some batches of ticks 0 to 99; gives their files.</summary>
    public IReadOnlyList<PartFile> Publish(
        IEnumerable<RecordBatch> batches, string run = "run-1", long cellsMax = 8L << 20)
    {
        RunWriter writer = Writer(run, cellsMax: cellsMax);
        foreach (RecordBatch batch in batches)
        {
            writer.Write(batch);
        }

        IReadOnlyList<StagedFile> staged = writer.Stage(0, 99);
        Staging.Publish(Folder, staged);
        return [.. staged.Select(file => file.Part)];
    }

    public string Glob(string table) => Path.Combine(Folder.Path, table, "*.parquet");

    public void Dispose() => _temporary.Dispose();

    private static Gen<long[]> Rows(RowShape shape)
    {
        Gen<long>[] cells = [.. shape.Columns.Select(column => CellOf(Ticks.Columns[column], column))];
        return Sequence(cells);
    }

    private static Gen<long[]> Sequence(Gen<long>[] cells) =>
        cells.Aggregate(Gen.Const<long[]>([]), (row, cell) => Gen.Select(row, cell, (r, c) => (long[])[.. r, c]));

    private static Gen<long> CellOf(TableColumn column, int index) => column.Type switch
    {
        _ when index == 0 => Gen.Long[0, 99],
        CellType.Name => Gen.Long[0, Tables.Names.Count - 1],
        CellType.Number =>
            Gen.OneOf(Gen.Double, Gen.OneOf(0.0, -0.0, double.NaN, double.MaxValue)).Select(RecordBatch.Cell),
        CellType.Unsigned => Gen.ULong.Select(value => (long)value),
        _ => Gen.OneOf(Gen.Long, Gen.Long[-5, 5], Gen.OneOf(long.MinValue, long.MaxValue)),
    };
}
