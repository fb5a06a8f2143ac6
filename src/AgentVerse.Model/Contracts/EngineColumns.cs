namespace AgentVerse.Model.Contracts;

/// <summary>The columns that the engine keeps for every agent, before those of its kind.</summary>
public static class EngineColumns
{
    /// <summary>Index of the account's key, what all draws of the agent depend on.</summary>
    public const int Account = 0;

    /// <summary>Index of the tick from which the agent is awake.</summary>
    public const int Wake = 1;

    /// <summary>Index of the policy that the agent follows, among those of its population.</summary>
    public const int Policy = 2;

    /// <summary>Index of the units that the account claims to have, in the units of its kind.</summary>
    public const int ClaimedUnits = 3;

    /// <summary>Index of the units that truly stand behind the account; each counts at one account only.</summary>
    public const int TrueUnits = 4;

    /// <summary>Number of engine columns; a kind's own begin here.</summary>
    public const int Count = 5;

    /// <summary>The columns.</summary>
    public static IReadOnlyList<Column> All { get; } =
    [
        new("account", ColumnType.UInt64, "", "Key of the account."),
        new("wake", ColumnType.Int32, "tick", "Tick from which the agent is awake."),
        new("policy", ColumnType.Int32, "", "Index of the policy among the population's."),
        new("claimedUnits", ColumnType.Int32, "units", "Units that the account claims.") { Split = SplitRule.Unit },
        new("trueUnits", ColumnType.Int32, "units", "Units that truly stand behind the account, each counted once.")
        {
            Split = SplitRule.Counted,
        },
    ];
}
