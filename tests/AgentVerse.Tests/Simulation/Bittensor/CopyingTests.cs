using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>What a validator earns by copying the published consensus, a unit of stake, over what honest ones earn.</summary>
public sealed class CopyingTests
{
    private const double NoDrift = 36_500;

    private static double Relative(
        double halfLife, bool commitReveal, long reveal = 1, string policy = "copy", long delay = 1)
    {
        FinishedRun run = new SmallChain
        {
            Ticks = 60,
            TickSeconds = 4320,
            PanelEvery = 30,
            Hyperparameters = [("uidsMax", 24L), ("commitReveal", commitReveal), ("revealPeriod", reveal)],
            Groups =
            [
                [
                    ("count", 2L), ("validatorsMedian", 8.0), ("stakeShape", 5.0),
                    ("blocs", new[] { BlocTests.Bloc(("validators", "copiers"), ("stakeShare", 0.05)) }),
                ],
            ],
            Crowds =
            [
                new("miners", "miner", 60, ["drifting"]) { Own = [("driftHalfLifeDays", halfLife)] },
                new("validators", "validator", 40, ["honest"]),
                new("copiers", "validator", 2, [policy]) { Own = [("copyDelay", delay)] },
            ],
        }.Run();
        return PerStake(run, "copiers") / PerStake(run, "validators");
    }

    [Fact]
    public void The_longer_weights_are_hidden_the_more_a_copier_loses_where_miners_change()
    {
        double one = Relative(1, commitReveal: true, 1);
        double eight = Relative(1, commitReveal: true, 8);
        Assert.True(one < 1, $"{one}");
        Assert.True(eight < one - 0.02, $"{eight} against {one}");
    }

    [Fact]
    public void Where_miners_do_not_change_hiding_costs_a_copier_nothing()
    {
        Assert.InRange(Relative(NoDrift, commitReveal: false), 0.99, 1.1);
        Assert.InRange(Relative(NoDrift, commitReveal: true, 8), 0.98, 1.1);
    }

    /// <summary>
    /// Open weights: one who goes last sets the median of what the others have just found, without any error of its own,
    /// and earns more than they do. Hidden for an epoch, the same weights are old.
    /// </summary>
    [Fact]
    public void Open_weights_pay_a_copier_more_than_work_and_hidden_ones_less()
    {
        double open = Relative(1, commitReveal: false, delay: 0);
        double hidden = Relative(1, commitReveal: true, 4, delay: 0);
        Assert.True(open > 1, $"{open}");
        Assert.True(hidden < 1, $"{hidden}");
    }

    [Fact]
    public void An_honest_bloc_earns_what_honest_validators_earn() =>
        Assert.InRange(Relative(1, commitReveal: true, 4, "honest"), 0.98, 1.02);

    /// <summary>Alpha earned in the second half of the run over the stake at its beginning.</summary>
    private static double PerStake(FinishedRun run, string population)
    {
        IReadOnlyDictionary<string, long>[] rows =
            [.. run.Rows("agents").Where(r => run.Name(r["population"]) == population && r["openingStake"] > 0)];
        double after = rows.Where(r => r["tick"] == run.Plan.Ticks).Sum(r => (double)r["incomeAlpha"]);
        double before = rows.Where(r => r["tick"] == 30).Sum(r => (double)r["incomeAlpha"]);
        double stake = rows.Where(r => r["tick"] == 30).Sum(r => (double)r["openingStake"]);
        return (after - before) / (stake + before);
    }
}
