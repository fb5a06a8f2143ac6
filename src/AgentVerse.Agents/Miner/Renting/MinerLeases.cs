using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Compute.Akash;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Miner.Renting;

/// <summary>
/// The leases of a miner that rents. At the start of each period it orders what its task takes at its effort; what
/// came short is ordered again while the period lasts. A tick after the next period began all rows of the last have
/// come, and it is counted what was delivered.
/// </summary>
internal sealed class MinerLeases(MinerCompute compute, AkashPurse purse, int policy)
{
    /// <summary>Less than this part of a period's compute is not worth another order. [A]</summary>
    private const int LeastPart = 20;

    /// <summary>Periods of a miner begin anew, with compute that it is believed to have had before.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="row">Row of the miner.</param>
    /// <param name="due">Tick of the first order.</param>
    /// <param name="delivered">Compute of before, over the task's at full effort.</param>
    internal static void Begin(Columns columns, int row, int due, double delivered)
    {
        columns.Int32(MinerKind.Due)[row] = due;
        columns.Int32(MinerKind.Periods)[row] = 0;
        columns.Int64(MinerKind.Received)[row] = 0;
        columns.Double(MinerKind.Delivered)[row] = delivered;
    }

    /// <summary>Orders what is due, and gets the money for it ready; true if a period has been accounted.</summary>
    internal bool Step(AgentTick agent, SubnetTask task, Tactic tactic)
    {
        ref int due = ref agent.Int32(MinerKind.Due);
        ref int periods = ref agent.Int32(MinerKind.Periods);
        int now = agent.Tick.Index;
        long wanted = WantedOf(agent, task, tactic);
        agent.Term("compute.delivered", agent.Double(MinerKind.Delivered));
        agent.Term("compute.wanted", wanted);
        if (now >= due)
        {
            periods++;
            due = now + compute.PeriodTicks;
            agent.Cohort.Sum(MinerKind.WantedSum, wanted);
            Order(agent, task, compute.NeedOf(wanted, compute.PeriodTicks));
            return false;
        }

        bool isAccounted = periods > 1 && now == due - compute.PeriodTicks + 1;
        if (isAccounted)
        {
            ref long received = ref agent.Int64(MinerKind.Received);
            agent.Double(MinerKind.Delivered) = received / compute.SecondsOf(task);
            received = 0;
        }

        long missing = wanted - agent.Int64(MinerKind.Received);
        bool isShort = agent.Int32(MinerKind.Open) == 0 && missing * LeastPart > wanted;
        Need rest = compute.NeedOf(missing, due - now);
        if (!isShort || rest.Seconds < compute.TickSeconds / LeastPart || !Order(agent, task, rest))
        {
            purse.Provide(agent, compute.MarketOf(task), MoneyFor(agent, task, tactic));
        }

        return isAccounted;
    }

    /// <summary>USD base units that its wallets lack for the order of a period.</summary>
    internal long ShortOf(AgentTick agent, SubnetTask task, Tactic tactic) =>
        Math.Max(0, MoneyFor(agent, task, tactic) - purse.WorthOf(agent, compute.MarketOf(task)));

    /// <summary>A hundredth more than a lease can cost, so that no rounding of rates or blocks runs it dry.</summary>
    private static long DepositOf(long cost, long least) => Math.Max(cost + (cost / 100) + 1, least);

    /// <summary>Unit-seconds of a period.</summary>
    private long WantedOf(AgentTick agent, SubnetTask task, Tactic tactic) =>
        (long)(compute.SecondsOf(task) * compute.ShareOf(agent.Index, tactic));

    private long MoneyFor(AgentTick agent, SubnetTask task, Tactic tactic) => DepositOf(
        compute.CostMost(task, compute.NeedOf(WantedOf(agent, task, tactic), compute.PeriodTicks)), 0);

    private bool Order(AgentTick agent, SubnetTask task, Need need)
    {
        int market = compute.MarketOf(task);
        if (need.Seconds == 0
            || !purse.TryPay(agent, market, need, compute.LimitOf(task), DepositOf, out Intent order))
        {
            return false;
        }

        order.Kind = AkashIntents.Deploy;
        order.A = need.Units | (policy << 16);
        order.C = need.Seconds;
        agent.Int32(MinerKind.Open)++;
        agent.Cohort.Sum(MinerKind.OrderSum, 1);
        agent.Send(order);
        return true;
    }
}
