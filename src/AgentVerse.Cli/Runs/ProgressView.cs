using System.Diagnostics;

using AgentVerse.Cli.Shell;
using AgentVerse.Grains;

using Spectre.Console;
using Spectre.Console.Rendering;

namespace AgentVerse.Cli.Runs;

/// <summary>Shows an experiment's progress: a live display on a terminal, a line now and then elsewhere.</summary>
/// <param name="console">Where it is shown.</param>
/// <param name="runs">Runs of the plan.</param>
/// <param name="stopping">Whether a stop was asked for.</param>
internal sealed class ProgressView(IAnsiConsole console, long runs, Func<bool> stopping)
{
    private const int RunsShown = 8;
    private const int SeriesShown = 3;
    private const int BarWidth = 24;
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(2);
    private readonly ProgressMeter _meter = new(runs);
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>Shows all states; gives the last.</summary>
    internal Task<ExperimentStatus> Watch(IAsyncEnumerable<ExperimentStatus> states) =>
        console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal ? Live(states) : Lines(states);

    /// <summary>A line for a log.</summary>
    internal static string Line(ExperimentStatus status, ProgressReading reading)
    {
        string text = $"{Words.Share(reading.Share),6}  {reading.RunsEnded} of {reading.Runs} runs ended, {Pace(reading)}";
        PlannedRun? first = status.Runs.FirstOrDefault(r => r.Status.Phase == RunPhase.Running);
        return first is null ? text : $"{text}; tick {first.Status.TicksDone} of {first.Status.Ticks}{SeriesOf(first)}";
    }

    private async Task<ExperimentStatus> Live(IAsyncEnumerable<ExperimentStatus> states)
    {
        ExperimentStatus? last = null;
        await console.Live(new Text("starting")).AutoClear(true).StartAsync(async live =>
        {
            await foreach (ExperimentStatus status in states)
            {
                last = status;
                live.UpdateTarget(Display(status, _meter.Read(status, _clock.Elapsed.TotalSeconds)));
            }
        });
        return last!;
    }

    private async Task<ExperimentStatus> Lines(IAsyncEnumerable<ExperimentStatus> states)
    {
        ExperimentStatus? last = null;
        TimeSpan next = LineEvery;
        await foreach (ExperimentStatus status in states)
        {
            last = status;
            ProgressReading reading = _meter.Read(status, _clock.Elapsed.TotalSeconds);
            if (_clock.Elapsed >= next)
            {
                next = _clock.Elapsed + LineEvery;
                console.Profile.Out.Writer.WriteLine(Line(status, reading));
            }
        }

        return last!;
    }

    private Rows Display(ExperimentStatus status, ProgressReading reading)
    {
        Table table = new Table().Border(TableBorder.None).HideHeaders()
            .AddColumns(new TableColumn("").NoWrap(), new TableColumn("").NoWrap(), new TableColumn(""));
        List<(int Number, PlannedRun Run)> running = [.. status.Runs.Index().Where(r => r.Item.Status.Phase == RunPhase.Running)];
        foreach ((int number, PlannedRun run) in running.Take(RunsShown))
        {
            double share = run.Status.Ticks > 0 ? (double)run.Status.TicksDone / run.Status.Ticks : 0;
            table.AddRow(
                new Markup($"[grey]run {number + 1}[/]"),
                new Markup($"{Bar(share)} tick {run.Status.TicksDone} of {run.Status.Ticks}"),
                new Text(SeriesOf(run).TrimStart(',', ' ')));
        }

        List<IRenderable> lines = [table];
        if (running.Count > RunsShown)
        {
            lines.Add(new Markup($"[grey]and {running.Count - RunsShown} more runs[/]"));
        }

        lines.Add(new Markup(
            $"[bold]total[/] {Bar(reading.Share)} {Words.Share(reading.Share)}  "
            + $"{reading.RunsEnded} of {reading.Runs} runs  [green]{Pace(reading)}[/]"));
        if (stopping())
        {
            lines.Add(new Markup("[yellow]stopping at the next tick; Ctrl+C again ends at once[/]"));
        }

        return new Rows(lines);
    }

    /// <summary>How fast it goes and how long it will take; a world is made before its first step.</summary>
    private static string Pace(ProgressReading reading) => reading.Steps == 0
        ? "preparing"
        : $"{Words.Count(reading.StepsPerSecond)} agent steps/s, {Words.Span(reading.Left)} left";

    private static string Bar(double share)
    {
        int full = (int)Math.Round(share * BarWidth);
        return $"[green]{new string('━', full)}[/][grey]{new string('━', BarWidth - full)}[/]";
    }

    private static string SeriesOf(PlannedRun run) => string.Concat(
        run.Status.Series.Take(SeriesShown).Select(s => $", {s.Key} {Words.Count(s.Value)}"));
}
