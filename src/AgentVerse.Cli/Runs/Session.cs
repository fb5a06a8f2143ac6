using System.Text.Json.Nodes;

using AgentVerse.Cli.Shell;
using AgentVerse.Grains;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;

namespace AgentVerse.Cli.Runs;

/// <summary>Follows an experiment to its end, stops it when asked to, and reports.</summary>
/// <param name="work">Where it runs.</param>
/// <param name="name">Its name.</param>
/// <param name="place">Its folder; null if that is with a cluster.</param>
/// <param name="runs">Runs of its plan.</param>
/// <param name="screen">Where to write.</param>
internal sealed class Session(Workplace work, string name, ExperimentPlace? place, long runs, Screen screen)
{
    /// <summary>Follows to the end; gives the exit code.</summary>
    /// <param name="signals">Ask for a stop.</param>
    /// <param name="resumption">Command that goes on after a stop.</param>
    /// <param name="facts">What the JSON document says beside the outcome.</param>
    internal async Task<int> Follow(
        StopSignals signals, string resumption, params KeyValuePair<string, JsonNode?>[] facts)
    {
        ProgressView view = new(screen.Console, runs, () => signals.Asked);
        ExperimentStatus status = await view.Watch(States(signals));
        Outcome outcome = new(
            name, place?.Folder ?? "", RunLine.Word(status.Phase), status.Error, RunLine.Of(status), Measures())
        {
            Verdict = place is null ? "" : SearchTable.ReadVerdict(new ExperimentFolder(place.Folder)),
        };
        if (screen.Json)
        {
            screen.Output.WriteLine(outcome.Json(facts));
        }
        else
        {
            outcome.Write(screen.Console);
        }

        screen.Text.WriteLine($"{outcome.Status}; results in {place?.Shown ?? $"the cluster's data folder, {name}"}");
        if (status.Phase is RunPhase.Stopped or RunPhase.Failed)
        {
            screen.Text.WriteLine($"go on with: {resumption}");
        }

        return CodeOf(status.Phase);
    }

    private static int CodeOf(RunPhase phase) => phase switch
    {
        RunPhase.Done => ExitCode.Ok,
        RunPhase.Stopped => ExitCode.Stopped,
        _ => ExitCode.Differs,
    };

    private async IAsyncEnumerable<ExperimentStatus> States(StopSignals signals)
    {
        bool asked = false;
        Task stop = Task.CompletedTask;
        await foreach (ExperimentStatus status in work.Client.Follow(name))
        {
            yield return status;
            if (signals.Asked && !asked)
            {
                asked = true;
                stop = Stop();
            }
        }

        await stop;
    }

    private async Task Stop()
    {
        try
        {
            await work.Client.Stop(name);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            // The stop was noted; a tick that takes longer than a call is waited for by following the status.
        }
    }

    private IReadOnlyList<MeasureRow> Measures() =>
        place is null ? [] : MeasuresTable.Read(new ExperimentFolder(place.Folder));
}
