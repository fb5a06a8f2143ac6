using System.CommandLine;

namespace AgentVerse.Cli.Commands;

/// <summary>The commands of `agentverse`.</summary>
internal static class RootCommands
{
    internal static RootCommand Create() => new("A laboratory for the incentive design of decentralised-AI networks.")
    {
        ConformanceCommand.Create(),
    };
}
