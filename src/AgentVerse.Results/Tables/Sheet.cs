using AgentVerse.Model.Records;
using AgentVerse.Results.Files;
using Parquet;
using Parquet.Schema;

namespace AgentVerse.Results.Tables;

/// <summary>A small table in memory, written as one Parquet file that replaces the one before as a whole.</summary>
internal sealed class Sheet(string name)
{
    private readonly List<TableColumn> _columns = [];
    private readonly List<IReadOnlyList<object?>> _values = [];

    /// <summary>Adds a column: long, double, ulong or string by its type, or null.</summary>
    public Sheet Add(TableColumn column, IEnumerable<object?> values)
    {
        _columns.Add(column);
        _values.Add([.. values]);
        return this;
    }

    /// <summary>Whether a column has this name, whatever its case: readers in SQL see no difference.</summary>
    public bool Has(string column) =>
        _columns.Exists(c => string.Equals(c.Name, column, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes the file at a path relative to the experiment's folder.</summary>
    /// <exception cref="ResultsException">The disk did not take it; the file before is kept.</exception>
    public void Write(ExperimentFolder folder, string path, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        string room = Path.GetDirectoryName(folder.Absolute(path))!;
        Disk.Do("making", room, Disk.NothingChanged, () => Directory.CreateDirectory(room));
        folder.Write(path, file => Write(new ImmediateStream(file), metadata));
    }

    private void Write(ImmediateStream stream, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var schema = new TableSchema(name, _columns, 1);
        DataField[] fields = [.. _columns.Select(TableFormat.Field)];
        ParquetWriter writer = ParquetWriter
            .CreateAsync(new ParquetSchema(fields), stream, TableFormat.Options(fields)).GetAwaiter().GetResult();
        writer.CustomMetadata = new Dictionary<string, string>(metadata.Concat(TableFormat.Describe(schema)));
        using (ParquetRowGroupWriter group = writer.CreateRowGroup())
        {
            for (int i = 0; i < fields.Length; i++)
            {
                WriteColumn(group, fields[i], _columns[i].Type, _values[i]).GetAwaiter().GetResult();
            }

            group.CompleteValidate();
        }

        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static Task WriteColumn(
        ParquetRowGroupWriter group, DataField field, CellType type, IReadOnlyList<object?> values) => type switch
        {
            CellType.Number => group.WriteAsync<double>(field, Typed<double>(values)),
            CellType.Unsigned => group.WriteAsync<ulong>(field, Typed<ulong>(values)),
            CellType.Name => group.WriteAsync(field, [.. values.Select(value => (string?)value)]),
            _ => group.WriteAsync<long>(field, Typed<long>(values)),
        };

    private static ReadOnlyMemory<T?> Typed<T>(IEnumerable<object?> values)
        where T : struct => values.Select(value => (T?)value).ToArray();
}
