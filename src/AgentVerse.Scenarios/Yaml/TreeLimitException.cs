namespace AgentVerse.Scenarios.Yaml;

/// <summary>Ends the reading of a text that is too large or too deep; never leaves <see cref="TreeReader"/>.</summary>
internal sealed class TreeLimitException(int line, string allowed) : Exception(allowed)
{
    /// <summary>Line on which the limit was passed.</summary>
    public int Line { get; } = line;
}
