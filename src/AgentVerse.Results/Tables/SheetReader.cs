using AgentVerse.Results.Files;

using Parquet;
using Parquet.Schema;

namespace AgentVerse.Results.Tables;

/// <summary>Reads a small table back as a whole: what a <see cref="Sheet"/> wrote.</summary>
internal static class SheetReader
{
    /// <summary>Columns by name; cells are long, double, ulong, string or null.</summary>
    /// <exception cref="ResultsException">The file is missing, locked or damaged.</exception>
    public static IReadOnlyDictionary<string, object?[]> Read(string path) => Disk.Read(path, () =>
    {
        using FileStream file = File.OpenRead(path);
        using ImmediateStream stream = new(file);
        try
        {
            return Columns(ParquetReader.CreateAsync(stream).GetAwaiter().GetResult());
        }
        catch (Exception cause) when (cause is not (ResultsException or UnauthorizedAccessException))
        {
            // The library answers damage with whatever its code runs into.
            throw new ResultsException(
                $"{path} is damaged: {cause.Message.TrimEnd('.')}", Disk.NothingChanged,
                "Restore the file from a backup, or run again", cause);
        }
    });

    private static SortedDictionary<string, object?[]> Columns(ParquetReader reader)
    {
        SortedDictionary<string, object?[]> columns = new(StringComparer.Ordinal);
        foreach (DataField field in reader.Schema.GetDataFields())
        {
            List<object?> cells = [];
            for (int group = 0; group < reader.RowGroupCount; group++)
            {
                ParquetRowGroupReader rows = reader.RowGroups[group];
                cells.AddRange(Cells(rows, field, checked((int)rows.RowCount)));
            }

            columns.Add(field.Name, [.. cells]);
        }

        return columns;
    }

    private static object?[] Cells(ParquetRowGroupReader rows, DataField field, int count) =>
        field.ClrType == typeof(long) ? Boxed<long>(rows, field, count, v => v)
        : field.ClrType == typeof(double) ? Boxed<double>(rows, field, count, v => v)
        : field.ClrType == typeof(ulong) ? Boxed<ulong>(rows, field, count, v => v)
        : Boxed<ReadOnlyMemory<char>>(rows, field, count, v => v.ToString());

    private static object?[] Boxed<T>(
        ParquetRowGroupReader rows, DataField field, int count, Func<T, object> box)
        where T : struct
    {
        T[] values = new T[count];
        int[] levels = new int[count];
        rows.ReadRawAsync(field, values.AsMemory(), levels.AsMemory(), null).AsTask().GetAwaiter().GetResult();
        object?[] cells = new object?[count];
        int next = 0;
        for (int i = 0; i < count; i++)
        {
            cells[i] = levels[i] == field.MaxDefinitionLevel ? box(values[next++]) : null;
        }

        return cells;
    }
}
