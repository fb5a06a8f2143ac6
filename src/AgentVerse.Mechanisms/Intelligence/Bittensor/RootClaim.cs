using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>What a coldkey has done with its root dividends.</summary>
public enum RootClaimType
{
    /// <summary>Sold in the pool, and the TAO staked on root; the default.</summary>
    Swap,

    /// <summary>Staked as alpha with the hotkey.</summary>
    Keep,
}

/// <summary>
/// The dividends of stakers on root: each hotkey has a cumulative rate of alpha per rao for each subnet, and each
/// position remembers what it has been paid.
/// </summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/staking/claim_root.rs. The rate has 32 fraction bits as
/// on the chain: a dividend below stake/2^32 vanishes.
/// </remarks>
public static class RootClaim
{
    /// <summary>
    /// Raises a hotkey's rate by dividend / root stake. False when the dividend exceeds the stake (or nobody stakes):
    /// then the owner of the hotkey gets it as alpha.
    /// </summary>
    public static bool TryRaise(ref U96F32 rate, long dividend, long rootStake)
    {
        if (dividend > rootStake)
        {
            return false;
        }

        rate += U96F32.FromInteger(dividend) / U96F32.FromInteger(rootStake);
        return true;
    }

    /// <summary>floor(rate * stake - paid), at least 0: alpha that a position may claim, base units.</summary>
    public static long Owed(U96F32 rate, long stake, long paid) =>
        ((rate * U96F32.FromInteger(stake)) - U96F32.FromInteger(paid)).ToInteger();

    /// <summary>Whether a claim is worth making: at least the subnet's threshold.</summary>
    public static bool IsDue(long owed, SubnetParameters subnet) => owed > 0 && owed >= subnet.RootClaimThreshold;

    /// <summary>What counts as paid after stake was added: new stake owes nothing of the past.</summary>
    public static long PaidAfterAdding(U96F32 rate, long paid, long added) =>
        paid + (rate * U96F32.FromInteger(added)).ToInteger();

    /// <summary>What counts as paid after stake was taken out, at least 0.</summary>
    public static long PaidAfterRemoving(U96F32 rate, long paid, long removed) =>
        Math.Max(0, paid - (rate * U96F32.FromInteger(removed)).ToInteger());

    /// <summary>
    /// The coldkeys claimed automatically in a block: steps through their numbers by drawn words, each a start and then
    /// a step; a number that is met twice counts once.
    /// </summary>
    /// <param name="words">Four uniform words (the parent block's hash on the chain).</param>
    /// <param name="coldkeyCount">Coldkeys with stake on root.</param>
    /// <param name="chain">Claims a block.</param>
    /// <param name="chosen">Result, at least as long as the claims a block.</param>
    /// <returns>How many were chosen, in ascending order.</returns>
    public static int ChooseColdkeys(
        ReadOnlySpan<ulong> words, int coldkeyCount, ChainParameters chain, Span<int> chosen)
    {
        int count = 0;
        ulong last = words[0];
        for (int i = 0; i < chain.RootClaimsPerBlock && coldkeyCount > 0; i++)
        {
            ulong step = words[i % words.Length];
            ulong sum = last > ulong.MaxValue - step ? ulong.MaxValue : last + step;
            last = sum % (ulong)coldkeyCount;
            if (!chosen[..count].Contains((int)last))
            {
                chosen[count++] = (int)last;
            }
        }

        chosen[..count].Sort();
        return count;
    }
}
