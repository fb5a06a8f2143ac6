using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Records;

namespace AgentVerse.Agents.Neuron;

/// <summary>Columns and sums that miners and validators share, before those of their own.</summary>
internal static class NeuronColumns
{
    internal const int Tao = EngineColumns.Count;
    internal const int Subnet = Tao + 1;
    internal const int Uid = Tao + 2;
    internal const int Income = Tao + 3;
    internal const int IncomeAlpha = Tao + 4;
    internal const int Registrations = Tao + 5;
    internal const int Spent = Tao + 6;
    internal const int Quality = Tao + 7;

    /// <summary>Index of the first column of a kind's own.</summary>
    internal const int Count = Tao + 8;

    internal const string IncomeName = "income";
    internal const string SpentName = "spent";

    internal const int SeatedSum = 0;
    internal const int BidSum = 1;

    /// <summary>Index of the first sum of a kind's own.</summary>
    internal const int SumCount = 2;

    internal static IReadOnlyList<Column> All { get; } =
    [
        Column.WalletOf(BittensorTerms.Tao, "TAO that the agent holds."),
        new("subnet", ColumnType.Int32, "", "Number of its home subnet, or -1."),
        new("uid", ColumnType.Int32, "", "Its uid there, or -1.") { Split = SplitRule.Own },
        new(
            IncomeName, ColumnType.Int64, "rao",
            "Alpha earned since the start, each epoch's at its price; staked, not sold."),
        new("incomeAlpha", ColumnType.Int64, "alpha base units", "Alpha earned since the start."),
        new("registrations", ColumnType.Int32, "", "Registrations since the start; a uid at the opening is none."),
        new(SpentName, ColumnType.Int64, "rao", "Prices paid for registrations."),
        new("quality", ColumnType.Double, "", "True quality of its output; 0 if it produces none."),
    ];

    internal static IReadOnlyList<Quantity> Sums { get; } =
    [
        new("seated", CellType.Integer, "agents", "Awake agents with a uid."),
        new("bids", CellType.Integer, "", "Registrations asked for in the tick."),
    ];
}
