using AgentVerse.Cli.Conformance.Bittensor;

namespace AgentVerse.Cli.Conformance;

/// <summary>All operations by name. A network adds its table here.</summary>
internal static class OperationTable
{
    private static readonly IEnumerable<KeyValuePair<string, Operation>>[] Tables =
    [
        BittensorOperations.All,
    ];

    internal static IReadOnlyDictionary<string, Operation> All { get; } =
        Tables.SelectMany(table => table).ToDictionary(StringComparer.Ordinal);
}
