using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>Idle farming and benchmark inflation, against honest operators with the same GPUs.</summary>
public sealed class AttackTests
{
    [Fact]
    public void Availability_pays_more_for_declining_work_than_for_doing_it()
    {
        FinishedRun run = World("renderIdle", 1).Run();
        Assert.True(Mean(run, "attackers", "renderEarnedReady") > Mean(run, "operators", "renderEarnedReady"));
        Assert.Equal(0, Mean(run, "attackers", "renderWorked"));
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(4.0)]
    public void An_inflated_score_is_paid_as_claimed_while_nobody_measures(double factor)
    {
        FinishedRun run = World("renderInflate", factor).Run();
        double ratio = Mean(run, "attackers", "renderWorked") / Mean(run, "operators", "renderWorked");
        Assert.InRange(ratio, 0.8 * factor, 1.2 * factor);
    }

    [Fact]
    public void An_audit_of_every_wallet_ends_it_in_the_first_epoch()
    {
        SmallRender world = World("renderInflate", 3);
        FinishedRun run = (world with { Own = [.. world.Own, ("auditRate", 1.0)] }).Run();
        Assert.Equal(40, run.Events("renderSuspended").Length);
        Assert.All(run.Agents("attackers"), a => Assert.Equal(4, a["renderState"]));
        Assert.All(run.Agents("attackers"), a => Assert.InRange(a["renderEpochs"], 0, 1));
        Assert.All(run.Agents("operators"), a => Assert.NotEqual(4, a["renderState"]));
    }

    /// <summary>With a claim within the tolerance nobody is suspended.</summary>
    [Fact]
    public void An_audit_spares_who_claims_the_truth()
    {
        SmallRender world = World("renderInflate", 1.05);
        FinishedRun run = (world with { Own = [.. world.Own, ("auditRate", 1.0)] }).Run();
        Assert.Empty(run.Events("renderSuspended"));
    }

    [Fact]
    public void Failing_frames_costs_pay_reputation_and_days()
    {
        SmallRender world = World("render", 1);
        FinishedRun run = (world with
        {
            Crowds = [world.Crowds[0], world.Crowds[1], world.Crowds[2] with { Own = [.. world.Crowds[2].Own, ("renderFailure", 0.5)] }],
        }).Run();
        Assert.NotEmpty(run.Events("renderPaused"));
        Assert.True(Mean(run, "attackers", "renderWorked") < 0.5 * Mean(run, "operators", "renderWorked"));
    }

    private static double Mean(FinishedRun run, string population, string column) =>
        run.Agents(population).Average(a => (double)a[column]);

    private static SmallRender World(string policy, double factor) => new()
    {
        Start = 1_736_294_400,
        Ticks = 8,
        Own = [("vettedShare", 0.0), ("matchSpread", 0.1)],
        Crowds =
        [
            Alike("operators", "render", 1), SmallRender.Creators(400, ("renderPriorityShare", 0.0)),
            Alike("attackers", policy, factor),
        ],
    };

    private static SmallRender.Crowd Alike(string name, string policy, double factor) =>
        new(name, "gpuProvider", 40, [policy])
        {
            Own =
            [
                SmallRender.Fast, ("unitsMedian", 2.0), ("unitsSpread", 0.0), ("claimFactor", factor),
                ("renderUptime", 1.0), ("renderUptimeSpread", 0.0), ("renderFailure", 0.0), SmallRender.Stays,
            ],
        };
}
