using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Markets;

namespace AgentVerse.Agents.Compute;

/// <summary>Columns that providers and tenants of GPUs share, before those of their own.</summary>
internal static class ComputeColumns
{
    internal const int Usd = EngineColumns.Count;
    internal const int GpuClass = Usd + 1;
    internal const int Region = Usd + 2;

    /// <summary>First of the wallets of the networks' tokens, in the order of <see cref="Tokens"/>.</summary>
    internal const int FirstWallet = Usd + 3;

    /// <summary>
    /// Tokens that are paid with in some compute network; a wallet of one that the run has not stays empty.
    /// </summary>
    internal static IReadOnlyList<string> Tokens { get; } = ["AKT", "ACT", "RENDER"];

    /// <summary>Index of the first column of a kind's own.</summary>
    internal static int Count { get; } = FirstWallet + Tokens.Count;

    internal static IReadOnlyList<Column> All { get; } =
    [
        Column.WalletOf(MarketTerms.Usd, "USD that the agent holds."),
        new("gpuClass", ColumnType.Int32, "", "Place of its class of GPUs: " + Listed(ComputeTerms.GpuClasses) + "."),
        new("region", ColumnType.Int32, "", "Place of its region: " + Listed(ComputeTerms.Regions) + "."),
        .. Tokens.Select(t => Column.WalletOf(t, $"{t} that the agent holds.")),
    ];

    /// <summary>A column for each network: its name, then a word.</summary>
    internal static IEnumerable<Column> ForEachNetwork(string word, ColumnType type, string unit, string doc) =>
        ComputeTerms.Networks.Select(n => new Column(n + word, type, unit, $"{doc} (network {n})."));

    private static string Listed(IReadOnlyList<string> names) =>
        string.Join(", ", names.Select((name, i) => $"{i} {name}"));
}
