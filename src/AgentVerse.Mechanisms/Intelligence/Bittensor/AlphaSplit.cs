using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The parts of one block's alpha that wait for the next epoch, alpha base units.</summary>
/// <param name="OwnerCut">For the owner.</param>
/// <param name="Server">For miners.</param>
/// <param name="Validator">For validators and their nominators.</param>
/// <param name="Root">For stakers on root.</param>
/// <param name="Recycled">Root's part where root does not sell: taken back from issuance.</param>
public readonly record struct AlphaParts(long OwnerCut, long Server, long Validator, long Root, long Recycled);

/// <summary>The split of a block's alpha: 18 % owner, 41 % miners, 41 % validators less root's proportion.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/coinbase/run_coinbase.rs::emit_to_subnets and
/// block_step.rs::root_proportion.
/// </remarks>
public static class AlphaSplit
{
    private static readonly U96F32 Half = U96F32.One / U96F32.FromInteger(2);

    /// <summary>
    /// rho = R*w / (R*w + alpha issuance): root's part of the validators' alpha; 0 when nothing is there.
    /// </summary>
    /// <param name="rootTao">R, TAO staked on root, rao.</param>
    /// <param name="alphaIssuance">Alpha in the pool and outside of it, base units.</param>
    /// <param name="chain">w, the weight of TAO.</param>
    /// <returns>0..1.</returns>
    public static U96F32 RootProportion(long rootTao, long alphaIssuance, ChainParameters chain)
    {
        U96F32 weighted = U96F32.FromInteger(rootTao) * U96F32.FromU64Proportion(chain.TaoWeight);
        return weighted / (weighted + U96F32.FromInteger(alphaIssuance));
    }

    /// <summary>
    /// owner = cut * a; with g = a - owner: server = g/2, root = rho*g/2, validator = g/2 - root. Each part is floored,
    /// so up to four base units a block stay issued and belong to nobody.
    /// </summary>
    /// <param name="alphaOut">a, alpha minted outside the pool, base units.</param>
    /// <param name="rootProportion">rho, 0..1.</param>
    /// <param name="rootSells">Whether root's part is kept for root; otherwise it is recycled.</param>
    /// <param name="subnet">The owner's cut and whether it is paid.</param>
    /// <returns>Parts that sum to at most <paramref name="alphaOut"/>.</returns>
    public static AlphaParts Of(long alphaOut, U96F32 rootProportion, bool rootSells, SubnetParameters subnet)
    {
        U96F32 created = U96F32.FromInteger(alphaOut);
        U96F32 cut = U96F32.FromU16Proportion(subnet.Chain.SubnetOwnerCut);
        U96F32 owner = subnet.OwnerCutEnabled ? created * cut : U96F32.Zero;
        U96F32 rest = subnet.Holds(Rule.OwnerCutComesFirst) ? created - owner : created;
        U96F32 root = rootProportion * rest * Half;
        U96F32 server = rest * Half;
        U96F32 validator = rest - server - root;
        bool kept = rootSells || !subnet.Holds(Rule.RootAlphaIsRecycledWithoutRootSell);
        long rootUnits = root.ToInteger();
        return new AlphaParts(
            owner.ToInteger(),
            server.ToInteger(),
            validator.ToInteger(),
            kept ? rootUnits : 0,
            kept ? 0 : rootUnits);
    }
}
