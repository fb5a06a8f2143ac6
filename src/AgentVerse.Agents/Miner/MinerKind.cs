using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Miner.Renting;
using AgentVerse.Agents.Neuron;
using AgentVerse.Agents.Staker;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Records;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Miner;

/// <summary>The kind <c>miner</c>: produces output of some quality for a subnet that pays by it.</summary>
internal static class MinerKind
{
    internal const string Name = "miner";

    /// <summary>Factor of the agent's own on what it believes an entry to be worth.</summary>
    internal const int Optimism = NeuronColumns.Count;

    internal const int Usd = NeuronColumns.Count + 1;
    internal const int Debt = NeuronColumns.Count + 2;
    internal const int Alpha = NeuronColumns.Count + 3;
    internal const int Tactic = NeuronColumns.Count + 4;
    internal const int Former = NeuronColumns.Count + 5;
    internal const int Wanted = NeuronColumns.Count + 6;
    internal const int Offered = NeuronColumns.Count + 7;

    internal const int Akt = NeuronColumns.Count + 8;
    internal const int Delivered = NeuronColumns.Count + 10;
    internal const int Received = NeuronColumns.Count + 11;
    internal const int Due = NeuronColumns.Count + 12;
    internal const int Periods = NeuronColumns.Count + 13;
    internal const int Open = NeuronColumns.Count + 14;

    internal const int ReviewSum = NeuronColumns.SumCount;
    internal const int EntrySum = ReviewSum + 1;
    internal const int ExitSum = ReviewSum + 2;
    internal const int MoveSum = ReviewSum + 3;
    internal const int CostSum = ReviewSum + 4;
    internal const int ServingSum = ReviewSum + 5;
    internal const int DishonestSum = ReviewSum + 6;
    internal const int OrderSum = ReviewSum + 7;
    internal const int UnfilledSum = ReviewSum + 8;
    internal const int WantedSum = ReviewSum + 9;
    internal const int DeliveredSum = ReviewSum + 10;

    private const string Rates = "[A] automated: an epoch is paid every 72 minutes";

    internal static AgentKind Kind { get; } = new(
        Name, "Produces output for a subnet of Bittensor, and registers where that looks worth its price.",
        new Section(
            Name, "A miner.",
            [.. Own(), .. ChoiceSettings.Fields, .. MiningTasks.Fields, ComputeKeys.Field, .. Attacks()]),
        [
            .. NeuronColumns.All,
            new("optimism", ColumnType.Double, "", "Factor on what it believes an entry to be worth."),
            Column.WalletOf(MarketTerms.Usd, "US dollars that the agent holds."),
            new("debt", ColumnType.Int64, "USD base units", "Running costs that it owes."),
            new("alpha", ColumnType.Int64, "alpha base units", "Alpha that it has staked on its home subnet.")
            {
                Split = SplitRule.Own,
            },
            new("tactic", ColumnType.Int32, "", "0 serves nothing, 1 to 3 effort 0.5, 1, 1.5, 4 shared model, 5 copy.")
            {
                Split = SplitRule.Own,
            },
            new("former", ColumnType.Int32, "", "Subnet that it has left and must still sell out of, or -1.")
            {
                Recorded = false,
            },
            new("wanted", ColumnType.Int32, "", "Tactic that it registered for.") { Recorded = false },
            new("offered", ColumnType.Double, "", "Quality that it registered with.") { Recorded = false },
            .. Rented(),
        ],
        [.. NeuronColumns.Sums, .. Sums()], (population, planning) => new MinerBehaviour(population, planning))
    {
        Income = NeuronColumns.IncomeName, Cost = NeuronColumns.SpentName, DefaultPolicy = HonestMiner.Name,
    };

    private static Column[] Rented() =>
    [
        Column.WalletOf(AkashTerms.Akt, "AKT that the agent holds."),
        Column.WalletOf(AkashTerms.Act, "ACT that the agent holds."),
        new(
            "delivered", ColumnType.Double, "",
            "Compute delivered to it in the last period, over its task's at full effort; 0 if it rents none."),
        new("received", ColumnType.Int64, "GPU s", "Compute of leases that ended since then.") { Recorded = false },
        new("due", ColumnType.Int32, "tick", "Tick of its next period.")
        {
            Recorded = false, Split = SplitRule.Own,
        },
        new("periods", ColumnType.Int32, "", "Periods that it has ordered for.") { Recorded = false },
        new("open", ColumnType.Int32, "", "Orders and leases that it has open.") { Recorded = false },
    ];

    private static Field[] Own() =>
    [
        Tao("startWallet", 10_000_000_000, "TAO that each agent begins with; the median where they differ."),
        Field.Number(
            "walletSpread", 0, 0, 5, "", "Standard deviation of the logarithm of the TAO that agents begin with.",
            "[A]"),
        Field.Number(
            "startUsd", 500, 0, 1e9, "USD", "US dollars that each agent begins with, where TAO has a market.", "[A]"),
        TaoMarket.Key,
        Field.Number(
            "skillSpread", 0.5, 0, 5, "",
            "Standard deviation of the logarithm of quality, its median is 1; where any policy of the population "
            + "chooses among subnets, agents have a skill a task instead.",
            "[A]"),
        Field.Number(
            "reservationSpread", 0.5, 0, 5, "", "Standard deviation of the logarithm of optimism; its median is 1.",
            "[A]"),
        Field.Number(
            "effortExponent", 0.3, 0, 1, "", "Quality is skill * effort^value.", "[A]"),
        Field.Number(
            "setupCost", 200, 0, 1e9, "USD", "Work of setting up on another subnet, beside the price of a uid.",
            "[A] a day's work"),
        Field.Number(
            "incumbentShare", 1, 1e-6, 1, "",
            "Who holds a uid at the opening is of the share of all with the best skill in its task, and of the share "
            + "with the least elsewhere: who was left of those before.",
            "[A]"),
        Field.Number("salesPerDay", 4, 0, 1000, "1/d", "Sales of alpha a day.", Rates),
        Field.Number("soldShare", 1, 0, 1, "", "Share of its alpha that a sale sells.", "[A]"),
        Field.Integer(
            "patience", 0, 0, 7200, "blocks", "Blocks for which a registration waits for its price.", "[A]"),
        Field.Number(
            "believedDetections", 0.05, 0, 1000, "1/d", "Detections a day that a dishonest tactic is believed to meet.",
            "[A]"),
        Field.Number(
            "copyQuality", 0.9, 0, 10, "", "Quality of a copy over the median quality of the subnet.", "[A]"),
        Field.Number("copyCost", 0.05, 0, 1, "", "Cost of copying over that of serving.", "[A]"),
    ];

    private static Field[] Attacks() =>
    [
        Tao("griefBudget", 0, "What the policy griefer spends on registrations at most, each agent."),
        Tao("griefBelow", 1_000_000_000, "Price below which the policy griefer registers."),
        Field.Integer(
            "griefNetuid", 0, 0, 65_535, "", "Subnet on which the policy griefer registers; 0 for its home.", "[A]"),
        Field.Number(
            "driftHalfLifeDays", 2, 0.001, 36_500, "d",
            "Time in which half of a lead in skill is lost (policy drifting).", "[A]"),
        Field.Integer("dumpTick", 0, 0, int.MaxValue, "tick", "Tick in which the policy dumper sells all.", "[A]"),
    ];

    private static Field Tao(string name, long rao, string doc) => Field.Amount(
        name, rao, 0, 21_000_000_000_000_000, BittensorTerms.Tao, BittensorTerms.Decimals, doc, "[A]");

    private static Quantity[] Sums() =>
    [
        new("reviews", CellType.Integer, "agents", "Agents that reviewed what they do."),
        new("entries", CellType.Integer, "agents", "Agents that got a uid."),
        new("exits", CellType.Integer, "agents", "Agents that stopped serving, by choice or for want of money."),
        new("moves", CellType.Integer, "agents", "Agents whose new uid is on another subnet than their last."),
        new("costsPaid", CellType.Integer, "USD base units", "Running costs paid, in TAO, USD or leases that ended."),
        new("serving", CellType.Integer, "agents", "Agents that serve output."),
        new("dishonest", CellType.Integer, "agents", "Agents that serve a shared model or a copy."),
        new("leaseOrders", CellType.Integer, "", "Orders of compute sent in the tick."),
        new("leasesUnfilled", CellType.Integer, "", "Orders of compute that came back without a lease."),
        new("computeWanted", CellType.Integer, "GPU s", "Compute wanted in periods that began in the tick."),
        new("computeDelivered", CellType.Integer, "GPU s", "Compute delivered by leases whose end it was told of."),
    ];
}
