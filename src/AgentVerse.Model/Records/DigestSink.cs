using AgentVerse.Model.State;

namespace AgentVerse.Model.Records;

/// <summary>Keeps nothing of the rows but their digests; serves one thread.</summary>
public sealed class DigestSink : IRecordSink
{
    private readonly string[] _tables;
    private readonly TableDigest[] _digests;
    private readonly TableHasher _hasher;

    /// <summary>A sink for the tables of a run, all of them empty.</summary>
    public DigestSink(RunTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        _tables = [.. tables.All.Select(table => table.Name).Order(StringComparer.Ordinal)];
        _digests = new TableDigest[_tables.Length];
        _hasher = new TableHasher(tables.Names);
    }

    /// <summary>Digests by table, in ordinal order of the names.</summary>
    public IEnumerable<KeyValuePair<string, TableDigest>> Tables =>
        _tables.Zip(_digests, (name, digest) => new KeyValuePair<string, TableDigest>(name, digest));

    /// <summary>Digest of the run so far (<see cref="RunDigest.Of"/>).</summary>
    public string Run => RunDigest.Of(Tables);

    /// <inheritdoc/>
    public void Write(RecordBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Add(batch.Shape.Table.Name, _hasher.Digest(batch));
    }

    /// <summary>Digest of one table.</summary>
    public TableDigest Of(string table) => _digests[IndexOf(table)];

    /// <summary>Adds rows that were hashed elsewhere.</summary>
    public void Add(string table, TableDigest digest)
    {
        ref TableDigest sum = ref _digests[IndexOf(table)];
        sum = sum.Add(digest);
    }

    /// <summary>Carries the digests to or from a checkpoint.</summary>
    public void Carry(StateCodec codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        for (int i = 0; i < _tables.Length; i++)
        {
            TableDigest.Carry(codec, _tables[i], ref _digests[i]);
        }
    }

    private int IndexOf(string table)
    {
        int index = Array.IndexOf(_tables, table);
        Invariant.Check(index >= 0, $"'{table}' is a table of the run");
        return index;
    }
}
