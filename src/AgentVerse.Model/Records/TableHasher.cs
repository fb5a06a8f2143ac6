namespace AgentVerse.Model.Records;

/// <summary>
/// Hashes rows of a table by what they say, not by how they are kept. A row's hash is the XxHash128 (seed 0) of these
/// little-endian 64-bit words: the stable hash of the table's name; a hash of the names of its columns that are
/// present, in order; and its cells. A name enters as the stable hash of its text, a real number by its bits with
/// -0 as 0 and every NaN as one.
/// </summary>
/// <remarks>Serves one thread. Hashing a row allocates nothing. Cost O(cells).</remarks>
public sealed class TableHasher
{
    private readonly NameHashes _names;
    private readonly List<ShapeHasher> _shapes = [];
    private ShapeHasher? _last;

    /// <summary>A hasher for rows whose names point into <paramref name="names"/>, which may grow.</summary>
    public TableHasher(IReadOnlyList<string> names)
    {
        _names = new NameHashes(names);
    }

    /// <summary>Hash of one row of the given shape.</summary>
    public UInt128 Hash(RowShape shape, ReadOnlySpan<long> row) => For(shape).Hash(row);

    /// <summary>Digest of the rows of a batch.</summary>
    public TableDigest Digest(RecordBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ShapeHasher hasher = For(batch.Shape);
        UInt128 sum = 0;
        ReadOnlySpan<long> cells = batch.Cells;
        for (int at = 0; at < cells.Length; at += batch.Width)
        {
            sum = unchecked(sum + hasher.Hash(cells.Slice(at, batch.Width)));
        }

        return new TableDigest(batch.Count, sum);
    }

    private ShapeHasher For(RowShape shape)
    {
        if (_last is null || !ReferenceEquals(_last.Shape, shape))
        {
            _last = _shapes.Find(known => known.Fits(shape));
            if (_last is null)
            {
                _last = new ShapeHasher(shape, _names);
                _shapes.Add(_last);
            }
        }

        return _last;
    }
}
