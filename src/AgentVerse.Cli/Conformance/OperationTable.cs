using AgentVerse.Cli.Conformance.Akash;
using AgentVerse.Cli.Conformance.Bittensor;
using AgentVerse.Cli.Conformance.Measures;
using AgentVerse.Cli.Conformance.Render;

namespace AgentVerse.Cli.Conformance;

/// <summary>All operations by name. A network adds its table here.</summary>
internal static class OperationTable
{
    private static readonly IEnumerable<KeyValuePair<string, Operation>>[] Tables =
    [
        AkashOperations.All,
        BittensorOperations.All,
        MeasuresOperations.All,
        RenderOperations.All,
    ];

    internal static IReadOnlyDictionary<string, Operation> All { get; } =
        Tables.SelectMany(table => table).ToDictionary(StringComparer.Ordinal);
}
