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

        var batches = new Dictionary<int, RecordBatch>();
        var cells = new long[columns.Length];
        for (int row = 0; row < rowCount; row++)
        {
            if (!batches.TryGetValue(leaves[row], out RecordBatch? batch))
            {
                batch = new RecordBatch(ShapeOf(leaves[row], columns, row));
                batches.Add(leaves[row], batch);
            }

            for (int i = 0; i < batch.Width; i++)
            {
                cells[i] = columns[batch.Shape.Columns[i]].Cells[row];
            }

            batch.Add(cells.AsSpan(0, batch.Width));
        }

        return [.. batches.Values];
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
