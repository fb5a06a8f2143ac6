using AgentVerse.Model.Records;
using AgentVerse.Results;
using AgentVerse.Results.Tables;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Results.Tables;

public class RunReaderTests
{
    [Fact]
    public void Digest_from_the_files_equals_the_digest_of_the_rows() =>
        SampleRun.Batches.Array[0, 6].Sample(
            batches =>
            {
                using var run = new SampleRun();
                var reader = new RunReader(run.Folder, run.Publish(batches, cellsMax: 300));
                string expected = RunDigest.Of(SampleRun.Digests(batches));
                Assert.Equal(expected, RunDigest.Of(reader.Digests(["agents", "events", "ticks"])));
            },
            iter: 30);

    [Fact]
    public void Rows_come_back_with_their_shapes()
    {
        using var run = new SampleRun();
        RecordBatch[] batches =
        [
            SampleRun.Batch(SampleRun.NoPrice, [1, 0, 1, 10], [3, 0, 1, 30]),
            SampleRun.Batch(SampleRun.OnlyKey, [2, 0, 1]),
        ];
        var reader = new RunReader(run.Folder, run.Publish(batches));
        RecordBatch[] found = [.. reader.Batches("ticks")];
        Assert.Equal(
            [SampleRun.NoPrice.Columns, SampleRun.OnlyKey.Columns], found.Select(batch => batch.Shape.Columns));
        Assert.Equal([1, 10, 3, 30], found[0].Cells.ToArray().Where((_, i) => i % 4 is 0 or 3));
        Assert.Equal("Zürich", reader.Names.Names[(int)found[1].Row(0)[2]]);
        Assert.Equal("TAO", found[0].Shape.Table.Columns[3].Unit);
        Assert.Equal(3, found[0].Shape.Table.KeyCount);
    }

    [Fact]
    public void Columns_of_the_last_tick_of_a_population_are_selected()
    {
        using var run = new SampleRun();
        IReadOnlyList<PartFile> parts = run.Publish(
        [
            SampleRun.Batch(SampleRun.Agent, [8, 2, 0, 0, 1], [9, 2, 0, 0, 5], [9, 2, 1, 0, 6], [9, 3, 0, 4, 7]),
        ]);
        var reader = new RunReader(run.Folder, parts);
        RowFilter last = RowFilter.At(reader.LastTick("agents")!.Value).Where("population", "miners");
        IReadOnlyList<SelectedColumn> columns = reader.Select("agents", ["controller", "wallet"], last);
        Assert.Equal([0L, 0L], columns[0].Cells);
        Assert.Equal([5.0, 6.0], columns[1].Numbers());
    }

    [Fact]
    public void An_absent_cell_is_not_a_number()
    {
        using var run = new SampleRun();
        var reader = new RunReader(run.Folder, run.Publish(
        [
            SampleRun.Batch(SampleRun.NoPrice, [1, 0, 1, 10]),
            SampleRun.Batch(SampleRun.Full, [2, 0, 1, RecordBatch.Cell(0.5), 20, unchecked((long)ulong.MaxValue), 0]),
        ]));
        IReadOnlyList<SelectedColumn> columns = reader.Select("ticks", ["price", "account"], RowFilter.All);
        Assert.Equal([double.NaN, 0.5], columns[0].Numbers());
        Assert.Equal([double.NaN, ulong.MaxValue], columns[1].Numbers());
    }

    [Fact]
    public void Files_of_other_ticks_are_not_opened()
    {
        using var run = new SampleRun();
        List<PartFile> parts = [.. run.Publish([SampleRun.Batch(SampleRun.OnlyKey, [5, 0, 1])])];
        parts.Add(parts[0] with { Path = "ticks/not-there.parquet", FirstTick = 50, LastTick = 60 });
        var reader = new RunReader(run.Folder, parts);
        Assert.Equal([5L], reader.Select("ticks", ["tick"], new RowFilter(0, 49, []))[0].Cells);
        Assert.Throws<ResultsException>(() => reader.Select("ticks", ["tick"], RowFilter.All));
    }

    [Fact]
    public void A_column_that_no_file_has_is_refused_by_name()
    {
        using var run = new SampleRun();
        var reader = new RunReader(run.Folder, run.Publish([SampleRun.Batch(SampleRun.OnlyKey, [5, 0, 1])]));
        ResultsException refused = Assert.Throws<ResultsException>(
            () => reader.Select("ticks", ["tick", "prise"], RowFilter.All));
        Assert.Contains("table 'ticks' has no column 'prise'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(1.0)]
    public void A_cut_file_is_refused_as_damaged(double keep)
    {
        using var run = new SampleRun();
        PartFile part = Assert.Single(run.Publish([SampleRun.Batch(SampleRun.OnlyKey, [5, 0, 1])]));
        string path = run.Folder.Absolute(part.Path);
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(int)((bytes.Length * keep) - 1)]);
        AssertDamaged(new RunReader(run.Folder, [part]));
    }

    [Fact]
    public void A_file_with_a_broken_page_is_refused_or_digests_to_something_else() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Byte[1, 255]).Sample(
            (position, flip) =>
            {
                using var run = new SampleRun();
                long[][] rows = [.. Enumerable.Range(0, 100).Select(i => new long[] { i, 0, 1, i * 7919 })];
                RecordBatch batch = SampleRun.Batch(SampleRun.NoPrice, rows);
                PartFile part = Assert.Single(run.Publish([batch]));
                string path = run.Folder.Absolute(part.Path);
                byte[] bytes = File.ReadAllBytes(path);
                bytes[position % bytes.Length] ^= flip;
                File.WriteAllBytes(path, bytes);
                try
                {
                    // Bytes that no row depends on (statistics, sizes) may differ unseen; the checksum catches them.
                    new RunReader(run.Folder, [part]).Digests(["ticks"]);
                }
                catch (ResultsException refused)
                {
                    Assert.Contains(path, refused.Message, StringComparison.Ordinal);
                }
            },
            iter: 200);

    [Fact]
    public void A_missing_file_is_named()
    {
        using var run = new SampleRun();
        PartFile part = Assert.Single(run.Publish([SampleRun.Batch(SampleRun.OnlyKey, [5, 0, 1])]));
        File.Delete(run.Folder.Absolute(part.Path));
        ResultsException refused = Assert.Throws<ResultsException>(
            () => new RunReader(run.Folder, [part]).Digests(["ticks"]));
        Assert.Contains("does not exist", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_locked_file_is_named()
    {
        using var run = new SampleRun();
        PartFile part = Assert.Single(run.Publish([SampleRun.Batch(SampleRun.OnlyKey, [5, 0, 1])]));
        string path = run.Folder.Absolute(part.Path);
        using FileStream held = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        ResultsException refused = Assert.Throws<ResultsException>(
            () => new RunReader(run.Folder, [part]).Digests(["ticks"]));
        Assert.Contains("another program has it open", refused.Message, StringComparison.Ordinal);
    }

    private static void AssertDamaged(RunReader reader)
    {
        ResultsException refused = Assert.Throws<ResultsException>(() => reader.Digests(["ticks"]));
        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
    }
}
