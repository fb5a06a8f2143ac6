using AgentVerse.Model.Records;

namespace AgentVerse.Results.Tables;

/// <summary>
/// The order of a table's rows: by key, names by their text, an absent cell first; rows with one key by all their
/// cells, so that the order never depends on the order of arrival.
/// </summary>
internal sealed class KeyOrder
{
    private readonly TableSchema _table;
    private readonly int[] _ranks;

    public KeyOrder(TableSchema table, IReadOnlyList<string> names)
    {
        _table = table;
        int[] byText = [.. Enumerable.Range(0, names.Count)];
        Array.Sort(byText, (a, b) => string.CompareOrdinal(names[a], names[b]));
        _ranks = new int[names.Count];
        for (int i = 0; i < byText.Length; i++)
        {
            _ranks[byText[i]] = i;
        }
    }

    /// <summary>All rows of some batches of the table, in order.</summary>
    public RowRef[] Sort(IReadOnlyList<RecordBatch> batches)
    {
        var rows = new RowRef[batches.Sum(batch => batch.Count)];
        var keys = new ulong[rows.Length * _table.KeyCount];
        int next = 0;
        for (int b = 0; b < batches.Count; b++)
        {
            int[] places = PlacesOfKey(batches[b].Shape);
            for (int r = 0; r < batches[b].Count; r++, next++)
            {
                rows[next] = new RowRef(b, r, next);
                Keys(batches[b].Row(r), places, keys.AsSpan(next * _table.KeyCount, _table.KeyCount));
            }
        }

        var comparer = new Comparer(keys, _table.KeyCount, batches);
        if (!IsSorted(rows, comparer))
        {
            Array.Sort(rows, comparer);
        }

        return rows;
    }

    private static bool IsSorted(RowRef[] rows, Comparer comparer)
    {
        // Cohorts mostly deliver in order; then there is nothing to do.
        for (int i = 1; i < rows.Length; i++)
        {
            if (comparer.Compare(rows[i - 1], rows[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private int[] PlacesOfKey(RowShape shape)
    {
        var places = new int[_table.KeyCount];
        Array.Fill(places, -1);
        for (int i = 0; i < shape.Columns.Count; i++)
        {
            if (shape.Columns[i] < places.Length)
            {
                places[shape.Columns[i]] = i;
            }
        }

        return places;
    }

    private void Keys(ReadOnlySpan<long> row, int[] places, Span<ulong> keys)
    {
        for (int k = 0; k < keys.Length; k++)
        {
            keys[k] = places[k] < 0 ? 0 : Ascending(row[places[k]], _table.Columns[k].Type);
        }
    }

    /// <summary>A cell as a number whose unsigned order is the order of what the cell means.</summary>
    private ulong Ascending(long cell, CellType type) => type switch
    {
        CellType.Name => (ulong)_ranks[cell],
        CellType.Unsigned => (ulong)cell,
        CellType.Number => (ulong)(cell < 0 ? ~cell : cell ^ long.MinValue),
        _ => (ulong)(cell ^ long.MinValue),
    };

    private sealed class Comparer(ulong[] keys, int width, IReadOnlyList<RecordBatch> batches) : IComparer<RowRef>
    {
        public int Compare(RowRef x, RowRef y)
        {
            int byKey = keys.AsSpan(x.Key * width, width).SequenceCompareTo(keys.AsSpan(y.Key * width, width));
            return byKey != 0 || x.Key == y.Key
                ? byKey
                : batches[x.Batch].Row(x.Row).SequenceCompareTo(batches[y.Batch].Row(y.Row));
        }
    }
}

/// <summary>Where a row stands.</summary>
/// <param name="Batch">Index of its batch.</param>
/// <param name="Row">Index in the batch.</param>
/// <param name="Key">Index of its key.</param>
internal readonly record struct RowRef(int Batch, int Row, int Key);
