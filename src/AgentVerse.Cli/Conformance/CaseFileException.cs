namespace AgentVerse.Cli.Conformance;

/// <summary>A folder or file of cases that cannot be read; the message names it and what is wrong.</summary>
internal sealed class CaseFileException(string message) : Exception(message);
