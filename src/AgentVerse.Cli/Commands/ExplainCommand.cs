using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

using AgentVerse.Cli.Replays;
using AgentVerse.Cli.Shell;
using AgentVerse.Grains;
using AgentVerse.Model.Contracts;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;
using AgentVerse.Simulation;

namespace AgentVerse.Cli.Commands;

/// <summary>
/// `agentverse explain DIR`: the terms of one agent's decision in a tick, what it got and what it sent.
/// </summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Folder = Arguments.Folder();
    private static readonly Option<string> RunName = Arguments.Run();
    private static readonly Option<AgentName> Agent = Arguments.Agent();
    private static readonly Option<int?> Tick = Arguments.Tick(required: true, "Tick of the decision, from 0.");
    private static readonly Option<string> PluginFolder = Plugins.Option();

    internal static Command Create() =>
        new Command("explain", "Show why an agent did what it did in a tick: each term of its decision.")
        {
            Folder, RunName, Agent, Tick, PluginFolder,
        }.Does(Run);

    private static int Run(ParseResult arguments)
    {
        ExperimentFolder folder = ExperimentFolder.Open(arguments.GetRequiredValue(Folder));
        ManifestRun run = Replay.Find(ManifestFile.Read(folder), arguments.GetRequiredValue(RunName));
        Replay replay = Replay.Open(folder, run, Plugins.Load(arguments.GetRequiredValue(PluginFolder), out _));
        int tick = arguments.GetRequiredValue(Tick)!.Value;
        replay.RequireTick(tick);
        AgentName name = arguments.GetRequiredValue(Agent);
        replay.CohortOf(name);
        replay.RunTo(tick);
        Explain(replay, name, arguments.InvocationConfiguration.Output);
        return ExitCode.Ok;
    }

    internal static void Explain(Replay replay, AgentName name, TextWriter output)
    {
        (CohortPart cohort, int row, AgentRef agent) = replay.CohortOf(name);
        WorldPlan world = cohort.World.Plan;
        JsonArray got = StateJson.Of(replay.CallOf(cohort.Index).Rows.Where(r => r.Receiver == agent), world);
        JsonNode before = JsonNode.Parse(Inspection.Of(cohort, row))!;
        int tick = replay.State.Tick;
        Decision decision = new();
        cohort.Tick.TraceRow(row, decision);
        replay.Advance();
        cohort.Tick.TraceRow(-1, null);
        JsonNode after = JsonNode.Parse(Inspection.Of(cohort, row))!;
        output.WriteLine($"{name} in tick {tick}, policy {after["policy"]}");
        Section(output, "got", got);
        output.WriteLine("terms of the decision");
        WriteTerms(output, decision, after, tick);
        Section(output, "sent", new JsonArray([.. cohort.Tick.Intents
            .Where(i => i.Sender == agent).Select(i => (JsonNode)StateJson.Of(i, world))]));
        output.WriteLine("state, before -> after");
        WriteStates(output, before, after);
    }

    private static void WriteTerms(TextWriter output, Decision decision, JsonNode after, int tick)
    {
        foreach ((string term, double value) in decision.Terms)
        {
            output.WriteLine($"  {term} = {value.ToString("R", CultureInfo.InvariantCulture)}");
        }

        if (decision.Terms.Count == 0)
        {
            bool asleep = (int)after["wake"]! > tick;
            output.WriteLine(asleep
                ? $"  none: the agent sleeps until tick {after["wake"]}"
                : $"  none: policy {after["policy"]} shows no terms");
        }
    }

    private static void Section(TextWriter output, string title, JsonArray entries)
    {
        output.WriteLine(title);
        foreach (JsonNode? entry in entries)
        {
            output.WriteLine($"  {entry!.ToJsonString()}");
        }

        if (entries.Count == 0)
        {
            output.WriteLine("  nothing");
        }
    }

    private static void WriteStates(TextWriter output, JsonNode before, JsonNode after)
    {
        foreach ((string column, JsonNode? value) in after.AsObject().Where(c => c.Key != "tick"))
        {
            bool same = JsonNode.DeepEquals(before[column], value);
            output.WriteLine(same ? $"  {column} = {value}" : $"  {column} = {before[column]} -> {value}");
        }
    }
}
