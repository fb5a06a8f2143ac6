namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The end of a subnet: its TAO goes to those who hold its alpha.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/staking/remove_stake.rs::destroy_alpha_in_out_stakes.
/// </remarks>
public static class Dissolution
{
    /// <summary>
    /// Divides the pool's TAO by alpha: floor(pot * a_i / sum a) each, the rest one by one by largest remainder
    /// (stable, so the earlier of equals first; the protocol is last). The protocol's part is recycled.
    /// </summary>
    /// <param name="pot">TAO of the pool, rao, at least 0.</param>
    /// <param name="positions">Alpha of each (hotkey, coldkey), base units; positions of 0 get nothing.</param>
    /// <param name="protocolAlpha">
    /// Alpha that the chain bought, and for newer subnets the pool's own reserve, base units.
    /// </param>
    /// <param name="chain">Parameters.</param>
    /// <param name="shares">Result, as long as <paramref name="positions"/>, rao.</param>
    /// <returns>The protocol's part, rao; shares and it sum to the pot unless no alpha is there.</returns>
    public static long Divide(
        long pot, ReadOnlySpan<long> positions, long protocolAlpha, ChainParameters chain, Span<long> shares)
    {
        shares.Clear();
        long counted = chain.Holds(Rule.ProtocolSharesTheDissolvedPot) ? protocolAlpha : 0;
        Int128 total = counted;
        foreach (long position in positions)
        {
            total += position;
        }

        if (total == 0 || pot == 0)
        {
            return 0;
        }

        (Int128 Remainder, int Index)[] order = new (Int128, int)[positions.Length + 1];
        long left = pot;
        for (int i = 0; i <= positions.Length; i++)
        {
            long claim = i < positions.Length ? positions[i] : counted;
            (Int128 quotient, Int128 remainder) = Int128.DivRem((Int128)pot * claim, total);
            order[i] = (-remainder, i);
            left -= (long)quotient;
            _ = i < shares.Length ? shares[i] = (long)quotient : 0;
        }

        long protocol = (long)((Int128)pot * counted / total);
        Array.Sort(order);
        for (int i = 0; i < left && chain.Holds(Rule.LargestRemaindersGetTheRest); i++)
        {
            if (order[i].Index < shares.Length)
            {
                shares[order[i].Index]++;
            }
            else
            {
                protocol++;
            }
        }

        return protocol;
    }

    /// <summary>
    /// What the owner of a subnet from before the registration rules gets back: max(0, lock - the owner's share of all
    /// alpha at the spot price); nothing for others.
    /// </summary>
    /// <param name="locked">TAO locked at registration, rao.</param>
    /// <param name="alphaIssuance">Alpha issued, base units.</param>
    /// <param name="spot">Spot price, TAO per alpha.</param>
    /// <param name="registeredAt">Block of registration.</param>
    /// <param name="chain">First block of the rules, owner cut.</param>
    public static long OwnerRefund(
        long locked, long alphaIssuance, Arithmetic.U96F32 spot, long registeredAt, ChainParameters chain)
    {
        if (registeredAt >= chain.NetworkRegistrationStartBlock)
        {
            return 0;
        }

        Arithmetic.U96F32 cut = Arithmetic.U96F32.FromU16Proportion(chain.SubnetOwnerCut);
        long ownerAlpha = (Arithmetic.U96F32.FromInteger(alphaIssuance) * cut).ToInteger();
        long earned = (Arithmetic.U96F32.FromInteger(ownerAlpha) * spot).ToInteger();
        return Math.Max(0, locked - earned);
    }
}
