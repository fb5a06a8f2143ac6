using System.CommandLine;

namespace AgentVerse.Cli.Commands;

/// <summary>The commands of `agentverse`.</summary>
internal static class RootCommands
{
    private const string Description = """
        A laboratory for the incentive design of decentralised-AI networks.

        Exit codes: 0 all went well; 1 a run failed or a check found a difference; 2 the command line, the scenario or
        a file is not good; 3 stopped by the user; 4 an error of the program itself.
        """;

    internal static RootCommand Create() => new(Description)
    {
        RunCommand.Create(),
        ResumeCommand.Create(),
        ValidateCommand.Create(),
        SchemaCommand.Create(),
        ListCommand.Create(),
        ShowCommand.Create(),
        VerifyCommand.Create(),
        InspectCommand.Create(),
        ExplainCommand.Create(),
        AuditCommand.Create(),
        ConformanceCommand.Create(),
        SiloCommand.Create(),
        QueueCommands.Queue(),
        QueueCommands.Cancel(),
        QueueCommands.Reprioritise(),
        QueueCommands.Delete(),
        DbCommand.Create(),
    };
}
