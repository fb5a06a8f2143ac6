namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// Salad on Render: a part of its customers' spending is burned, nodes are rewarded a part of it from emission.
/// Container Engine burns 60 % and rewards 56 %, Gateway burns 35 % and rewards 31 %.
/// </summary>
/// <remarks>Source: RNP-023.</remarks>
public static class Salad
{
    /// <summary>Burned, RENDER: spending x share / price at the burn.</summary>
    public static double Burned(double usd, double share, double price, RenderParameters parameters) =>
        parameters.Holds(Rule.SaladBurnsItsShare) ? usd * share / price : usd / price;

    /// <summary>Rewarded, RENDER: spending x share / price at the reward.</summary>
    /// <param name="usd">Spending, USD.</param>
    /// <param name="share">Share that is rewarded.</param>
    /// <param name="prices">USD a RENDER at the burn and at the reward.</param>
    /// <param name="parameters">Whether the price at the reward counts.</param>
    public static double Rewarded(
        double usd, double share, (double Burn, double Reward) prices, RenderParameters parameters) =>
        usd * share / (parameters.Holds(Rule.SaladRewardsByThePrice) ? prices.Reward : prices.Burn);

    /// <summary>Emission of a month with Salad's on top, base units.</summary>
    public static long Monthly(long monthly, long salad, RenderParameters parameters) =>
        parameters.Holds(Rule.SaladComesOnTop) ? checked(monthly + salad) : Math.Max(monthly, salad);
}
