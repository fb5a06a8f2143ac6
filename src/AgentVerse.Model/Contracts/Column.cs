namespace AgentVerse.Model.Contracts;

/// <summary>Element type of a column of agents.</summary>
public enum ColumnType
{
    /// <summary>Signed 64-bit integer: money, counters.</summary>
    Int64,

    /// <summary>IEEE 754 double: tastes, beliefs.</summary>
    Double,

    /// <summary>Signed 32-bit integer: indices, ticks.</summary>
    Int32,

    /// <summary>Unsigned 64-bit integer: keys.</summary>
    UInt64,
}

/// <summary>One column of a kind of agents.</summary>
/// <param name="Name">Name, as in the <c>agents</c> table.</param>
/// <param name="Type">Element type.</param>
/// <param name="Unit">Unit, empty for pure numbers.</param>
/// <param name="Doc">Meaning, one sentence.</param>
public sealed record Column(string Name, ColumnType Type, string Unit, string Doc)
{
    /// <summary>
    /// Name of the token that the column is a wallet of; empty for none. Wallets are <see cref="ColumnType.Int64"/>.
    /// </summary>
    public string Wallet { get; init; } = "";

    /// <summary>What becomes of the column where an account is split; wallets are divided.</summary>
    public SplitRule Split { get; init; } = SplitRule.Keep;

    /// <summary>Whether the column is written to the <c>agents</c> table.</summary>
    public bool Recorded { get; init; } = true;

    /// <summary>Size of an element in bytes.</summary>
    public int Size => Type == ColumnType.Int32 ? sizeof(int) : sizeof(long);

    /// <summary>A wallet: base units of a token that the agent holds.</summary>
    public static Column WalletOf(string token, string doc) =>
        new(token, ColumnType.Int64, $"{token} base units", doc)
        {
            Wallet = token, Split = SplitRule.Divide,
        };
}
