using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Controllers;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Records;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Controllers;

/// <summary>
/// Passes orders from controllers to their accounts, and reports back. It keeps nothing: what comes in goes out in the
/// same tick, so that an order of tick t holds from t+1.
/// </summary>
internal sealed class OrdersShard : Shard
{
    private const int OrdersSeries = 0;
    private const int RefusedSeries = 1;
    private const int WokenSeries = 2;
    private const int ReportsSeries = 3;
    private readonly IReadOnlyList<PopulationPlan> _populations;
    private readonly bool[,] _holds;
    private readonly int _woken;
    private readonly int _refused;

    internal OrdersShard(WorldPlan world)
    {
        _populations = world.Populations;
        _holds = new bool[world.Populations.Count, world.Tokens.Count];
        for (int p = 0; p < world.Populations.Count; p++)
        {
            for (int t = 0; t < world.Tokens.Count; t++)
            {
                string token = world.Tokens[t].Name;
                _holds[p, t] = world.Populations[p].Columns.Any(
                    c => string.Equals(c.Wallet, token, StringComparison.Ordinal));
            }
        }

        _woken = world.EventNames.ToList().IndexOf(Events[0].Name);
        _refused = world.EventNames.ToList().IndexOf(Events[1].Name);
    }

    internal static IReadOnlyList<EventType> Events { get; } =
    [
        new("woken", "An account of a controller comes into being: amount is the money sent, a the tick."),
        new(
            "orderRefused",
            "An order was not its sender's to give: amount is what came back, a the order, b the account."),
    ];

    internal static IReadOnlyList<Quantity> Series { get; } =
    [
        new("orders", CellType.Integer, "", "Orders passed on, one for each account."),
        new("ordersRefused", CellType.Integer, "", "Orders that were not their sender's to give."),
        new("woken", CellType.Integer, "accounts", "Accounts told to be awake from a later tick on."),
        new("reports", CellType.Integer, "", "Reports of accounts to their controllers."),
    ];

    public override Bulletin Opening() => new OrdersBulletin();

    public override Bulletin Settle(ShardTick tick)
    {
        SortedDictionary<(AgentRef Controller, int Token), Report> reports = new(ByController);
        Counts counts = default;
        foreach (TimedIntent timed in tick.Intents)
        {
            if (timed.Intent.Kind == ControllerIntents.Report)
            {
                Collect(timed.Intent, reports, ref counts);
            }
            else
            {
                Pass(tick, timed.Intent, ref counts);
            }
        }

        foreach (((AgentRef controller, int token), Report report) in reports)
        {
            tick.Pay(controller, ControllerRows.Report, token, report.Money, report.Income, report.Cost);
        }

        tick.Set(OrdersSeries, counts.Orders);
        tick.Set(RefusedSeries, counts.Refused);
        tick.Set(WokenSeries, counts.Woken);
        tick.Set(ReportsSeries, counts.Reports);
        return new OrdersBulletin();
    }

    public override void Accounts(AccountBook book)
    {
    }

    public override void Carry(StateCodec codec)
    {
    }

    private static Comparer<(AgentRef Controller, int Token)> ByController { get; } =
        Comparer<(AgentRef Controller, int Token)>.Create(static (a, b) =>
            a.Controller.Population != b.Controller.Population
                ? a.Controller.Population.CompareTo(b.Controller.Population)
            : a.Controller.Index != b.Controller.Index ? a.Controller.Index.CompareTo(b.Controller.Index)
            : a.Token.CompareTo(b.Token));

    private void Collect(
        in Intent intent, SortedDictionary<(AgentRef Controller, int Token), Report> reports, ref Counts counts)
    {
        PopulationPlan sender = _populations[intent.Sender.Population];
        bool isCommanded = sender.ControlledBy >= 0;
        AgentRef home = isCommanded
            ? new AgentRef(sender.ControlledBy, sender.ControllerOf(intent.Sender.Index))
            : intent.Sender;
        Report before = reports.GetValueOrDefault((home, intent.Token));
        reports[(home, intent.Token)] = new Report(
            checked(before.Money + intent.Amount), checked(before.Income + intent.A), checked(before.Cost + intent.B));
        counts.Reports++;
    }

    private void Pass(ShardTick tick, in Intent intent, ref Counts counts)
    {
        OrderRange range = OrderRange.Of(intent);
        if (!IsSound(intent, range))
        {
            counts.Refused++;
            tick.Pay(intent.Sender, ControllerRows.Refused, intent.Token, intent.Amount, intent.Kind);
            tick.Tell(_refused, 0, intent.Sender, intent.Amount, intent.Kind, range.First);
            return;
        }

        counts.Orders += range.Count;
        for (int i = 0; i < range.Count; i++)
        {
            AgentRef account = new(range.Population, range.First + i);
            long money = Apportion.EqualPart(intent.Amount, range.Count, i);
            tick.Order(account, intent.Kind, (intent.Token, money), intent.C, intent.D);
            if (intent.Kind == ControlOrders.Wake)
            {
                counts.Woken++;
                tick.Tell(_woken, 0, account, money, intent.C);
            }
        }
    }

    /// <summary>Whether the accounts are the sender's and can do what is ordered with such money.</summary>
    private bool IsSound(in Intent intent, OrderRange range)
    {
        if (intent.Kind is 0 or > ControlOrders.Last || range.Count == 0 || range.First < 0
            || (uint)range.Population >= (uint)_populations.Count)
        {
            return false;
        }

        PopulationPlan population = _populations[range.Population];
        long last = (long)range.First + range.Count - 1;
        return population.ControlledBy == intent.Sender.Population
            && last < population.Capacity
            && population.ControllerOf(range.First) == intent.Sender.Index
            && population.ControllerOf((int)last) == intent.Sender.Index
            && ((intent.Amount == 0 && intent.Kind != ControlOrders.Sweep) || _holds[range.Population, intent.Token])
            && HasSense(intent, population);
    }

    private static bool HasSense(in Intent intent, PopulationPlan population) => intent.Kind switch
    {
        ControlOrders.Strategy => intent.C >= 0 && intent.C < population.PolicyNames.Count,
        ControlOrders.Wake or ControlOrders.Units => intent.C is >= 0 and <= int.MaxValue,
        ControlOrders.Target => intent.C is >= -1 and < ushort.MaxValue && intent.D is >= 0 and <= ushort.MaxValue,
        _ => true,
    };

    private readonly record struct Report(long Money, long Income, long Cost);

    private struct Counts
    {
        internal long Orders;
        internal long Refused;
        internal long Woken;
        internal long Reports;
    }
}
