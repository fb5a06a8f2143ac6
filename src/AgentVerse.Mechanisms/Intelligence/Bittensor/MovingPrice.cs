using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The moving average of a subnet's alpha price that emission and eviction follow.</summary>
public static class MovingPrice
{
    /// <summary>
    /// q' = a * min(spot, 1) + (1 - a) * q with a = rate * b / (b + H): the average of a young subnet moves slowly.
    /// </summary>
    /// <param name="average">q, TAO per alpha.</param>
    /// <param name="spot">Spot price, TAO per alpha.</param>
    /// <param name="blocksSinceStart">b, blocks since the start call, at least 0.</param>
    /// <param name="subnet">H, the halving blocks, and the rate.</param>
    /// <returns>The average after this block, stored with 32 fraction bits: steps below 2.3e-10 vanish.</returns>
    /// <remarks>Source: opentensor/subtensor 14bc6f9f, staking/stake_utils.rs::update_moving_price.</remarks>
    public static U96F32 Next(U96F32 average, U64F64 spot, long blocksSinceStart, SubnetParameters subnet)
    {
        // The chain stores the rate with 32 fraction bits before it widens it: 0.000003 is 12885/2^32 there.
        U64F64 rate = U96F32.FromDouble(subnet.Chain.SubnetMovingAlpha).ToU64F64();
        U64F64 age = U64F64.FromInteger(blocksSinceStart);
        U64F64 ramp = age / (age + U64F64.FromInteger(subnet.EmaPriceHalvingBlocks));
        U64F64 a = subnet.Holds(Rule.MovingPriceRampsUp) ? rate * ramp : rate;
        U64F64 capped = subnet.Holds(Rule.SpotIsCappedAtOne) ? U64F64.Min(spot, U64F64.One) : spot;
        return ((a * capped) + ((U64F64.One - a) * average.ToU64F64())).ToU96F32();
    }
}
