using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

using AgentVerse.Cli.Replays;
using AgentVerse.Cli.Shell;
using AgentVerse.Grains;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;
using AgentVerse.Simulation;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse inspect DIR`: the state of one agent at a tick.</summary>
internal static class InspectCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };
    private static readonly Argument<string> Folder = Arguments.Folder();
    private static readonly Option<string> RunName = Arguments.Run();
    private static readonly Option<AgentName> Agent = Arguments.Agent();
    private static readonly Option<int?> Tick =
        Arguments.Tick(required: false, "Tick at whose start the agent is shown; by default the end of the run.");

    private static readonly Option<string> PluginFolder = Plugins.Option();

    internal static Command Create() =>
        new Command("inspect", "Show the state of one agent: the run is run again to a tick.")
        {
            Folder, RunName, Agent, Tick, PluginFolder,
        }.Does(Run);

    private static int Run(ParseResult arguments)
    {
        ExperimentFolder folder = ExperimentFolder.Open(arguments.GetRequiredValue(Folder));
        ManifestRun run = Replay.Find(ManifestFile.Read(folder), arguments.GetRequiredValue(RunName));
        Replay replay = Replay.Open(folder, run, Plugins.Load(arguments.GetRequiredValue(PluginFolder), out _));
        if (arguments.GetValue(Tick) is { } tick)
        {
            replay.RequireTick(tick);
        }

        (CohortPart cohort, int row, _) = replay.CohortOf(arguments.GetRequiredValue(Agent));
        replay.RunTo(arguments.GetValue(Tick) ?? int.MaxValue);
        JsonNode agent = JsonNode.Parse(Inspection.Of(cohort, row))!;
        agent["tick"] = Math.Min(replay.State.Tick, replay.Ticks);
        arguments.InvocationConfiguration.Output.WriteLine(agent.ToJsonString(Indented));
        return ExitCode.Ok;
    }
}
