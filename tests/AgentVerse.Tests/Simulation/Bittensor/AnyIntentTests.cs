using AgentVerse.Model.Networks.Bittensor;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>
/// Whatever agents ask, sound or not: money balances in every tick, and nothing depends on cohorts, order or restarts.
/// </summary>
public sealed class AnyIntentTests
{
    /// <summary>A small chain on which everybody may do anything, sound or not.</summary>
    internal static readonly SmallChain Wild = new()
    {
        Ticks = 10,
        PanelEvery = 2,
        Chain =
        [
            ("networkImmunityPeriod", 900L), ("networkRateLimit", 400L), ("networkMinLockCost", 1_000_000_000_000L),
            ("lastLock", 0L), ("newSubnetEmissionDelay", 500L), ("startCallDelay", 50L), ("rootNominators", "stakers"),
            ("rootNominatedShare", 0.1),
        ],
        Hyperparameters = [("uidsMax", 24L), ("burn", 100_000_000L), ("tempo", 100L), ("immunityPeriod", 100L)],
        Groups =
        [
            [
                ("count", 3L), ("validatorsMedian", 4.0), ("owner", "owners"), ("nominators", "stakers"),
                ("occupancy", 0.8), ("priceMedian", 1.0), ("priceSpread", 0.2),
            ],
        ],
        Crowds =
        [
            new("miners", "miner", 90, ["honest"]) { Own = [("reviewRate", 20.0)] },
            new("validators", "validator", 60, ["honest"]),
            new("owners", "staker", 3, ["wild"]),
            new("stakers", "staker", 60, ["wild"]),
        ],
    };

    private static readonly Gen<SmallChain> AnyChain =
        from seed in Gen.ULong
        from tempo in Gen.OneOf(Gen.Const(0L), Gen.Long[20, 400])
        from uids in Gen.Long[8, 32]
        from factor in Gen.Double[1, 3]
        from delay in Gen.Long[0, 400]
        from emissionDelay in Gen.Long[0, 700]
        from rate in Gen.Long[0, 600]
        from rootShare in Gen.Double[0, 1]
        from taoWeight in Gen.Double[0, 1]
        from price in Gen.Double[0.001, 1]
        from nominated in Gen.Double[0, 1]
        from flags in Gen.Int[0, 7]
        from allocator in Gen.OneOf(
            Gen.Const("equal"), Gen.Const("price"), Gen.Const("flow"), Gen.Const("unburnedPrice"))
        select Wild with
        {
            Seed = seed,
            Ticks = 7,
            PanelEvery = 0,
            Chain =
            [
                .. Wild.Chain.Where(c => c.Key is not ("networkRateLimit" or "newSubnetEmissionDelay"
                    or "startCallDelay" or "rootNominatedShare")),
                ("networkRateLimit", rate), ("newSubnetEmissionDelay", emissionDelay), ("startCallDelay", delay),
                ("rootNominatedShare", rootShare), ("allocator", allocator), ("taoWeight", taoWeight),
            ],
            Hyperparameters =
            [
                ("uidsMax", uids), ("tempo", tempo), ("burnIncreaseMult", factor), ("immunityPeriod", 100L),
                ("commitReveal", (flags & 1) == 0), ("ownerCut", (flags & 2) == 0), ("burn", 100_000_000L),
            ],
            Groups =
            [
                [
                    .. Wild.Groups[0].Where(k => k.Key is not ("owner" or "priceMedian")),
                    ("owner", (flags & 4) == 0 ? "owners" : ""), ("nominatedShare", nominated), ("priceMedian", price),
                ],
            ],
        };

    [Fact]
    public void Every_token_balances_in_every_tick_whatever_is_asked() => AnyChain.Sample(
        chain =>
        {
            FinishedRun run = chain.Run();
            Assert.All(run.Subnets, LedgerTests.OutsideThePoolIsTheSumOfItsAccounts);
        },
        iter: 40, threads: 1);

    /// <summary>The run that the other tests cut, interrupt and reorder does all there is to do.</summary>
    [Fact]
    public void The_wild_run_meets_every_kind_of_answer()
    {
        FinishedRun run = Wild.Run();
        IReadOnlyDictionary<string, long>[] agents = [.. run.Agents("stakers"), .. run.Agents("owners")];
        foreach (byte kind in new[]
        {
            RowKinds.Registered, RowKinds.Pruned, RowKinds.Refused, RowKinds.Income, RowKinds.Staked,
            RowKinds.Unstaked, RowKinds.SubnetOwned, RowKinds.SubnetLost, RowKinds.OwnerCut,
        })
        {
            Assert.True(agents.Sum(a => a[$"rows{kind}"]) > 0, $"kind {kind}");
        }

        Assert.NotEmpty(run.Events("hyperparameterSet"));
        Assert.True(run.Ticks("subnet/1").Sum(t => t["rootPaid"]) > 0);
        Assert.True(run.Ticks("chain")[^1]["rootStaked"] > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void The_size_of_cohorts_changes_no_row(int cohortSize) =>
        RunLaws.EndAlike(Wild.Run(4096), Wild.Run(cohortSize));

    [Fact]
    public void The_order_of_populations_changes_no_agent_and_no_shard()
    {
        FinishedRun one = Wild.Run();
        FinishedRun other = (Wild with { Crowds = [.. Wild.Crowds.Reverse()] }).Run();
        Assert.Equal(RunLaws.Sums(one), RunLaws.Sums(other));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void A_run_goes_on_from_a_checkpoint_as_if_nothing_had_happened(int tick)
    {
        RunLaws.GoesOnFromACheckpoint(Wild.World(), tick);
    }
}
