using System.Text.Json;
using AgentVerse.Model;
using AgentVerse.Model.Records;
using AgentVerse.Results.Tables;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Results.Tables;

public class RunWriterTests
{
    [Fact]
    public void DuckDB_reads_the_rows_that_were_written() =>
        SampleRun.Batches.Array[0, 5].Sample(
            batches =>
            {
                using var run = new SampleRun();
                run.Publish(batches);
                string[] expected = [.. batches.SelectMany(Lines).Order(StringComparer.Ordinal)];
                List<object?[]> found =
                    expected.Length == 0 ? [] : DuckDb.Query($"select * from read_parquet('{run.Glob("ticks")}')");
                Assert.Equal(expected, found.Select(Line).Order(StringComparer.Ordinal));
            },
            iter: 30);

    [Fact]
    public void Whole_numbers_survive_their_packing_at_every_count() =>
        Gen.Select(
            Gen.Int[1, 3000],
            Gen.OneOf(Gen.Long, Gen.Long[-3, 3], Gen.OneOf(long.MinValue, 0, long.MaxValue)).Array[1, 7]).Sample(
            (count, pattern) =>
            {
                using var run = new SampleRun();
                IEnumerable<int> agents = Enumerable.Range(0, count);
                long[][] rows = [.. agents.Select(i => new long[] { 1, 0, i, 0, pattern[i % pattern.Length] })];
                run.Publish([SampleRun.Batch(SampleRun.Agent, rows)]);
                List<object?[]> found =
                    DuckDb.Query($"select wallet from read_parquet('{run.Glob("agents")}') order by agent");
                Assert.Equal(rows.Select(row => (object?)row[4]), found.Select(row => row[0]));
            },
            iter: 30);

    [Fact]
    public void Every_file_is_sorted_by_tick_and_then_by_the_text_of_the_key() =>
        SampleRun.Batches.Array[3, 8].Sample(
            batches =>
            {
                using var run = new SampleRun();
                IReadOnlyList<PartFile> parts = run.Publish(batches, cellsMax: 200);
                foreach (PartFile part in parts)
                {
                    string path = run.Folder.Absolute(part.Path);
                    List<object?[]> keys = DuckDb.Query($"select tick, network, shard from read_parquet('{path}')");
                    (long, string, string)[] found = [.. keys.Select(k => ((long)k[0]!, (string)k[1]!, (string)k[2]!))];
                    Assert.Equal(found.Order(new KeyComparer()), found);
                    Assert.Equal((found[0].Item1, found[^1].Item1), (part.FirstTick, part.LastTick));
                    Assert.Equal(part.Rows, found.Length);
                }
            },
            iter: 20);

    [Fact]
    public void Rows_of_one_key_are_ordered_by_their_cells_not_by_arrival()
    {
        long[] first = [1, 0, 0, 5];
        long[] second = [1, 0, 0, 6];
        Assert.Equal(ChecksumOf(first, second), ChecksumOf(second, first));
        Assert.NotEqual(ChecksumOf(first, second), ChecksumOf(first, first));
    }

    [Fact]
    public void Memory_is_bounded_by_spilling_sorted_files()
    {
        using var run = new SampleRun();
        IEnumerable<RecordBatch> batches = Enumerable.Range(0, 50).Select(i => SampleRun.Batch(
            SampleRun.Agent, [.. Enumerable.Range(0, 300).Select(a => new long[] { 99, 2, (i * 300) + a, 0, a })]));
        IReadOnlyList<PartFile> parts = run.Publish(batches, cellsMax: 10_000);
        Assert.InRange(parts.Count, 7, 10);
        Assert.All(parts, part => Assert.InRange(part.Rows * 5, 1, 10_000 + 1500));
        Assert.Equal(15_000L, DuckDb.Cell($"select count(distinct agent) from read_parquet('{run.Glob("agents")}')"));
    }

    [Fact]
    public void Files_of_disjoint_ticks_sort_by_name()
    {
        using var run = new SampleRun();
        RunWriter writer = run.Writer();
        List<string> names = [];
        foreach (long tick in new long[] { 0, 9, 10, 99, 100, 12_345 })
        {
            writer.Write(SampleRun.Batch(SampleRun.OnlyKey, [tick, 0, 1]));
            names.Add(Assert.Single(writer.Stage(tick, tick)).Part.Path);
        }

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal("ticks/run-1-t000000009-000000009-i0001-w0000-000001.parquet", names[1]);
    }

    [Fact]
    public void Metadata_says_how_to_run_it_again_and_what_columns_mean()
    {
        using var run = new SampleRun();
        PartFile part = Assert.Single(run.Publish([SampleRun.Batch(SampleRun.OnlyKey, [1, 0, 1])]));
        Dictionary<string, string> metadata = DuckDb
            .Query($"select decode(key), decode(value) from parquet_kv_metadata('{run.Folder.Absolute(part.Path)}')")
            .ToDictionary(row => (string)row[0]!, row => (string)row[1]!);
        Assert.Equal("name: sample\n", metadata["agentverse.scenario"]);
        Assert.Equal("18446744073709551615", metadata["agentverse.seed"]);
        Assert.Equal("2", metadata["agentverse.replicate"]);
        Assert.Equal("0.1.0", metadata["agentverse.version"]);
        Assert.Equal(RunDigest.Scheme, metadata["agentverse.digestScheme"]);
        using JsonDocument price = JsonDocument.Parse(metadata["column:price"]);
        Assert.Equal("TAO", price.RootElement.GetProperty("unit").GetString());
        Assert.Equal("Price of the \"token\".", price.RootElement.GetProperty("doc").GetString());
    }

    [Fact]
    public void Every_row_carries_its_run()
    {
        using var run = new SampleRun();
        run.Publish([SampleRun.Batch(SampleRun.OnlyKey, [1, 0, 1])], "left");
        run.Publish([SampleRun.Batch(SampleRun.OnlyKey, [1, 0, 1], [2, 0, 1])], "right");
        List<object?[]> counts = DuckDb.Query(
            $"select run, count(*) from read_parquet('{run.Glob("ticks")}') group by run order by run");
        Assert.Equal([["left", 1L], ["right", 2L]], counts);
    }

    [Fact]
    public void Several_threads_may_write()
    {
        using var run = new SampleRun();
        RunWriter writer = run.Writer(cellsMax: 3000);
        Parallel.For(0, 200, i => writer.Write(SampleRun.Batch(SampleRun.Agent, [.. Enumerable
            .Range(0, 20).Select(a => new long[] { 1, 2, (i * 20) + a, 0, 1 })])));
        Assert.Equal(4000, writer.Stage(0, 1).Sum(file => file.Part.Rows));
    }

    [Fact]
    public void Nothing_staged_twice()
    {
        using var run = new SampleRun();
        RunWriter writer = run.Writer();
        writer.Write(SampleRun.Batch(SampleRun.OnlyKey, [1, 0, 1]));
        Assert.Single(writer.Stage(0, 1));
        Assert.Empty(writer.Stage(2, 3));
    }

    [Fact]
    public void A_row_of_another_stretch_is_a_bug_and_stops_the_run()
    {
        using var run = new SampleRun();
        RunWriter writer = run.Writer();
        writer.Write(SampleRun.Batch(SampleRun.OnlyKey, [7, 0, 1]));
        Assert.Throws<InvariantException>(() => writer.Stage(8, 10));
    }

    private static string ChecksumOf(params long[][] rows)
    {
        using var run = new SampleRun();
        return Assert.Single(run.Publish([.. rows.Select(row => SampleRun.Batch(SampleRun.NoPrice, row))])).Checksum;
    }

    private static IEnumerable<string> Lines(RecordBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            var cells = new object?[SampleRun.Ticks.Columns.Count + 1];
            cells[0] = "run-1";
            for (int c = 0; c < batch.Width; c++)
            {
                int column = batch.Shape.Columns[c];
                long cell = batch.Row(i)[c];
                cells[column + 1] = SampleRun.Ticks.Columns[column].Type switch
                {
                    CellType.Name => SampleRun.Tables.Names[(int)cell],
                    CellType.Number => BitConverter.Int64BitsToDouble(cell),
                    CellType.Unsigned => (ulong)cell,
                    _ => cell,
                };
            }

            yield return Line(cells);
        }
    }

    private static string Line(object?[] cells) =>
        string.Join('|', cells.Select(cell => FormattableString.Invariant($"{cell ?? "null"}:{cell?.GetType().Name}")));

    private sealed class KeyComparer : IComparer<(long Tick, string Network, string Shard)>
    {
        public int Compare((long Tick, string Network, string Shard) x, (long Tick, string Network, string Shard) y)
        {
            int byTick = x.Tick.CompareTo(y.Tick);
            int byNetwork = string.CompareOrdinal(x.Network, y.Network);
            return byTick != 0 ? byTick : byNetwork != 0 ? byNetwork : string.CompareOrdinal(x.Shard, y.Shard);
        }
    }
}
