namespace AgentVerse.Model.Numerics;

/// <summary>
/// Philox4x32-10, a counter-based generator: a keyed bijection of 128-bit counters, so the n-th number needs no state.
/// </summary>
/// <remarks>
/// One round maps (c0, c1, c2, c3) to (hi(M1 c2) ^ c1 ^ k0, lo(M1 c2), hi(M0 c0) ^ c3 ^ k1, lo(M0 c0)); between rounds
/// the key moves by the Weyl constants (W0, W1). Ten rounds pass BigCrush of TestU01.
/// <b>Source:</b> Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, section 3.3;
/// known answers from <c>kat_vectors</c> of DEShawResearch/random123.
/// </remarks>
public static class Philox4x32
{
    internal const int Rounds = 10;
    internal const uint M0 = 0xD2511F53;
    internal const uint M1 = 0xCD9E8D57;
    internal const uint W0 = 0x9E3779B9;
    internal const uint W1 = 0xBB67AE85;

    /// <summary>The 128 bits that belong to a counter under a key.</summary>
    /// <param name="counter">Words 0 (lowest 32 bits) to 3 (highest) of the counter.</param>
    /// <param name="key">Words 0 (low half) and 1 (high half) of the key.</param>
    /// <returns>Words 0 (lowest 32 bits) to 3 (highest) of the result.</returns>
    public static UInt128 Block(UInt128 counter, ulong key)
    {
        var (c0, c1) = ((uint)counter, (uint)(counter >> 32));
        var (c2, c3) = ((uint)(counter >> 64), (uint)(counter >> 96));
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var p0 = (ulong)M0 * c0;
            var p1 = (ulong)M1 * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += W0;
            k1 += W1;
        }

        return new UInt128(((ulong)c3 << 32) | c2, ((ulong)c1 << 32) | c0);
    }
}
