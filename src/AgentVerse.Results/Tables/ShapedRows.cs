using AgentVerse.Model.Records;

namespace AgentVerse.Results.Tables;

/// <summary>
/// Turns columns back into rows of their shapes: the shape of a row is the set of columns that are present in it.
/// </summary>
internal sealed class ShapedRows(TableSchema table)
{
    // Shapes are the leaves of a binary tree with a level a column: a row steps left where its cell is absent.
    private readonly List<(int Absent, int Present)> _nodes = [(0, 0)];
    private readonly Dictionary<int, RowShape> _shapes = [];

    /// <summary>The rows of a row group, in one batch a shape.</summary>
    public IReadOnlyList<RecordBatch> Of(ReadColumn[] columns, int rowCount)
    {
        var leaves = new int[rowCount];
        foreach (ReadColumn column in columns)
        {
            for (int row = 0; row < rowCount; row++)
            {
                leaves[row] = Step(leaves[row], column.Present[row]);
            }
        }

        // Neighbours are mostly of one shape: the batch before is looked at first.
        var batches = new Dictionary<int, RecordBatch>();
        RecordBatch? batch = null;
        long[][] own = [];
        long[] cells = [];
        for (int row = 0; row < rowCount; row++)
        {
            if (row == 0 || leaves[row] != leaves[row - 1])
            {
                batch = BatchOf(batches, leaves[row], columns, row);
                own = [.. batch.Shape.Columns.Select(column => columns[column].Cells)];
                cells = new long[own.Length];
            }

            for (int i = 0; i < own.Length; i++)
            {
                cells[i] = own[i][row];
            }

            batch!.Add(cells);
        }

        return [.. batches.Values];
    }

    private RecordBatch BatchOf(Dictionary<int, RecordBatch> batches, int leaf, ReadColumn[] columns, int row)
    {
        if (!batches.TryGetValue(leaf, out RecordBatch? batch))
        {
            batch = new RecordBatch(ShapeOf(leaf, columns, row));
            batches.Add(leaf, batch);
        }

        return batch;
    }

    private int Step(int node, bool present)
    {
        int next = present ? _nodes[node].Present : _nodes[node].Absent;
        if (next == 0)
        {
            next = _nodes.Count;
            _nodes.Add((0, 0));
            _nodes[node] = present ? (_nodes[node].Absent, next) : (next, _nodes[node].Present);
        }

        return next;
    }

    private RowShape ShapeOf(int leaf, ReadColumn[] columns, int row)
    {
        if (!_shapes.TryGetValue(leaf, out RowShape? shape))
        {
            shape = new RowShape(table, [.. Enumerable.Range(0, columns.Length).Where(c => columns[c].Present[row])]);
            _shapes.Add(leaf, shape);
        }

        return shape;
    }
}
