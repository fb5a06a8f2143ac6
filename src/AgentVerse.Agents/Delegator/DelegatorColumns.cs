using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Records;

namespace AgentVerse.Agents.Delegator;

/// <summary>Columns and sums of agents who bond AKT.</summary>
internal static class DelegatorColumns
{
    internal const int Akt = EngineColumns.Count;
    internal const int Usd = Akt + 1;
    internal const int Aim = Akt + 2;
    internal const int Stake = Akt + 3;
    internal const int Unbonding = Akt + 4;
    internal const int Rewards = Akt + 5;
    internal const int Bought = Akt + 6;
    internal const int Sold = Akt + 7;

    internal const string RewardsName = "rewards";

    internal const int StakersSum = 0;
    internal const int ReviewsSum = 1;
    internal const int OrdersSum = 2;

    internal static IReadOnlyList<Column> All { get; } =
    [
        Column.WalletOf(AkashTerms.Akt, "AKT that the agent holds free."),
        Column.WalletOf(MarketTerms.Usd, "USD that the agent holds."),
        new("aim", ColumnType.Int32, "", "What it wants its AKT to be: 0 free, 1 bonded, 2 sold."),
        new("stake", ColumnType.Int64, "uakt", "AKT that it has bonded.") { Split = SplitRule.Own },
        new("unbonding", ColumnType.Int64, "uakt", "AKT that it is unbonding.") { Split = SplitRule.Own },
        new(RewardsName, ColumnType.Int64, "uakt", "Paid to it for its stake since the start."),
        new("bought", ColumnType.Int64, "1e-6 USD", "USD that it paid for AKT since the start."),
        new("sold", ColumnType.Int64, "1e-6 USD", "USD that it got for AKT since the start."),
    ];

    internal static IReadOnlyList<Quantity> Sums { get; } =
    [
        new("stakers", CellType.Integer, "agents", "Awake agents who have bonded AKT."),
        new("reviews", CellType.Integer, "", "Reviews of whether to stake in the tick."),
        new("orders", CellType.Integer, "", "Messages to the chain and the market in the tick."),
    ];
}
