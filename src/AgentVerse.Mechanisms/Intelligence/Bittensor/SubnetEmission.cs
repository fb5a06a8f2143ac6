using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The division of a block's TAO among the eligible subnets.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/coinbase/subnet_emissions.rs
/// (get_subnet_block_emissions, get_shares, get_shares_price_ema, get_shares_flow) and
/// run_coinbase.rs::get_network_root_sell_flag.
/// </remarks>
public static class SubnetEmission
{
    /// <summary>
    /// TAO of each eligible subnet: E * share, where shares of subnets without emission are 0 and the others are
    /// renormalised.
    /// </summary>
    /// <param name="eligible">The eligible subnets, in order of netuid.</param>
    /// <param name="blockEmission">E, rao.</param>
    /// <param name="chain">Allocator.</param>
    /// <param name="tao">
    /// Result, as long as <paramref name="eligible"/>: rao with 32 fraction bits; sums to at most E.
    /// </param>
    public static void Allocate(
        ReadOnlySpan<SubnetStanding> eligible, long blockEmission, ChainParameters chain, Span<U96F32> tao)
    {
        Span<U64F64> shares = eligible.Length <= 256 ? stackalloc U64F64[eligible.Length] : new U64F64[eligible.Length];
        Shares(eligible, chain, shares);
        MoveSharesToEnabled(eligible, chain, shares);
        U64F64 pot = U64F64.FromInteger(blockEmission);
        for (int s = 0; s < shares.Length; s++)
        {
            tao[s] = (pot * shares[s]).ToU96F32();
        }
    }

    /// <summary>The share of each eligible subnet before the emission switch; sums to 1 or is all 0.</summary>
    public static void Shares(ReadOnlySpan<SubnetStanding> eligible, ChainParameters chain, Span<U64F64> shares)
    {
        switch (chain.Allocator)
        {
            case EmissionAllocator.UnburnedPrice:
                UnburnedPriceShares(eligible, chain, shares);
                break;
            case EmissionAllocator.Price:
                PriceShares(eligible, shares);
                break;
            case EmissionAllocator.TaoFlow:
                FlowShares.Of(eligible, chain, shares);
                break;
            case EmissionAllocator.Equal:
                shares.Fill(U64F64.One / U64F64.FromInteger(Math.Max(1, eligible.Length)));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(chain), chain.Allocator, "unknown allocator");
        }
    }

    /// <summary>
    /// Whether root's part of alpha is paid to root: the moving prices of the eligible subnets sum to more than 1.
    /// Otherwise it is recycled.
    /// </summary>
    public static bool RootSells(ReadOnlySpan<SubnetStanding> eligible, ChainParameters chain)
    {
        U64F64 sum = U64F64.Zero;
        foreach (ref readonly SubnetStanding subnet in eligible)
        {
            sum += subnet.MovingPrice.ToU64F64();
        }

        return sum > U64F64.One || !chain.Holds(Rule.RootSellNeedsPricesAboveOne);
    }

    /// <summary>q_s / sum q, with q the moving price; all 0 when prices are.</summary>
    private static void PriceShares(ReadOnlySpan<SubnetStanding> eligible, Span<U64F64> shares)
    {
        U64F64 sum = U64F64.Zero;
        foreach (ref readonly SubnetStanding subnet in eligible)
        {
            sum += subnet.MovingPrice.ToU64F64();
        }

        for (int s = 0; s < shares.Length; s++)
        {
            shares[s] = eligible[s].MovingPrice.ToU64F64() / sum;
        }
    }

    /// <summary>v_s / sum v, v_s = price share * (1 - burned); price shares when every v is 0.</summary>
    private static void UnburnedPriceShares(
        ReadOnlySpan<SubnetStanding> eligible, ChainParameters chain, Span<U64F64> shares)
    {
        PriceShares(eligible, shares);
        bool burnCounts = chain.Holds(Rule.MinerBurnLowersTheShare);
        U64F64 sum = U64F64.Zero;
        for (int s = 0; s < shares.Length; s++)
        {
            sum += Unburned(shares[s], eligible[s], burnCounts);
        }

        if (sum == U64F64.Zero && chain.Holds(Rule.AllBurnedFallsBackToPrices))
        {
            return;
        }

        for (int s = 0; s < shares.Length; s++)
        {
            shares[s] = Unburned(shares[s], eligible[s], burnCounts) / sum;
        }
    }

    private static U64F64 Unburned(U64F64 share, in SubnetStanding subnet, bool burnCounts)
    {
        U64F64 burned = U64F64.Min(subnet.MinerBurned.ToU64F64(), U64F64.One);
        return burnCounts ? share * (U64F64.One - burned) : share;
    }

    private static void MoveSharesToEnabled(
        ReadOnlySpan<SubnetStanding> eligible, ChainParameters chain, Span<U64F64> shares)
    {
        U64F64 enabled = U64F64.Zero;
        bool anyDisabled = false;
        for (int s = 0; s < shares.Length; s++)
        {
            anyDisabled |= !eligible[s].EmissionEnabled;
            enabled += eligible[s].EmissionEnabled ? shares[s] : U64F64.Zero;
        }

        for (int s = 0; anyDisabled && chain.Holds(Rule.DisabledSubnetsGetNothing) && s < shares.Length; s++)
        {
            // Dividing by an enabled sum of 0 gives 0, so that a block may emit nothing.
            shares[s] = eligible[s].EmissionEnabled ? shares[s] / enabled : U64F64.Zero;
        }
    }
}
