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

    /// <summary>For every row 1 where its cell is present and 0 where it is absent.</summary>
    public int[] Levels { get; } = new int[rowsMax];

    /// <summary>Texts to fill.</summary>
    public ReadOnlyMemory<char>[] Texts { get; } = new ReadOnlyMemory<char>[rowsMax];

    /// <summary>Gathers a column of some rows; gives the number of cells that are present.</summary>
    public int Gather(
        IReadOnlyList<RecordBatch> batches, int[][] places, int column, ReadOnlySpan<RowRef> rows)
    {
        int count = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            RowRef row = rows[i];
            int place = places[row.Batch][column];
            Levels[i] = place < 0 ? 0 : 1;
            if (place >= 0)
            {
                _cells[count++] = batches[row.Batch].Row(row.Row)[place];
            }
        }

        return count;
    }

    /// <summary>The gathered cells as whole numbers.</summary>
    public ReadOnlyMemory<long> Integers(int count) => _cells.AsMemory(0, count);

    /// <summary>The gathered cells as real numbers.</summary>
    public ReadOnlyMemory<double> Numbers(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _numbers[i] = BitConverter.Int64BitsToDouble(_cells[i]);
        }

        return _numbers.AsMemory(0, count);
    }

    /// <summary>The gathered cells as unsigned numbers.</summary>
    public ReadOnlyMemory<ulong> Unsigned(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _unsigned[i] = (ulong)_cells[i];
        }

        return _unsigned.AsMemory(0, count);
    }

    /// <summary>The gathered cells as the names that they point to.</summary>
    public ReadOnlyMemory<ReadOnlyMemory<char>> Named(int count, ReadOnlyMemory<char>[] names)
    {
        for (int i = 0; i < count; i++)
        {
            Texts[i] = names[_cells[i]];
        }

        return Texts.AsMemory(0, count);
    }
}
