namespace AgentVerse.Model.Contracts;

/// <summary>
/// The columns that the engine keeps behind those of its kind for an agent that a controller of another population
/// commands; see <see cref="PopulationPlan.FirstControlled"/>.
/// </summary>
public static class ControlledColumns
{
    /// <summary>Offset of 1 + the balance above which money is sent home; 0 while nothing is.</summary>
    public const int SweepAbove = 0;

    /// <summary>Offset of the income that the controller has been told of.</summary>
    public const int ReportedIncome = 1;

    /// <summary>Offset of the cost that the controller has been told of.</summary>
    public const int ReportedCost = 2;

    /// <summary>Offset of the share of full effort that is ordered.</summary>
    public const int Effort = 3;

    /// <summary>Offset of the index of the token that is sent home.</summary>
    public const int SweepToken = 4;

    /// <summary>Offset of 1 + the index of the shard to act on; 0 for none.</summary>
    public const int Target = 5;

    /// <summary>Offset of the delay of its intents, 1/65536 of a tick.</summary>
    public const int Delay = 6;

    /// <summary>The columns.</summary>
    public static IReadOnlyList<Column> All { get; } =
    [
        Hidden("sweepAbove", ColumnType.Int64, "base units", "1 + the balance above which money goes home; 0: none."),
        Hidden("reportedIncome", ColumnType.Int64, "", "Income that the controller has been told of."),
        Hidden("reportedCost", ColumnType.Int64, "", "Cost that the controller has been told of."),
        Hidden("effort", ColumnType.Double, "", "Share of full effort."),
        Hidden("sweepToken", ColumnType.Int32, "", "Index of the token that goes home."),
        Hidden("target", ColumnType.Int32, "", "1 + the index of the shard to act on; 0: none."),
        Hidden("delay", ColumnType.Int32, "1/65536 tick", "Delay of its intents."),
    ];

    private static Column Hidden(string name, ColumnType type, string unit, string doc) =>
        new(name, type, unit, doc) { Recorded = false };
}
