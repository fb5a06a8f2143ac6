using AgentVerse.Cli.Runs;
using AgentVerse.Grains;

using Xunit;

namespace AgentVerse.Tests.Cli.Runs;

public sealed class ProgressMeterTests
{
    [Fact]
    public void Speed_and_time_left_follow_from_two_readings()
    {
        ProgressMeter meter = new(runs: 2);
        meter.Read(Status((RunPhase.Running, 0, 0)), 0);
        ProgressReading reading = meter.Read(Status((RunPhase.Running, 50, 5000)), 10);
        Assert.Equal((0.25, 500.0, TimeSpan.FromSeconds(30)), (reading.Share, reading.StepsPerSecond, reading.Left));
        Assert.Equal((0, 2L), (reading.RunsEnded, reading.Runs));
    }

    [Fact]
    public void Runs_that_ended_count_whole() =>
        Assert.Equal(0.5, new ProgressMeter(2).Read(Status((RunPhase.Failed, 3, 0)), 0).Share);

    [Fact]
    public void A_restart_from_a_commit_is_no_negative_speed()
    {
        ProgressMeter meter = new(1);
        meter.Read(Status((RunPhase.Running, 50, 5000)), 0);
        ProgressReading reading = meter.Read(Status((RunPhase.Running, 40, 4000)), 1);
        Assert.Equal((0.0, (TimeSpan?)null), (reading.StepsPerSecond, reading.Left));
    }

    [Fact]
    public void A_line_names_tick_and_key_series()
    {
        ExperimentStatus status = Status((RunPhase.Running, 50, 5000));
        string line = ProgressView.Line(status, new ProgressMeter(1).Read(status, 0));
        Assert.Equal(" 50.0%  0 of 1 runs ended, 0 agent steps/s, unknown left; tick 50 of 100, awake 12.0 k", line);
    }

    [Fact]
    public void Before_the_first_step_a_run_is_prepared()
    {
        ExperimentStatus status = Status((RunPhase.Running, 0, 0));
        Assert.Contains(" preparing; tick 0 of 100", ProgressView.Line(status, new ProgressMeter(1).Read(status, 0)), StringComparison.Ordinal);
    }

    private static ExperimentStatus Status(params (RunPhase Phase, int Ticks, long Steps)[] runs) => new()
    {
        Experiment = "e",
        Phase = RunPhase.Running,
        Runs = [.. runs.Select((r, i) => new PlannedRun
        {
            Spec = new RunSpec
            {
                RunId = $"r{i}", Experiment = "e", Overrides = [], Replicate = i, Point = 0, Treatment = "control",
            },
            Status = new RunStatus
            {
                RunId = $"r{i}", Phase = r.Phase, TicksDone = r.Ticks, Ticks = 100, TicksCommitted = 0,
                AgentSteps = r.Steps, Incarnation = 1, Series = [new("awake", 12_000)],
            },
        })],
    };
}
