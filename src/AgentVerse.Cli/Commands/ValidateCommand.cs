using System.CommandLine;
using System.Globalization;

using AgentVerse.Cli.Runs;
using AgentVerse.Cli.Shell;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse validate SCENARIO`: says all that is wrong with a scenario, and writes nothing.</summary>
internal static class ValidateCommand
{
    private static readonly Argument<string> Scenario = Arguments.Scenario();
    private static readonly Option<string[]> Set = Arguments.Set();
    private static readonly Option<string> PluginFolder = Plugins.Option();

    internal static Command Create() =>
        new Command("validate", "Check a scenario with its data files and print all problems.")
        {
            Scenario, Set, PluginFolder,
        }.Does(Run);

    private static int Run(ParseResult arguments)
    {
        ScenarioFile file = ScenarioFile.Read(
            arguments.GetRequiredValue(Scenario),
            arguments.GetValue(Set) ?? [],
            Plugins.Load(arguments.GetRequiredValue(PluginFolder), out _));
        long agents = file.Scenario.Populations.Sum(p => (long)p.Count);
        arguments.InvocationConfiguration.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Submission.FileName}: valid; {file.Scenario.Design.RunCount} runs of {file.Scenario.Ticks} ticks, "
            + $"{agents} agents, {file.World.Plan.Shards.Count} shards; hash {file.Hash}"));
        return ExitCode.Ok;
    }
}
