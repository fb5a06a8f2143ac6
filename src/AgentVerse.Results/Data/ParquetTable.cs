using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Results.Files;
using Parquet;
using Parquet.Schema;

namespace AgentVerse.Results.Data;

/// <summary>Columns of numbers out of a Parquet file: flat columns of whole or real numbers, flags and times.</summary>
internal static class ParquetTable
{
    private const long CellsMax = 1L << 26;

    /// <summary>Reads a table, or adds what is wrong with it to the problems and gives null.</summary>
    public static DataTable? Read(string path, Stream stream, ICollection<Problem> problems)
    {
        try
        {
            using var immediate = new ImmediateStream(stream);
            ParquetReader reader = ParquetReader.CreateAsync(immediate).GetAwaiter().GetResult();
            DataField[] fields = [.. reader.Schema.Fields.OfType<DataField>().Where(f => !f.IsArray && CanRead(f))];
            long rows = reader.RowGroups.Sum(group => group.RowCount);
            if (rows * Math.Max(fields.Length, 1) > CellsMax)
            {
                problems.Add(new Problem(
                    path, 0, "cells", $"{rows} rows x {fields.Length} columns", $"at most {CellsMax} cells",
                    "keep only the rows and columns that are needed"));
                return null;
            }

            return new DataTable(
                path, [.. fields.Select(field => field.Name)], [.. fields.Select(field => Column(reader, field))]);
        }
        catch (Exception cause) when (cause is not (OutOfMemoryException or ResultsException))
        {
            // The library answers damage with whatever its code runs into.
            problems.Add(new Problem(path, 0, "file", "", "a whole Parquet file", $"write it anew: {cause.Message}"));
            return null;
        }
    }

    private static bool CanRead(DataField field) =>
        field.ClrType != typeof(bool[]) && Reader(field.ClrType) is not null;

    private static double[] Column(ParquetReader reader, DataField field)
    {
        Func<ParquetRowGroupReader, DataField, double[]> read = Reader(field.ClrType)!;
        return [.. reader.RowGroups.SelectMany(group => read(group, field))];
    }

    private static Func<ParquetRowGroupReader, DataField, double[]>? Reader(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Double => (group, field) => Cells<double>(group, field, value => value),
        TypeCode.Single => (group, field) => Cells<float>(group, field, value => value),
        TypeCode.Int64 => (group, field) => Cells<long>(group, field, value => value),
        TypeCode.UInt64 => (group, field) => Cells<ulong>(group, field, value => value),
        TypeCode.Int32 => (group, field) => Cells<int>(group, field, value => value),
        TypeCode.UInt32 => (group, field) => Cells<uint>(group, field, value => value),
        TypeCode.Int16 => (group, field) => Cells<short>(group, field, value => value),
        TypeCode.UInt16 => (group, field) => Cells<ushort>(group, field, value => value),
        TypeCode.SByte => (group, field) => Cells<sbyte>(group, field, value => value),
        TypeCode.Byte => (group, field) => Cells<byte>(group, field, value => value),
        TypeCode.Decimal => (group, field) => Cells<decimal>(group, field, value => (double)value),
        TypeCode.Boolean => (group, field) => Cells<bool>(group, field, value => value ? 1 : 0),
        TypeCode.DateTime => (group, field) =>
            Cells<DateTime>(group, field, value => (value - DateTime.UnixEpoch).TotalSeconds),
        _ => null,
    };

    private static double[] Cells<T>(ParquetRowGroupReader group, DataField field, Func<T, double> number)
        where T : struct
    {
        int count = checked((int)group.RowCount);
        var values = new T[count];
        var levels = new int[count];
        group.ReadRawAsync(field, values.AsMemory(), levels.AsMemory(), null).AsTask().GetAwaiter().GetResult();
        var cells = new double[count];
        int next = 0;
        for (int i = 0; i < count; i++)
        {
            cells[i] = levels[i] == field.MaxDefinitionLevel ? number(values[next++]) : double.NaN;
        }

        return cells;
    }
}
