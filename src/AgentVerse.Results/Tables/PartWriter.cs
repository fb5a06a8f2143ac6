using AgentVerse.Model.Records;
using AgentVerse.Results.Files;
using Parquet;
using Parquet.Schema;

namespace AgentVerse.Results.Tables;

/// <summary>Writes rows of one table and run, in a given order, as one Parquet file.</summary>
internal sealed class PartWriter
{
    private const int RowGroupRows = 1 << 17;

    private readonly TableSchema _table;
    private readonly DataField[] _fields;
    private readonly ParquetOptions _options;
    private readonly Dictionary<string, string> _metadata;
    private readonly ReadOnlyMemory<char> _run;
    private readonly ReadOnlyMemory<char>[] _names;
    private readonly ColumnBuffers _buffers = new(RowGroupRows);

    public PartWriter(TableSchema table, IReadOnlyList<string> names, RunStamp stamp)
    {
        _table = table;
        _fields = TableFormat.Fields(table);
        _options = TableFormat.Options(_fields);
        _metadata = TableFormat.Metadata(table, stamp);
        _run = stamp.Run.AsMemory();
        _names = [.. names.Select(name => name.AsMemory())];
    }

    /// <summary>Writes the rows to a stream whose asynchronous operations are done when they return.</summary>
    public void Write(ImmediateStream stream, IReadOnlyList<RecordBatch> batches, ReadOnlySpan<RowRef> rows)
    {
        ParquetWriter writer = Now(ParquetWriter.CreateAsync(new ParquetSchema(_fields), stream, _options));
        writer.CustomMetadata = _metadata;
        int[][] places = [.. batches.Select(batch => Places(batch.Shape))];
        for (int first = 0; first < rows.Length; first += RowGroupRows)
        {
            WriteGroup(writer, batches, places, rows.Slice(first, Math.Min(RowGroupRows, rows.Length - first)));
        }

        Now(writer.DisposeAsync().AsTask());
    }

    private void WriteGroup(
        ParquetWriter writer, IReadOnlyList<RecordBatch> batches, int[][] places, ReadOnlySpan<RowRef> rows)
    {
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        ReadOnlyMemory<ReadOnlyMemory<char>> runs = _buffers.Texts.AsMemory(0, rows.Length);
        _buffers.Texts.AsSpan(0, rows.Length).Fill(_run);
        Now(group.WriteAsync(_fields[0], runs));
        for (int column = 0; column < _table.Columns.Count; column++)
        {
            int count = _buffers.Gather(batches, places, column, rows);
            Now(WriteColumn(group, column, count, rows.Length));
        }

        group.CompleteValidate();
    }

    private Task WriteColumn(ParquetRowGroupWriter group, int column, int count, int rowCount)
    {
        DataField field = _fields[column + 1];
        ReadOnlyMemory<int> levels = _buffers.Levels.AsMemory(0, rowCount);
        return _table.Columns[column].Type switch
        {
            CellType.Number => group.WriteAllPartsAsync(field, _buffers.Numbers(count), levels, null, default),
            CellType.Unsigned => group.WriteAllPartsAsync(field, _buffers.Unsigned(count), levels, null, default),
            CellType.Name => group.WriteAllPartsAsync(field, _buffers.Named(count, _names), levels, null, default),
            _ => group.WriteAllPartsAsync(field, _buffers.Integers(count), levels, null, default),
        };
    }

    /// <summary>Place in a row of the shape of each of the table's columns; -1 for absent ones.</summary>
    private int[] Places(RowShape shape)
    {
        var places = new int[_table.Columns.Count];
        Array.Fill(places, -1);
        for (int i = 0; i < shape.Columns.Count; i++)
        {
            places[shape.Columns[i]] = i;
        }

        return places;
    }

    private static T Now<T>(Task<T> done)
    {
        Now((Task)done);
        return done.Result;
    }

    private static void Now(Task done)
    {
        Model.Invariant.Check(done.IsCompleted, "writing to a file does not leave the thread");
        done.GetAwaiter().GetResult();
    }
}
