using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using AgentVerse.Model.State;

namespace AgentVerse.Model.Records;

/// <summary>
/// What a table's rows come to, whatever their order: how many there are and the sum of their hashes mod 2^128. Parts
/// of a table add up to the whole.
/// </summary>
/// <remarks>
/// A row is hashed by what it says, not by how it is kept: XxHash128 (seed 0) of these little-endian 64-bit words: the
/// stable hash of the table's name; one of the names of the columns that are present, in order; the cells. A name
/// enters as the stable hash of its text, a real number by its bits with -0 as 0 and every NaN as one. Adding a row
/// allocates nothing.
/// </remarks>
public sealed class TableDigest
{
    private const int Head = 2;
    private const int StackWords = 256;
    private long _rows;
    private ulong _high;
    private ulong _low;

    /// <summary>Number of rows.</summary>
    public long Rows => _rows;

    /// <summary>Sum of the row hashes mod 2^128.</summary>
    public UInt128 Sum => new(_high, _low);

    /// <summary>The sum as 32 hexadecimal digits.</summary>
    public string SumText => Sum.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>Adds the rows of a batch. Cost O(cells).</summary>
    public void Add(RecordBatch batch, RunTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        Add(batch, tables.NameHashes);
    }

    /// <summary>Adds the rows of a batch whose names have the given stable hashes.</summary>
    public void Add(RecordBatch batch, ReadOnlySpan<ulong> nameHashes)
    {
        ArgumentNullException.ThrowIfNull(batch);
        RowShape shape = batch.Shape;
        int length = Head + batch.Width;
        Span<ulong> words = length <= StackWords ? stackalloc ulong[StackWords] : new ulong[length];
        words = words[..length];
        words[0] = shape.TableHash;
        words[1] = shape.ColumnsHash;
        UInt128 sum = Sum;
        ReadOnlySpan<ulong> cells = MemoryMarshal.Cast<long, ulong>(batch.Cells);
        for (int at = 0; at < cells.Length; at += batch.Width)
        {
            Canonical(cells.Slice(at, batch.Width), shape, nameHashes, words[Head..]);
            sum = unchecked(sum + XxHash128.HashToUInt128(MemoryMarshal.AsBytes(words)));
        }

        Keep(checked(_rows + batch.Count), sum);
    }

    /// <summary>Adds the rows of another digest.</summary>
    public void Add(TableDigest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Keep(checked(_rows + other._rows), unchecked(Sum + other.Sum));
    }

    /// <summary>Carries the digest to or from a checkpoint.</summary>
    public void Carry(StateCodec codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        codec.Value("rows", ref _rows);
        codec.Value("sumHigh", ref _high);
        codec.Value("sumLow", ref _low);
    }

    private static void Canonical(
        ReadOnlySpan<ulong> row, RowShape shape, ReadOnlySpan<ulong> nameHashes, Span<ulong> words)
    {
        row.CopyTo(words);
        foreach (int i in shape.NameCells)
        {
            Invariant.Check(row[i] < (ulong)nameHashes.Length, "a name's cell points into the table of names");
            words[i] = nameHashes[(int)row[i]];
        }

        foreach (int i in shape.NumberCells)
        {
            // 0 equals -0 and a NaN equals none, itself included.
            double value = BitConverter.UInt64BitsToDouble(row[i]);
            double canonical = value == 0 ? 0 : double.IsNaN(value) ? double.NaN : value;
            words[i] = BitConverter.DoubleToUInt64Bits(canonical);
        }
    }

    private void Keep(long rows, UInt128 sum)
    {
        _rows = rows;
        _high = (ulong)(sum >> 64);
        _low = (ulong)sum;
    }
}
