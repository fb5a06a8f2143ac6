namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// The emission of a block, halved by issuance: for TAO, and with each subnet's issuance for its alpha.
/// </summary>
public static class BlockEmission
{
    private const int FractionBits = 32;

    /// <summary>
    /// Emission of a block at the given issuance: with T the issuance and M the cap, E = 0 if T >= M, otherwise E = E0
    /// >> floor(log2(1 / (1 - T/M))).
    /// </summary>
    /// <param name="issuance">Tokens issued, base units, at least 0; burnt or recycled tokens are not in it.</param>
    /// <param name="chain">Cap and first emission.</param>
    /// <returns>Base units minted in this block; 0..InitialBlockEmission, falling in issuance.</returns>
    /// <remarks>
    /// T/M and the logarithm have 32 fraction bits as on the chain, so thresholds stand within M/2^32 of 10.5, 15.75,
    /// ... million. O(1). Source: opentensor/subtensor 14bc6f9f,
    /// pallets/subtensor/src/coinbase/block_emission.rs::get_block_emission_for_issuance.
    /// </remarks>
    public static long ForIssuance(long issuance, ChainParameters chain)
    {
        if (issuance >= chain.MaxSupply)
        {
            return 0;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(issuance);
        UInt128 one = UInt128.One << FractionBits;
        UInt128 issuedShare = ((UInt128)(ulong)issuance << FractionBits) / (UInt128)(ulong)chain.MaxSupply;
        UInt128 inverseOfRest = (one << FractionBits) / (one - issuedShare);
        int halvings = 0;
        for (UInt128 x = inverseOfRest; x >= one << 1; x = (x >> 1) + (x & UInt128.One))
        {
            // The chain's logarithm halves with rounding up, which is why the lowest bit is added.
            halvings++;
        }

        if (!chain.Holds(Rule.IssuanceDrivesTheHalving))
        {
            halvings = 0;
        }

        return halvings > FractionBits ? 0 : chain.InitialBlockEmission >> halvings;
    }
}
