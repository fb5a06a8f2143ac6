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

    /// <summary>Number of engine columns; a kind's own begin here.</summary>
    public const int Count = 3;

    /// <summary>The columns.</summary>
    public static IReadOnlyList<Column> All { get; } =
    [
        new("account", ColumnType.UInt64, "", "Key of the account."),
        new("wake", ColumnType.Int32, "tick", "Tick from which the agent is awake."),
        new("policy", ColumnType.Int32, "", "Index of the policy among the population's."),
    ];
}
