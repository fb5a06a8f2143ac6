using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Records;

namespace AgentVerse.Agents.Staker;

/// <summary>
/// Columns and sums of agents who stake: TAO, one position, where its TAO is to go next, and what staking cost and
/// brought.
/// </summary>
internal static class StakerColumns
{
    internal const int Tao = EngineColumns.Count;
    internal const int Subnet = Tao + 1;
    internal const int Hotkey = Tao + 2;
    internal const int Alpha = Tao + 3;
    internal const int TargetSubnet = Tao + 4;
    internal const int TargetHotkey = Tao + 5;
    internal const int Sent = Tao + 6;
    internal const int Paid = Tao + 7;
    internal const int Received = Tao + 8;
    internal const int Orders = Tao + 9;

    internal const string PaidName = "paid";
    internal const string ReceivedName = "received";

    /// <summary>Index of the first column of a kind's own.</summary>
    internal const int Count = Tao + 10;

    /// <summary>Stands for no subnet; root is 0.</summary>
    internal const int Nowhere = -1;

    internal const int PositionsSum = 0;
    internal const int ReviewsSum = 1;
    internal const int OrdersSum = 2;

    internal static IReadOnlyList<Column> All { get; } =
    [
        Column.WalletOf(BittensorTerms.Tao, "TAO that the agent holds."),
        new("subnet", ColumnType.Int32, "", "Subnet of its stake: 0 is root, -1 none.") { Split = SplitRule.Own },
        new("hotkey", ColumnType.UInt64, "", "Account of the validator that it stakes with.") { Split = SplitRule.Own },
        new(
            "alpha", ColumnType.Int64, "alpha base units",
            "What it staked as it was told, dividends since then left out; TAO in rao on root.")
        {
            Split = SplitRule.Own,
        },
        new("targetSubnet", ColumnType.Int32, "", "Subnet that it is about to stake on; -1 none."),
        new("targetHotkey", ColumnType.UInt64, "", "Account of the validator that it is about to stake with."),
        new("sent", ColumnType.Int64, "rao", "TAO that is on its way to be staked.") { Recorded = false },
        new(PaidName, ColumnType.Int64, "rao", "TAO that it staked since the start, with fees."),
        new(ReceivedName, ColumnType.Int64, "rao", "TAO that it got for stake since the start."),
        new("orders", ColumnType.Int32, "", "Purchases and sales that it asked for."),
    ];

    internal static IReadOnlyList<Quantity> Sums { get; } =
    [
        new("positions", CellType.Integer, "agents", "Awake agents with stake."),
        new("reviews", CellType.Integer, "", "Reviews of where to stake in the tick."),
        new("orders", CellType.Integer, "", "Purchases and sales asked for in the tick."),
    ];
}
