using System.Globalization;
using System.Text.Json;
using AgentVerse.Model.Records;
using AgentVerse.Results.Files;
using Parquet;
using Parquet.Schema;

namespace AgentVerse.Results.Tables;

/// <summary>Reads one part file, a column of a row group at a time.</summary>
internal sealed class PartReader : IDisposable
{
    private readonly string _path;
    private readonly ImmediateStream _stream;
    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;
    private readonly NameTable _names;

    private PartReader(string path, FileStream file, NameTable names)
    {
        _path = path;
        _names = names;
        _stream = new ImmediateStream(file);
        _reader = ParquetReader.CreateAsync(_stream).GetAwaiter().GetResult();
        _fields = _reader.Schema.GetDataFields();
        Table = ReadSchema();
    }

    /// <summary>The table as its file describes it, without the run's column.</summary>
    public TableSchema Table { get; }

    /// <summary>Number of row groups.</summary>
    public int GroupCount => _reader.RowGroupCount;

    /// <summary>What the file says of itself.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _reader.CustomMetadata;

    /// <summary>Opens a part file; names that are read go to the given table of names.</summary>
    /// <exception cref="ResultsException">It is missing, locked, damaged or from a newer version.</exception>
    public static PartReader Open(string path, NameTable names) =>
        Disk.Read(path, () =>
        {
            FileStream file = File.OpenRead(path);
            try
            {
                return Whole(path, () => new PartReader(path, file, names));
            }
            catch (Exception)
            {
                file.Dispose();
                throw;
            }
        });

    /// <summary>Number of rows of a row group.</summary>
    public int RowsOf(int group) => checked((int)_reader.RowGroups[group].RowCount);

    /// <summary>Reads a column, by its index in <see cref="Table"/>.</summary>
    public ReadColumn Read(int group, int column) =>
        Disk.Read(_path, () => Whole(_path, () => ReadCells(group, column)));

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static T Whole<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (cause is not (ResultsException or UnauthorizedAccessException))
        {
            // The library answers damage with whatever its code runs into.
            throw new ResultsException(
                $"{path} is damaged: {cause.Message.TrimEnd('.')}", Disk.NothingChanged,
                "Restore the file from a backup, or run again", cause);
        }
    }

    private ReadColumn ReadCells(int group, int column)
    {
        ParquetRowGroupReader rows = _reader.RowGroups[group];
        DataField field = _fields[column + 1];
        int count = RowsOf(group);
        var levels = new int[count];
        long[] packed = Table.Columns[column].Type switch
        {
            CellType.Number => Array.ConvertAll(Raw<double>(rows, field, levels), BitConverter.DoubleToInt64Bits),
            CellType.Unsigned => Array.ConvertAll(Raw<ulong>(rows, field, levels), value => (long)value),
            CellType.Name => Places(Raw<ReadOnlyMemory<char>>(rows, field, levels), levels),
            _ => Raw<long>(rows, field, levels),
        };

        var present = new bool[count];
        var cells = new long[count];
        int next = 0;
        for (int i = 0; i < count; i++)
        {
            present[i] = levels[i] == field.MaxDefinitionLevel;
            cells[i] = present[i] ? packed[next++] : 0;
        }

        return new ReadColumn(cells, present);
    }

    private static T[] Raw<T>(ParquetRowGroupReader rows, DataField field, int[] levels)
        where T : struct
    {
        var values = new T[levels.Length];
        rows.ReadRawAsync(field, values.AsMemory(), levels.AsMemory(), null).AsTask().GetAwaiter().GetResult();
        return values;
    }

    private long[] Places(ReadOnlyMemory<char>[] texts, int[] levels)
    {
        var places = new long[texts.Length];
        int count = levels.Sum();
        for (int i = 0; i < count; i++)
        {
            // Equal texts of a dictionary are one piece of memory: most often the one before.
            places[i] = i > 0 && texts[i].Equals(texts[i - 1]) ? places[i - 1] : _names.PlaceOf(texts[i].Span);
        }

        return places;
    }

    private TableSchema ReadSchema()
    {
        IReadOnlyDictionary<string, string> metadata = Metadata;
        if (!metadata.TryGetValue(TableFormat.VersionKey, out string? version))
        {
            throw new InvalidDataException("it is no table of AgentVerse");
        }

        if (int.Parse(version, CultureInfo.InvariantCulture) > TableFormat.Version)
        {
            throw new ResultsException(
                $"{_path} was written by a newer AgentVerse (layout {version}; this one reads {TableFormat.Version})",
                Disk.NothingChanged, "Install the newer version");
        }

        TableColumn[] columns = [.. _fields.Skip(1).Select(field => Column(field, metadata))];
        int keyCount = int.Parse(metadata[TableFormat.KeyCountKey], CultureInfo.InvariantCulture);
        string table = metadata[TableFormat.TableKey];
        if (string.IsNullOrEmpty(table) || columns.Any(column => string.IsNullOrEmpty(column.Name)))
        {
            throw new InvalidDataException("its table or a column has no name");
        }

        return new TableSchema(table, columns, keyCount);
    }

    private static TableColumn Column(DataField field, IReadOnlyDictionary<string, string> metadata)
    {
        string note = metadata[TableFormat.ColumnPrefix + field.Name];
        ColumnNote described = JsonSerializer.Deserialize<ColumnNote>(note, ColumnNote.Json)
            ?? throw new InvalidDataException($"column '{field.Name}' is not described");
        CellType type = field.ClrType == typeof(long) ? CellType.Integer
            : field.ClrType == typeof(double) ? CellType.Number
            : field.ClrType == typeof(ulong) ? CellType.Unsigned
            : CellType.Name;
        return new TableColumn(field.Name, type, described.Unit, described.Doc);
    }
}
