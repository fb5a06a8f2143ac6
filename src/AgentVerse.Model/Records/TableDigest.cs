using AgentVerse.Model.State;

namespace AgentVerse.Model.Records;

/// <summary>
/// What a table's rows come to, whatever their order: how many there are and the sum of their hashes mod 2^128. Parts
/// of a table add up to the whole. <c>default</c> is the digest of no rows.
/// </summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sum">Sum of the row hashes (<see cref="TableHasher"/>) mod 2^128.</param>
public readonly record struct TableDigest(long Rows, UInt128 Sum)
{
    /// <summary>The digest with one more row.</summary>
    public TableDigest Add(UInt128 rowHash) => new(checked(Rows + 1), unchecked(Sum + rowHash));

    /// <summary>The digest of the rows of both.</summary>
    public TableDigest Add(TableDigest other) => new(checked(Rows + other.Rows), unchecked(Sum + other.Sum));

    /// <summary>The sum as 32 hexadecimal digits.</summary>
    public string SumText => Sum.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Carries a digest to or from a checkpoint.</summary>
    public static void Carry(StateCodec codec, string name, ref TableDigest digest)
    {
        long rows = digest.Rows;
        ulong high = (ulong)(digest.Sum >> 64);
        ulong low = (ulong)digest.Sum;
        codec.Open(name);
        codec.Value("rows", ref rows);
        codec.Value("sumHigh", ref high);
        codec.Value("sumLow", ref low);
        codec.Close();
        digest = new TableDigest(rows, new UInt128(high, low));
    }
}
