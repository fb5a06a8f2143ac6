using AgentVerse.Model.Records;

namespace AgentVerse.Results.Tables;

/// <summary>
/// One column of one row group between rows and Parquet: the cells that are present, packed, and for every row
/// whether its cell is. Reused from column to column.
/// </summary>
internal sealed class ColumnBuffers(int rowsMax)
{
    private readonly long[] _cells = new long[rowsMax];
    private readonly double[] _numbers = new double[rowsMax];
    private readonly ulong[] _unsigned = new ulong[rowsMax];
    private readonly ReadOnlyMemory<char>[] _texts = new ReadOnlyMemory<char>[rowsMax];
    private readonly int[] _levels = new int[rowsMax];
    private int _rows;
    private int _count;

    /// <summary>For every row 1 where its cell is present and 0 where it is absent.</summary>
    public ReadOnlyMemory<int> Levels => _levels.AsMemory(0, _rows);

    /// <summary>Gathers a column of some rows.</summary>
    public void Gather(IReadOnlyList<RecordBatch> batches, int[][] places, int column, ReadOnlySpan<RowRef> rows)
    {
        _rows = rows.Length;
        _count = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            RowRef row = rows[i];
            int place = places[row.Batch][column];
            _levels[i] = place < 0 ? 0 : 1;
            if (place >= 0)
            {
                _cells[_count++] = batches[row.Batch].Row(row.Row)[place];
            }
        }
    }

    /// <summary>One text for some rows.</summary>
    public ReadOnlyMemory<ReadOnlyMemory<char>> Repeated(ReadOnlyMemory<char> text, int rows)
    {
        _texts.AsSpan(0, rows).Fill(text);
        return _texts.AsMemory(0, rows);
    }

    /// <summary>The gathered cells as whole numbers.</summary>
    public ReadOnlyMemory<long> Integers() => _cells.AsMemory(0, _count);

    /// <summary>The gathered cells as real numbers.</summary>
    public ReadOnlyMemory<double> Numbers() => Converted(_numbers, BitConverter.Int64BitsToDouble);

    /// <summary>The gathered cells as unsigned numbers.</summary>
    public ReadOnlyMemory<ulong> Unsigned() => Converted(_unsigned, cell => (ulong)cell);

    /// <summary>The gathered cells as the names that they point to.</summary>
    public ReadOnlyMemory<ReadOnlyMemory<char>> Named(ReadOnlyMemory<char>[] names) =>
        Converted(_texts, cell => names[cell]);

    private ReadOnlyMemory<T> Converted<T>(T[] target, Func<long, T> convert)
    {
        for (int i = 0; i < _count; i++)
        {
            target[i] = convert(_cells[i]);
        }

        return target.AsMemory(0, _count);
    }
}
