using AgentVerse.Model.Records;

namespace AgentVerse.Results.Tables;

/// <summary>
/// Reads the published rows of one run back, a row group at a time. Rows come in the order of the files and so, for
/// one shard or population, in the order of the key. Serves one thread.
/// </summary>
public sealed class RunReader(ExperimentFolder folder, IReadOnlyList<PartFile> parts)
{
    private readonly NameTable _names = new();

    /// <summary>Names met so far: what name cells point into.</summary>
    public NameTable Names => _names;

    /// <summary>Last tick of a table; null if it has no rows.</summary>
    public long? LastTick(string table) => Parts(table).Max(part => (long?)part.LastTick);

    /// <summary>All rows of a table, in batches of one shape.</summary>
    /// <exception cref="ResultsException">A file is missing, locked, damaged or from a newer version.</exception>
    public IEnumerable<RecordBatch> Batches(string table)
    {
        foreach (PartFile part in Parts(table))
        {
            using PartReader reader = PartReader.Open(folder.Absolute(part.Path), _names);
            var rows = new ShapedRows(reader.Table);
            for (int group = 0; group < reader.GroupCount; group++)
            {
                ReadColumn[] columns =
                    [.. Enumerable.Range(0, reader.Table.Columns.Count).Select(column => reader.Read(group, column))];
                foreach (RecordBatch batch in rows.Of(columns, reader.RowsOf(group)))
                {
                    yield return batch;
                }
            }
        }
    }

    /// <summary>Digests of the tables, taken from what the files say now.</summary>
    /// <exception cref="ResultsException">A file is missing, locked, damaged or from a newer version.</exception>
    public IReadOnlyDictionary<string, TableDigest> Digests(IEnumerable<string> tables)
    {
        var digests = new SortedDictionary<string, TableDigest>(StringComparer.Ordinal);
        foreach (string table in tables)
        {
            var digest = new TableDigest();
            foreach (RecordBatch batch in Batches(table))
            {
                digest.Add(batch, _names.Hashes);
            }

            digests.Add(table, digest);
        }

        return digests;
    }

    /// <summary>
    /// Reads columns of the rows that pass a filter; files of other ticks are not opened. A column that a file lacks
    /// is absent in its rows; one that no file has is refused.
    /// </summary>
    /// <exception cref="ResultsException">A file cannot be read, or no file has such a column.</exception>
    public IReadOnlyList<SelectedColumn> Select(string table, IReadOnlyList<string> columns, RowFilter filter)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(filter);
        var selection = new Selection(table, columns, filter, _names);
        foreach (PartFile part in Parts(table).Where(part => filter.MayPass(part.FirstTick, part.LastTick)))
        {
            using PartReader reader = PartReader.Open(folder.Absolute(part.Path), _names);
            for (int group = 0; group < reader.GroupCount; group++)
            {
                selection.Take(reader, group);
            }
        }

        return selection.Columns();
    }

    private IEnumerable<PartFile> Parts(string table) => parts
        .Where(part => string.Equals(part.Table, table, StringComparison.Ordinal))
        .OrderBy(part => part.Path, StringComparer.Ordinal);
}
