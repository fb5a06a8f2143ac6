using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using AgentVerse.Model.Records;
using Parquet;
using Parquet.Schema;

namespace AgentVerse.Results.Tables;

/// <summary>
/// How a table is written to Parquet: the run's id as first column, then the table's columns; names as dictionary
/// text, whole numbers packed by their differences; Snappy. What a shape lacks is null.
/// </summary>
internal static class TableFormat
{
    /// <summary>Name of the first column of every table.</summary>
    public const string RunColumn = "run";

    /// <summary>Version of this layout.</summary>
    public const int Version = 1;

    /// <summary>Prefix of a column's entry in the metadata.</summary>
    public const string ColumnPrefix = "column:";

    /// <summary>Prefix of the other entries in the metadata.</summary>
    public const string Prefix = "agentverse.";

    /// <summary>Key of the version of the layout in the metadata.</summary>
    public const string VersionKey = Prefix + "format";

    /// <summary>Key of the table's name in the metadata.</summary>
    public const string TableKey = Prefix + "table";

    /// <summary>Key of the number of key columns in the metadata.</summary>
    public const string KeyCountKey = Prefix + "keyCount";

    /// <summary>Parquet columns of a table: text that is never null for the run, then one field a column.</summary>
    public static DataField[] Fields(TableSchema table) =>
        [new DataField<string>(RunColumn, false), .. table.Columns.Select(Field)];

    /// <summary>How the fields are encoded.</summary>
    public static ParquetOptions Options(IEnumerable<DataField> fields)
    {
        var options = new ParquetOptions
        {
            // Measured with Parquet.Net 6.1: zstd and LZ4 are managed code and more than ten times slower than Snappy.
            CompressionMethod = CompressionMethod.Snappy,
            CompressionLevel = CompressionLevel.Optimal,
            DictionaryEncodingThreshold = 1,
        };
        foreach (DataField field in fields)
        {
            if (field.ClrType == typeof(long))
            {
                options.ColumnEncodingHints[field.Name] = EncodingHint.DeltaBinaryPacked;
            }
            else if (field.ClrType != typeof(double) && field.ClrType != typeof(ulong))
            {
                options.ColumnEncodingHints[field.Name] = EncodingHint.Dictionary;
            }
        }

        return options;
    }

    /// <summary>Metadata of a file: all that is needed to run it again, and unit and meaning of each column.</summary>
    public static Dictionary<string, string> Metadata(TableSchema table, RunStamp stamp)
    {
        var metadata = new Dictionary<string, string>
        {
            [Prefix + "run"] = stamp.Run,
            [Prefix + "point"] = stamp.Point.ToString(CultureInfo.InvariantCulture),
            [Prefix + "treatment"] = stamp.Treatment,
            [Prefix + "replicate"] = stamp.Replicate.ToString(CultureInfo.InvariantCulture),
            [Prefix + "seed"] = stamp.Seed.ToString(CultureInfo.InvariantCulture),
            [Prefix + "version"] = stamp.Version,
            [Prefix + "digestScheme"] = RunDigest.Scheme,
            [Prefix + "scenario"] = stamp.Scenario,
            [ColumnPrefix + RunColumn] = Note("", "Id of the run."),
        };
        foreach ((string key, string value) in Describe(table))
        {
            metadata[key] = value;
        }

        return metadata;
    }

    /// <summary>Entries that describe a table and its columns, unit and meaning as a JSON object.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Describe(TableSchema table) =>
    [
        KeyValuePair.Create(VersionKey, Version.ToString(CultureInfo.InvariantCulture)),
        KeyValuePair.Create(TableKey, table.Name),
        KeyValuePair.Create(KeyCountKey, table.KeyCount.ToString(CultureInfo.InvariantCulture)),
        .. table.Columns.Select(column =>
            KeyValuePair.Create(ColumnPrefix + column.Name, Note(column.Unit, column.Doc))),
    ];

    /// <summary>Parquet column of a column.</summary>
    public static DataField Field(TableColumn column) => column.Type switch
    {
        CellType.Integer => new DataField<long>(column.Name, true),
        CellType.Number => new DataField<double>(column.Name, true),
        CellType.Unsigned => new DataField<ulong>(column.Name, true),
        CellType.Name => new DataField<string>(column.Name, true),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, "a column has one of four types"),
    };

    private static string Note(string unit, string doc) =>
        JsonSerializer.Serialize(new ColumnNote(unit, doc), ColumnNote.Json);
}
