using System.CommandLine;

using AgentVerse.Cli.Shell;
using AgentVerse.Scenarios;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse schema`: the JSON schema of scenarios, for editors and other programs.</summary>
internal static class SchemaCommand
{
    private static readonly Option<string> PluginFolder = Plugins.Option();
    private static readonly Option<bool> Markdown = new("--markdown")
    {
        Description = "Print the reference page for people instead.",
    };

    internal static Command Create() =>
        new Command("schema", "Print the JSON schema of scenarios.") { PluginFolder, Markdown }.Does(Run);

    private static int Run(ParseResult arguments)
    {
        Model.Contracts.Catalogue catalogue = Plugins.Load(arguments.GetRequiredValue(PluginFolder), out _);
        arguments.InvocationConfiguration.Output.Write(
            arguments.GetValue(Markdown) ? ScenarioSchema.Markdown(catalogue) : ScenarioSchema.Json(catalogue));
        return ExitCode.Ok;
    }
}
