using AgentVerse.Model.Records;

namespace AgentVerse.Results.Tables;

/// <summary>Rows of one table that wait to be written. Small batches are joined by shape, large ones kept.</summary>
internal sealed class PendingRows(TableSchema table)
{
    private const int LargeRows = 256;
    private const int JoinedRowsMax = 4096;

    private readonly List<RecordBatch> _joining = [];
    private readonly List<RecordBatch> _batches = [];

    /// <summary>The table.</summary>
    public TableSchema Table { get; } = table;

    /// <summary>Number of cells that wait.</summary>
    public long Cells { get; private set; }

    /// <summary>All rows that wait.</summary>
    public IReadOnlyList<RecordBatch> Batches => [.. _batches, .. _joining];

    /// <summary>Takes a batch.</summary>
    public void Add(RecordBatch batch)
    {
        Cells += batch.Cells.Length;
        if (batch.Count >= LargeRows)
        {
            _batches.Add(batch);
            return;
        }

        RecordBatch joined = JoinedFor(batch.Shape);
        for (int i = 0; i < batch.Count; i++)
        {
            joined.Add(batch.Row(i));
        }

        if (joined.Count >= JoinedRowsMax)
        {
            _joining.Remove(joined);
            _batches.Add(joined);
        }
    }

    /// <summary>Forgets the rows: they have been written.</summary>
    public void Clear()
    {
        _joining.Clear();
        _batches.Clear();
        Cells = 0;
    }

    private RecordBatch JoinedFor(RowShape shape)
    {
        RecordBatch? joined = _joining.Find(open => ReferenceEquals(open.Shape, shape));
        if (joined is null)
        {
            joined = new RecordBatch(shape);
            _joining.Add(joined);
        }

        return joined;
    }
}
