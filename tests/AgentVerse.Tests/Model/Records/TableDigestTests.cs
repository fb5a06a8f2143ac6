using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using AgentVerse.Model;
using AgentVerse.Model.Records;
using AgentVerse.Model.State;
using AgentVerse.Tests.Results;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Model.Records;

public class TableDigestTests
{
    [Fact]
    public void Digest_does_not_depend_on_the_order_of_rows_or_batches() =>
        Gen.Select(SampleRun.Batches.Array[0, 6], Gen.Int).Sample((batches, seed) =>
        {
            RecordBatch[] shuffled = [.. batches.Select(batch => Shuffled(batch, seed))];
            new Random(seed).Shuffle(shuffled);
            return Same(Digest(batches), Digest(shuffled));
        });

    [Fact]
    public void Digests_of_parts_add_up_to_the_digest_of_the_whole() =>
        Gen.Select(SampleRun.Batches.Array[0, 6], SampleRun.Batches.Array[0, 6]).Sample((left, right) =>
        {
            TableDigest sum = Digest(left);
            sum.Add(Digest(right));
            return Same(sum, Digest([.. left, .. right]));
        });

    [Fact]
    public void One_unit_in_one_cell_moves_the_digest() =>
        Gen.Select(SampleRun.Batches.Where(batch => batch.Count > 0), Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample(
            (batch, row, column) =>
            {
                long[][] rows = Rows(batch);
                long[] changed = rows[row % rows.Length];
                int place = column % changed.Length;
                CellType type = SampleRun.Ticks.Columns[batch.Shape.Columns[place]].Type;
                double number = BitConverter.Int64BitsToDouble(changed[place]);
                changed[place] = type switch
                {
                    CellType.Name => (changed[place] + 1) % SampleRun.Tables.Names.Count,
                    CellType.Number => RecordBatch.Cell(double.IsFinite(number) ? Math.BitIncrement(number) : 1),
                    _ => unchecked(changed[place] + 1),
                };
                return !Same(Digest(batch), Digest(SampleRun.Batch(batch.Shape, rows)));
            });

    [Fact]
    public void Names_enter_by_their_text_not_by_their_place()
    {
        RunTables renumbered = SampleRun.Tables with { };
        string[] names = [.. SampleRun.Tables.Names.Reverse()];
        renumbered = new RunTables(renumbered.Ticks, renumbered.Agents, renumbered.Events, names);
        TableDigest first = Digest(SampleRun.Batch(SampleRun.OnlyKey, [7, 0, 1]));
        var second = new TableDigest();
        second.Add(SampleRun.Batch(SampleRun.OnlyKey, [7, names.Length - 1, names.Length - 2]), renumbered);
        Assert.True(Same(first, second));
    }

    [Fact]
    public void Minus_zero_is_zero_and_all_NaN_are_one()
    {
        long otherNaN = unchecked((long)0xFFF8000000000001);
        Assert.True(double.IsNaN(BitConverter.Int64BitsToDouble(otherNaN)));
        Assert.True(Same(Digest(FullRow(RecordBatch.Cell(0.0))), Digest(FullRow(RecordBatch.Cell(-0.0)))));
        Assert.True(Same(Digest(FullRow(RecordBatch.Cell(double.NaN))), Digest(FullRow(otherNaN))));
        Assert.False(Same(Digest(FullRow(RecordBatch.Cell(0.0))), Digest(FullRow(otherNaN))));
    }

    [Fact]
    public void Shape_and_table_enter()
    {
        // Cells are the same; what they are called is not.
        TableSchema table = SampleRun.Ticks;
        RowShape volume = new(table, [0, 1, 2, 4]);
        RowShape account = new(table, [0, 1, 2, 5]);
        RowShape elsewhere = new(table with { Name = "agents" }, [0, 1, 2, 4]);
        long[] row = [1, 2, 3, 4];
        Assert.False(Same(Digest(SampleRun.Batch(volume, row)), Digest(SampleRun.Batch(account, row))));
        Assert.False(Same(Digest(SampleRun.Batch(volume, row)), Digest(SampleRun.Batch(elsewhere, row))));
    }

    [Fact]
    public void Digest_survives_a_checkpoint()
    {
        TableDigest digest = Digest(FullRow(5));
        var writer = new StateWriter();
        digest.Carry(writer);
        var restored = new TableDigest();
        restored.Carry(new StateReader(writer.Written));
        Assert.True(Same(digest, restored));
    }

    [Fact]
    public void A_name_that_is_not_in_the_table_of_names_is_refused() =>
        Assert.Throws<InvariantException>(() => Digest(SampleRun.Batch(SampleRun.OnlyKey, [0, 99, 0])));

    [Fact]
    public void A_row_is_hashed_as_documented_and_never_otherwise()
    {
        ulong columns = SampleRun.Ticks.Columns.Aggregate(
            0ul, (hash, column) => StableHash.Combine(hash, StableHash.Of(column.Name)));
        ulong[] words =
        [
            StableHash.Of("ticks"), columns, 7, StableHash.Of("subnet/15"), StableHash.Of("Zürich"),
            BitConverter.DoubleToUInt64Bits(1.5), unchecked((ulong)-3), ulong.MaxValue, StableHash.Of("miners"),
        ];
        TableDigest digest = Digest(SampleRun.Batch(
            SampleRun.Full, [7, 0, 1, RecordBatch.Cell(1.5), -3, unchecked((long)ulong.MaxValue), 2]));
        Assert.Equal(XxHash128.HashToUInt128(MemoryMarshal.AsBytes<ulong>(words)), digest.Sum);

        // Whoever changes this number changes the digest of every run ever made, and the scheme's name with it.
        Assert.Equal("5a8345903fe97767e4b9fd822712521e", digest.SumText);
        Assert.Equal("agentverse-rows/1", RunDigest.Scheme);
    }

    [Fact]
    public void Run_digest_is_the_SHA_256_of_the_tables_by_name()
    {
        var ticks = Digest(FullRow(5));
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"agentverse-rows/1\nagents 0 {new string('0', 32)}\nticks 1 {ticks.SumText}\n");
        string expected = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(expected, RunDigest.Of([new("ticks", ticks), new("agents", new TableDigest())]));
    }

    [Fact]
    public void Adding_a_row_allocates_nothing()
    {
        RecordBatch batch = SampleRun.Batch(
            SampleRun.Full, [.. Enumerable.Range(0, 1000).Select(i => new long[] { i, 0, 1, 2, 3, 4, 2 })]);
        var digest = new TableDigest();
        digest.Add(batch, SampleRun.Tables);
        long before = GC.GetAllocatedBytesForCurrentThread();
        digest.Add(batch, SampleRun.Tables);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500);
    }

    private static RecordBatch FullRow(long price) => SampleRun.Batch(SampleRun.Full, [7, 0, 1, price, 0, 0, 0]);

    private static TableDigest Digest(params RecordBatch[] batches) => SampleRun.Digests(batches)["ticks"];

    private static bool Same(TableDigest a, TableDigest b) => a.Rows == b.Rows && a.Sum == b.Sum;

    private static long[][] Rows(RecordBatch batch) =>
        [.. Enumerable.Range(0, batch.Count).Select(i => batch.Row(i).ToArray())];

    private static RecordBatch Shuffled(RecordBatch batch, int seed)
    {
        long[][] rows = Rows(batch);
        new Random(seed).Shuffle(rows);
        return SampleRun.Batch(batch.Shape, rows);
    }
}
