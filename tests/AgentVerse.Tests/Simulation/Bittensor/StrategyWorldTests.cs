using AgentVerse.Model.Records;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>A world in which every strategy of stakers, validators and owners runs at once.</summary>
public sealed class StrategyWorldTests
{
    private const long Tao = 1_000_000_000;

    internal static readonly SmallChain Strategies = new()
    {
        Ticks = 30,
        Chain =
        [
            ("networkImmunityPeriod", 100_000L), ("lastLock", 0L), ("rootNominators", "roots"),
            ("allocator", "flow"),
        ],
        Hyperparameters = [("uidsMax", 32L), ("tempo", 60L), ("immunityPeriod", 500L)],
        Groups =
        [
            [
                ("count", 3L), ("validatorsMedian", 5.0), ("owner", "owners"), ("nominators", "nominators"),
                ("subnetAge", 2_000_000L), ("priceSpread", 0.1),
                ("blocs", new[]
                {
                    BlocTests.Bloc(
                        ("validators", "strategists"), ("stakeShare", 0.6), ("validatorCount", 7L),
                        ("miners", "friends"), ("minerSeats", 5L)),
                }),
            ],
        ],
        Crowds =
        [
            new("miners", "miner", 120, ["honest", "drifting"]),
            new("validators", "validator", 60, ["honest"]) { Own = [("duplicateAuc", 0.9), ("take", 0.1), ("takeRule", "compete")] },
            new("strategists", "validator", 21, ["selfWeight"])
            {
                Own = [("favoured", "friends"), ("take", 0.05), ("takeReviewRate", 5.0)],
            },
            new("friends", "miner", 21, ["drifting"]),
            new("nominators", "nominator", 60, ["honest"]) { Own = [("reviewRate", 10.0), ("temperature", 1.0)] },
            new("roots", "nominator", 10, ["honest"]) { Own = [("reviewRate", 10.0)] },
            new("washers", "nominator", 2, ["wash"]) { Own = [("holdTicks", 3L), ("startWallet", 500 * Tao)] },
            new("dumpers", "nominator", 2, ["dump"]) { Own = [("startWallet", 500 * Tao), ("buyTicks", 5L), ("target", 2L)] },
            new("owners", "subnetOwner", 5, ["sellCut"]) { Own = [("reviewRate", 3.0)] },
            new("raiders", "subnetOwner", 3, ["raid"]) { Own = [("target", 3L), ("holdTicks", 2L)] },
        ],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Rows_and_state_are_equal_for_any_cohort_size(int cohortSize)
    {
        FinishedRun whole = Strategies.Run();
        FinishedRun cut = Strategies.Run(cohortSize);
        Assert.Equal(
            (whole.Digests.Ticks.SumText, whole.Digests.Agents.SumText, whole.Digests.Events.SumText),
            (cut.Digests.Ticks.SumText, cut.Digests.Agents.SumText, cut.Digests.Events.SumText));
    }

    /// <summary>The engine stops a run whose ledger does not balance; the subnet's own sum is asked beside it.</summary>
    [Fact]
    public void The_ledger_is_exact_and_everybody_acts()
    {
        FinishedRun run = Strategies.Run();
        Assert.All(run.Subnets, LedgerTests.OutsideThePoolIsTheSumOfItsAccounts);
        foreach (string population in new[] { "nominators", "roots", "washers", "dumpers", "owners" })
        {
            Assert.True(run.Agents(population).Sum(a => a["orders"]) > 0, population);
        }

        Assert.NotEmpty(run.Events("subnetRegistered"));
        Assert.Contains(run.Agents("validators").Concat(run.Agents("strategists")), a => a["incomeAlpha"] > 0);
    }

    [Fact]
    public void A_run_goes_on_from_a_checkpoint_as_if_nothing_had_happened()
    {
        World world = Strategies.World();
        NoSink sink = new();
        ReferenceRun run = new(world, 16, sink);
        run.RunTo(13);
        ReferenceRun again = new(world, 16, sink);
        Checkpoints.Copy(run, again);
        again.RunTo();
        Assert.Equal(Strategies.Run().Digests.Agents.SumText, again.State.Digests.Agents.SumText);
    }

    private sealed class NoSink : IRecordSink
    {
        public void Write(RecordBatch batch)
        {
        }
    }
}
