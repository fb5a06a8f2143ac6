using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>
/// What customers from outside the model spend in an epoch: on the compute subnet, where it is a job's price like any
/// other, and at Salad, of which a part is burned at once, the rest is Salad's and the foundation's.
/// </summary>
internal static class OutsideSales
{
    private const double UsdUnits = 1e6;

    /// <summary>Takes it in, at the end of an epoch; burns of compute fall due with those of the tick.</summary>
    internal static void Run(in SchedulerRun run)
    {
        ComputeSpec compute = run.Spec.Compute;
        long start = run.Spec.Start + (run.Spec.EpochOf(run.Now) * RenderTerms.EpochSeconds);
        if (start >= compute.SubnetStart && compute.Hours > 0)
        {
            Sell(run, compute);
        }

        if (start >= run.Spec.Parameters.SaladStart)
        {
            BurnSalad(run, compute.SaladContainer, run.Spec.Parameters.SaladContainer.Burned);
            BurnSalad(run, compute.SaladGateway, run.Spec.Parameters.SaladGateway.Burned);
        }
    }

    /// <summary>Hours of the subnet at the price whose net reaches the network.</summary>
    private static void Sell(in SchedulerRun run, ComputeSpec compute)
    {
        RenderParameters parameters = run.Spec.Parameters;
        double net = compute.Groups.Sum(g => g.Count * g.Hours * g.Multipliers.Gpu) * compute.NetPrice;
        long gross = BurnMint.GrossUp((long)(net * UsdUnits), parameters);
        run.Counts.OutsideValue = gross;
        run.Counts.OutsidePrice = BurnMint.Effective(gross / UsdUnits, compute.Grant, compute.Hours, parameters);
        run.Tick.Mint(run.Spec.Usd, gross);
    }

    private static void BurnSalad(in SchedulerRun run, double spent, double share)
    {
        SchedulerState state = run.State;
        double price = run.Price / BurnMint.PriceUnits;
        long usd = (long)(spent * UsdUnits);
        long fee = (long)(usd * run.Spec.Parameters.SaladFoundation);
        long forBurns = (long)(usd * share);
        double tokens = price > 0 ? Salad.Burned(spent, share, price, run.Spec.Parameters) : 0;
        long burned = (long)Math.Min(tokens * RenderTerms.UnitsPerToken, state.Holders);
        run.Tick.Mint(run.Spec.Usd, usd);
        state.Fees = checked(state.Fees + fee);
        state.Salad = checked(state.Salad + usd - fee - forBurns);
        state.Exchange = checked(state.Exchange + forBurns);
        state.Holders -= burned;
        run.Tick.Burn(run.Spec.Render, burned);
        run.Counts.SaladBurned += burned;
    }
}
