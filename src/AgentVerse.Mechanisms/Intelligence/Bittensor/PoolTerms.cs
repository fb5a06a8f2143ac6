using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>What one block brings to a subnet's pool and participants.</summary>
/// <param name="TaoIn">TAO added to the pool's reserve, rao.</param>
/// <param name="AlphaIn">Alpha minted into the pool's reserve, base units.</param>
/// <param name="AlphaOut">Alpha minted for participants, base units.</param>
/// <param name="ExcessTao">TAO that buys alpha from the pool for nobody ("chain buy"), rao.</param>
public readonly record struct PoolTerms(U96F32 TaoIn, U96F32 AlphaIn, U96F32 AlphaOut, U96F32 ExcessTao)
{
    /// <summary>
    /// Terms of one block: alpha in = tau/p (0 at price 0), at most rho * a, where tao in = alpha in * p; without the
    /// cap tao in = tau. The excess is what remains of tau.
    /// </summary>
    /// <param name="taoEmission">tau, rao.</param>
    /// <param name="price">p, spot price in TAO per alpha.</param>
    /// <param name="rootProportion">rho, 0..1.</param>
    /// <param name="alphaEmission">a, alpha minted in this block by the subnet's own halving, base units.</param>
    /// <param name="chain">Parameters.</param>
    /// <remarks>
    /// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/coinbase/run_coinbase.rs::get_subnet_terms.
    /// </remarks>
    public static PoolTerms Of(
        U96F32 taoEmission, U96F32 price, U96F32 rootProportion, long alphaEmission, ChainParameters chain)
    {
        U96F32 alphaOut = U96F32.FromInteger(alphaEmission);
        U96F32 alphaIn = taoEmission / price;
        U96F32 taoIn = taoEmission;
        U96F32 cap = rootProportion * alphaOut;
        if (alphaIn > cap && chain.Holds(Rule.AlphaInIsCappedByRootProportion))
        {
            alphaIn = cap;
            taoIn = cap * price;
        }

        return new PoolTerms(taoIn, alphaIn, alphaOut, taoEmission - taoIn);
    }
}
