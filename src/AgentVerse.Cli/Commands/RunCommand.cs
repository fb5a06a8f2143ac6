using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

using AgentVerse.Cli.Runs;
using AgentVerse.Cli.Shell;
using AgentVerse.Client;
using AgentVerse.Grains;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse run SCENARIO`: checks a scenario, runs it and reports.</summary>
internal static class RunCommand
{
    private const string DefaultParent = "runs";

    private static readonly Argument<string> Scenario = Arguments.Scenario();
    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder of the experiment, new or empty; by default runs/<name>-<hash>.",
        HelpName = "DIR",
    };

    private static readonly Option<string[]> Set = Arguments.Set();
    private static readonly Option<long?> Seed = new("--seed") { Description = "Seed; as --set seed=N.", HelpName = "N" };
    private static readonly Option<bool> Json =
        Arguments.Json("Write one JSON document to the output at the end; progress goes to the error stream.");

    private static readonly Option<string> PluginFolder = Plugins.Option();
    private static readonly Option<int?> Port =
        Arguments.Port("--port", "Port of the Orleans Dashboard on this host; by default a free one.");

    private static readonly Option<IPEndPoint[]?> Cluster = Arguments.Cluster();

    private static readonly Option<bool> Detach = new("--detach")
    {
        Description = "With --cluster: hand the experiment in and leave; it goes on by itself.",
    };

    private static readonly Option<int> Priority = QueueCommands.Priority(
        "With --cluster: place in the queue, higher goes first, equals share.");

    internal static Command Create() =>
        new Command("run", "Check a scenario, run it and report. Ctrl+C stops at the next tick and keeps all that is done.")
        {
            Scenario, Out, Set, Seed, Json, PluginFolder, Port, Cluster, Detach, Priority,
        }.Checked(NeedsCluster).Does(Run);

    private static async Task<int> Run(ParseResult arguments)
    {
        string[] overrides = Overrides(arguments);
        Catalogue catalogue = Plugins.Load(arguments.GetRequiredValue(PluginFolder), out _);
        ScenarioFile file = ScenarioFile.Read(arguments.GetRequiredValue(Scenario), overrides, catalogue);
        Screen screen = Screen.Of(arguments.InvocationConfiguration, arguments.GetValue(Json));
        using StopSignals signals = new();
        return arguments.GetValue(Cluster) is { Length: > 0 } gateways
            ? await RunThere(arguments, file, gateways, screen, signals)
            : await RunHere(arguments, file, screen, signals);
    }

    private static string[] Overrides(ParseResult arguments)
    {
        string[] set = arguments.GetValue(Set) ?? [];
        return arguments.GetValue(Seed) is { } seed
            ? [.. set, string.Create(CultureInfo.InvariantCulture, $"seed={seed}")]
            : set;
    }

    private static async Task<int> RunHere(
        ParseResult arguments, ScenarioFile file, Screen screen, StopSignals signals)
    {
        ExperimentPlace place = ExperimentPlace.Of(
            arguments.GetValue(Out) ?? Path.Combine(DefaultParent, file.DefaultName));
        place.RequireEmpty();
        Introduce(screen, file);
        await using Workplace work = await Workplace.Embedded(
            place, arguments.GetRequiredValue(PluginFolder), arguments.GetValue(Port), file.Scenario.Execution.Threads);
        screen.Text.WriteLine($"dashboard  {work.Dashboard}");
        screen.Text.WriteLine($"folder     {place.Shown}");
        await Submit(work.Client, place.Name, file.Submission);
        using FileStream held = place.Lock();
        return await new Session(work, place.Name, place, file.Scenario.Design.RunCount, screen)
            .Follow(signals, $"agentverse resume {place.Shown}", Facts(file));
    }

    private static async Task<int> RunThere(
        ParseResult arguments, ScenarioFile file, IPEndPoint[] gateways, Screen screen, StopSignals signals)
    {
        string name = ExperimentPlace.Of(arguments.GetValue(Out) ?? file.DefaultName).Name;
        Introduce(screen, file);
        await using Workplace work = await Workplace.Cluster(gateways);
        screen.Text.WriteLine($"cluster    {Workplace.Shown(gateways)}");
        screen.Text.WriteLine($"experiment {name}");
        await Submit(work.Client, name, file.Submission with { Priority = arguments.GetValue(Priority) });
        if (arguments.GetValue(Detach))
        {
            screen.Text.WriteLine(
                $"handed in; follow it with: agentverse resume {name} --cluster {Workplace.Shown(gateways)}");
            return ExitCode.Ok;
        }

        return await new Session(work, name, null, file.Scenario.Design.RunCount, screen)
            .Follow(signals, $"agentverse resume {name} --cluster {Workplace.Shown(gateways)}", Facts(file));
    }

    private static void NeedsCluster(CommandResult result)
    {
        foreach (Option option in new Option[] { Detach, Priority })
        {
            if (result.GetResult(option) is { Implicit: false } && result.GetResult(Cluster) is null)
            {
                result.AddError($"{option.Name} is for a cluster; name one with --cluster HOST:PORT");
            }
        }
    }

    private static async Task Submit(AgentVerseClient client, string name, Submission submission)
    {
        SubmissionAnswer answer = await client.Submit(name, submission);
        if (answer.Problems.Count > 0)
        {
            throw new UserException(answer.Problems);
        }
    }

    /// <summary>Says what is about to run before it begins.</summary>
    private static void Introduce(Screen screen, ScenarioFile file)
    {
        string changes = file.Submission.Overrides.Count > 0 ? string.Join(", ", file.Submission.Overrides) : "none";
        long agents = file.Scenario.Populations.Sum(p => (long)p.Count);
        screen.Text.WriteLine($"scenario   {file.Scenario.Name} ({file.Submission.FileName})");
        screen.Text.WriteLine($"hash       {file.Hash}");
        screen.Text.WriteLine($"seed       {file.Scenario.Seed}");
        screen.Text.WriteLine($"version    {Product.Version}");
        screen.Text.WriteLine($"options    {changes}");
        screen.Text.WriteLine(
            $"plan       {file.Scenario.Design.RunCount} runs of {file.Scenario.Ticks} ticks, {Words.Count(agents)} agents");
    }

    private static KeyValuePair<string, JsonNode?>[] Facts(ScenarioFile file) =>
    [
        KeyValuePair.Create<string, JsonNode?>("scenario", file.Scenario.Name),
        KeyValuePair.Create<string, JsonNode?>("hash", file.Hash),
        KeyValuePair.Create<string, JsonNode?>("seed", file.Scenario.Seed),
        KeyValuePair.Create<string, JsonNode?>("version", Product.Version),
    ];
}
