using System.CommandLine;
using System.Globalization;
using System.Net;

using AgentVerse.Cli.Runs;
using AgentVerse.Cli.Shell;
using AgentVerse.Client;
using AgentVerse.Grains;

using Spectre.Console;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse queue`, `cancel`, `priority`, `delete`: the experiments of a cluster.</summary>
internal static class QueueCommands
{
    private static readonly Argument<string> Name = Arguments.Experiment();
    private static readonly Argument<int> NewPriority = new("PRIORITY")
    {
        Description = $"{QueuedExperiment.PriorityMin} to {QueuedExperiment.PriorityMax}; higher goes first.",
    };

    private static readonly Option<IPEndPoint[]?> Cluster =
        Arguments.Cluster("Gateways of the cluster.", required: true);

    private static readonly Option<bool> Yes = new("--yes") { Description = "Do not ask." };

    internal static Command Queue() =>
        new Command(
            "queue", "List the experiments of a cluster: those that wait or run, in order, then the last that ended.")
        {
            Cluster,
        }.Does(arguments => With(arguments, client => List(client, arguments)));

    internal static Command Cancel() =>
        new Command("cancel", "Stop an experiment of a cluster between two ticks, with a commit; it can be resumed.")
        {
            Name, Cluster,
        }.Does(arguments => With(arguments, async client =>
        {
            await Require(client, arguments.GetRequiredValue(Name));
            await client.Cancel(arguments.GetRequiredValue(Name));
        }));

    internal static Command Reprioritise() =>
        new Command(
            "priority", "Change the place of an experiment in a cluster's queue; runs that are under way go on.")
        {
            Name, NewPriority, Cluster,
        }.Checked(result =>
        {
            if (result.GetValue(NewPriority) is < QueuedExperiment.PriorityMin or > QueuedExperiment.PriorityMax)
            {
                result.AddError($"PRIORITY is from {QueuedExperiment.PriorityMin} to {QueuedExperiment.PriorityMax}");
            }
        }).Does(arguments => With(arguments, async client =>
        {
            await Require(client, arguments.GetRequiredValue(Name));
            await client.Prioritise(arguments.GetRequiredValue(Name), arguments.GetValue(NewPriority));
        }));

    internal static Command Delete() =>
        new Command("delete", "Stop an experiment of a cluster and delete it with all its results.")
        {
            Name, Cluster, Yes,
        }.Does(arguments => With(arguments, async client =>
        {
            string name = arguments.GetRequiredValue(Name);
            await Require(client, name);
            if (!arguments.GetValue(Yes))
            {
                throw new UserException($"this deletes {name} with all its results; say --yes if you mean it");
            }

            await client.Delete(name);
        }));

    /// <summary>The option that sets a priority.</summary>
    internal static Option<int> Priority(string description) => new("--priority")
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => 0,
        Validators = { Arguments.Within<int>(QueuedExperiment.PriorityMin, QueuedExperiment.PriorityMax) },
    };

    private static async Task<int> With(ParseResult arguments, Func<AgentVerseClient, Task> work)
    {
        await using Workplace place = await Workplace.Cluster(arguments.GetRequiredValue(Cluster)!);
        await work(place.Client);
        return ExitCode.Ok;
    }

    private static async Task Require(AgentVerseClient client, string name)
    {
        if (!DataFolder.IsPlain(name) || (await client.Status(name)).Phase == RunPhase.Waiting)
        {
            throw new UserException($"the cluster has no experiment {name}; 'agentverse queue' lists those it has");
        }
    }

    private static async Task List(AgentVerseClient client, ParseResult arguments)
    {
        Table table = new Table().Border(TableBorder.None)
            .AddColumns("experiment", "status", "priority", "running", "waiting");
        foreach (QueuedExperiment queued in await client.Queue())
        {
            table.AddRow(new[]
            {
                queued.Experiment, RunLine.Word(queued.Phase), Number(queued.Priority), Number(queued.Running),
                Number(queued.Waiting),
            }.Select(Markup.Escape).ToArray());
        }

        Screen.Of(arguments.InvocationConfiguration, json: false).Console.Write(table);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
