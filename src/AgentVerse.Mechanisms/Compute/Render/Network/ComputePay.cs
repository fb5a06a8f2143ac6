using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>
/// What the foundation pays nodes beside rendering at the end of an epoch, group by group: never more than stands in
/// the account that it is paid from.
/// </summary>
internal static class ComputePay
{
    /// <summary>
    /// To nodes of compute clients: the week's part of the month's pool, by weight. What is left is spread over the
    /// months that are left. Also tells what those of them get who earn nothing from any client.
    /// </summary>
    /// <param name="held">What stands there for them, base units.</param>
    /// <param name="seconds">Start of the epoch, seconds since 1970.</param>
    /// <param name="spec">The plan.</param>
    internal static (long Paid, long Idle) Clients(long held, long seconds, RenderSpec spec)
    {
        ComputeSpec compute = spec.Compute;
        if (seconds >= compute.ClientsEnd || compute.Nodes == 0)
        {
            return (0, 0);
        }

        int months = MonthsUntil(compute.ClientsEnd, seconds);
        long month = ComputeClients.Pool(
            ComputeClients.Scheduled(held, months, spec.Parameters), compute.Nodes, spec.Parameters);
        double most = compute.Groups.Max(g => g.Earned);
        double[] weights = [.. compute.Groups.Select(g => g.Count * WeightOf(g, most, spec.Parameters))];
        long[] rewards = new long[weights.Length];
        long pool = Math.Min(held, EmissionSchedule.Weekly(month, spec.Parameters));
        long left = ComputeClients.Share(pool, weights, rewards);
        return (pool - left, rewards.Where((_, i) => compute.Groups[i].Earned == 0).Sum());
    }

    /// <summary>To nodes of the compute subnet: availability and hours sold, at most what is held.</summary>
    /// <param name="held">What stands there for them, base units.</param>
    /// <param name="seconds">Start of the epoch, seconds since 1970.</param>
    /// <param name="spec">The plan.</param>
    internal static long Subnet(long held, long seconds, RenderSpec spec)
    {
        if (seconds < spec.Compute.SubnetStart)
        {
            return 0;
        }

        RenderParameters parameters = spec.Parameters;
        Int128 due = 0;
        foreach (ComputeGroup group in spec.Compute.Groups)
        {
            (long weekly, double multiplier) = spec.Compute.IsComposite
                ? (parameters.ComputeCompositeWeekly, ComputeSubnet.Multiplier(group.Multipliers, parameters))
                : (parameters.ComputeJobWeekly, group.Multipliers.Gpu);
            long each = ComputeSubnet.Availability(parameters.ComputeAvailabilityWeekly, group.Online, parameters)
                + ComputeSubnet.Job(weekly, multiplier, group.Hours, parameters);
            due += (Int128)each * group.Count;
        }

        return (long)Int128.Min(due, held);
    }

    /// <summary>To Salad's nodes: parts of what its customers spent, at the price of the reward.</summary>
    /// <param name="held">What stands there for them, base units.</param>
    /// <param name="prices">USD a RENDER at the burn and at the reward.</param>
    /// <param name="spec">The plan.</param>
    internal static long ToSalad(long held, (double Burn, double Reward) prices, RenderSpec spec)
    {
        if (prices.Burn <= 0 || prices.Reward <= 0)
        {
            return 0;
        }

        double tokens = Rewarded(spec.Compute.SaladContainer, spec.Parameters.SaladContainer)
            + Rewarded(spec.Compute.SaladGateway, spec.Parameters.SaladGateway);
        return (long)Math.Min(held, tokens * RenderTerms.UnitsPerToken);

        double Rewarded(double spent, SaladShares shares) =>
            Salad.Rewarded(spent, shares.Rewarded, prices, spec.Parameters);
    }

    private static double WeightOf(ComputeGroup group, double most, RenderParameters parameters) =>
        ComputeClients.Weight(
            ComputeClients.Earnings(group.Earned, most, parameters),
            ComputeClients.Bandwidth(group.Line.Down, group.Line.Up), group.GpuScore, group.Online, parameters);

    /// <summary>Months that have begun until an instant, at least one.</summary>
    private static int MonthsUntil(long end, long seconds)
    {
        DateTime from = DateTime.UnixEpoch.AddSeconds(seconds);
        DateTime to = DateTime.UnixEpoch.AddSeconds(end);
        return Math.Max(1, ((to.Year - from.Year) * 12) + to.Month - from.Month);
    }
}
