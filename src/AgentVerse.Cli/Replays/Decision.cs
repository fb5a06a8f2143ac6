using AgentVerse.Model.Contracts;

namespace AgentVerse.Cli.Replays;

/// <summary>Terms of one agent's decision, in the order in which it weighed them.</summary>
internal sealed class Decision : ITrace
{
    private readonly List<(string Name, double Value)> _terms = [];

    internal IReadOnlyList<(string Name, double Value)> Terms => _terms;

    /// <inheritdoc/>
    public void Term(string name, double value) => _terms.Add((name, value));
}
