using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// What a job of value V does to the token: a fee of 5 % for the foundation, RENDER for the other 95 % bought at the
/// price of that moment and destroyed. What nodes are paid is minted by schedule and does not depend on it.
/// </summary>
/// <remarks>USD amounts are in 1e-6 USD, prices in 1e-9 USD a RENDER. Source: RNP-001, RNP-006, RNP-021.</remarks>
public static class BurnMint
{
    /// <summary>Price units of one USD.</summary>
    public const double PriceUnits = 1e9;

    /// <summary>RENDER base units x price units over USD units: (1e-6 USD) / (1e-9 USD/RENDER) x 1e8.</summary>
    private const long Scale = 1000 * RenderTerms.UnitsPerToken;

    private const int Percent = 100;

    /// <summary>A price in price units; 0 for prices that are too small, not finite or negative.</summary>
    public static long PriceOf(double usdPerRender) =>
        double.IsFinite(usdPerRender) && usdPerRender > 0 ? (long)Math.Min(usdPerRender * PriceUnits, 1e18) : 0;

    /// <summary>The fee on a job: floor(5 % of V), USD units.</summary>
    public static long Fee(long usd, RenderParameters parameters) =>
        parameters.Holds(Rule.FeeComesFirst) ? MulDiv.Floor(usd, parameters.FeePercent, Percent) : 0;

    /// <summary>What USD buys: floor(usd / price), RENDER base units; nothing can be bought at a price of 0.</summary>
    public static long Bought(long usd, long price, RenderParameters parameters)
    {
        if (!parameters.Holds(Rule.BurnFollowsThePrice))
        {
            return checked(usd * 100);
        }

        Int128 bought = price > 0 ? (Int128)usd * Scale / price : 0;
        return bought > long.MaxValue ? long.MaxValue : (long)bought;
    }

    /// <summary>What RENDER is worth: floor(amount x price), USD units.</summary>
    public static long Worth(long render, long price) => MulDiv.Floor(render, price, Scale);

    /// <summary>
    /// What a customer pays so that the node's net price holds after the fee: net x (1 + 5/95), rounded up.
    /// </summary>
    public static long GrossUp(long net, RenderParameters parameters)
    {
        int kept = Percent - parameters.FeePercent;
        return parameters.Holds(Rule.GrossUpCoversTheFee) && kept > 0
            ? -MulDiv.Floor(-net, Percent, kept)
            : net;
    }

    /// <summary>Price an hour and GPU that a customer with a grant pays: (total - grant) / (hours x GPUs).</summary>
    /// <param name="total">Price without the grant, USD.</param>
    /// <param name="grant">Grant, USD.</param>
    /// <param name="gpuHours">Hours times GPUs, above 0.</param>
    /// <param name="parameters">Whether grants count.</param>
    public static double Effective(double total, double grant, double gpuHours, RenderParameters parameters) =>
        (parameters.Holds(Rule.GrantsLowerTheRate) ? Math.Max(0, total - grant) : total) / gpuHours;

    /// <summary>
    /// Divides an epoch's pool by the value of approved work: floor(pool x value / sum of values), what is left by
    /// largest remainder.
    /// </summary>
    /// <param name="pool">RENDER base units.</param>
    /// <param name="values">Value of each node's approved work, USD units.</param>
    /// <param name="rewards">Receives the rewards, RENDER base units; they add to the pool unless all values are
    /// 0.</param>
    /// <param name="parameters">Whether value counts.</param>
    /// <returns>What nobody got: 0, or the pool where nobody worked.</returns>
    public static long Share(
        long pool, ReadOnlySpan<long> values, Span<long> rewards, RenderParameters parameters)
    {
        if (parameters.Holds(Rule.PoolIsSharedByValue))
        {
            return Apportion.LargestRemainder(pool, values, rewards);
        }

        long[] heads = new long[values.Length];
        for (int i = 0; i < heads.Length; i++)
        {
            heads[i] = values[i] > 0 ? 1 : 0;
        }

        return Apportion.LargestRemainder<long>(pool, heads, rewards);
    }

    /// <summary>
    /// Subsidy ratio sigma = mint x P / V: above 1 nodes earn more than customers pay. 0 where nothing is paid for.
    /// </summary>
    public static double Subsidy(double mint, double price, double value) => value > 0 ? mint * price / value : 0;
}
