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
        var buffers = new ColumnBuffers(Math.Min(RowGroupRows, rows.Length));
        for (int first = 0; first < rows.Length; first += RowGroupRows)
        {
            int count = Math.Min(RowGroupRows, rows.Length - first);
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            WriteGroup(group, buffers, batches, places, rows.Slice(first, count));
        }

        Now(writer.DisposeAsync().AsTask());
    }

    private void WriteGroup(
        ParquetRowGroupWriter group, ColumnBuffers buffers, IReadOnlyList<RecordBatch> batches, int[][] places,
        ReadOnlySpan<RowRef> rows)
    {
        Now(group.WriteAsync(_fields[0], buffers.Repeated(_run, rows.Length)));
        for (int column = 0; column < _table.Columns.Count; column++)
        {
            buffers.Gather(batches, places, column, rows);
            Now(WriteColumn(group, column, buffers));
        }

        group.CompleteValidate();
    }

    private Task WriteColumn(ParquetRowGroupWriter group, int column, ColumnBuffers buffers)
    {
        DataField field = _fields[column + 1];
        ReadOnlyMemory<int> levels = buffers.Levels;
        return _table.Columns[column].Type switch
        {
            CellType.Number => group.WriteAllPartsAsync(field, buffers.Numbers(), levels, null, default),
            CellType.Unsigned => group.WriteAllPartsAsync(field, buffers.Unsigned(), levels, null, default),
            CellType.Name => group.WriteAllPartsAsync(field, buffers.Named(_names), levels, null, default),
            _ => group.WriteAllPartsAsync(field, buffers.Integers(), levels, null, default),
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
