using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Model;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>
/// What the published numbers check is what runs: with any one rule broken, one of three golden worlds ends with other
/// rows, or is stopped by its ledger.
/// </summary>
public sealed class BindingRunTests
{
    private const string NoFamily = "no hotkey has parents or children";
    private const string NoDelay = "each subnet is a shard: no epoch waits for another";
    private const string NoSuchScript = "no honest script does what it forbids";
    private const string Rare = "a coincidence to the bit or the block, which these worlds do not meet";

    /// <summary>Rules that these worlds do not reach, with the reason: published cases alone bind them.</summary>
    private static readonly Dictionary<Rule, string> Unreached = new()
    {
        [Rule.OwnerKeepsItsSelfWeight] = "no owner of these worlds scores",
        [Rule.AllBurnedFallsBackToPrices] = "some subnet of these worlds always pays its miners",
        [Rule.OldestSubnetIsPrunedOnTies] = "no two subnets have one price",
        [Rule.ChildTakeNeedsDifferentOwners] = NoFamily,
        [Rule.ChildrenLowerTheSelfContribution] = NoFamily,
        [Rule.LongSilenceForcesAnEpoch] = NoDelay,
        [Rule.PendingEpochsRun] = NoDelay,
        [Rule.SelfWeightIsDropped] = NoSuchScript,
        [Rule.SelfWeightNeedsNoPermit] = NoSuchScript,
        [Rule.ForbiddenRowsAreDropped] = NoSuchScript,
        [Rule.WeightsAreMaxUpscaled] = NoSuchScript,
        [Rule.VersionKeysAreChecked] = NoSuchScript,
        [Rule.SwapInputIsLimited] = "no price comes near a thousand times the pool",
        [Rule.BondRowsNeedANewPermit] = Rare,
        [Rule.TopKTiesFavourTheHigherUid] = Rare,
        [Rule.ConsensusExceedsTheMinorityStrictly] = Rare,
        [Rule.CommitsMaskLaterRegistrations] = Rare,
        [Rule.ACommitInTheBlockOfRegistrationIsKept] = Rare,
    };

    /// <summary>Dear alpha, the block of a halving, few permits: root sells, small stakes fall out, seats change.</summary>
    private static readonly SmallChain Dear = new()
    {
        Ticks = 16,
        Chain = [("issuance", 10_499_999_000_000_000L), ("stakeThreshold", 20_000_000_000_000L)],
        Hyperparameters =
        [
            ("uidsMax", 16L), ("tempo", 50L), ("burn", 10_000_000L), ("maxBurn", 60_000_000L),
            ("immunityPeriod", 500L), ("minNonImmuneUids", 2L), ("activityCutoffFactor", 2000L),
            ("validatorsMax", 5L), ("bondsPenalty", 30_000L),
        ],
        Groups =
        [
            [("validatorsMedian", 8.0), ("bonds", "yuma2"), ("commitReveal", false), ("priceMedian", 1.0)],
            [("validatorsMedian", 8.0), ("bonds", "yuma3"), ("priceMedian", 1.0), ("priceSpread", 2.0)],
            [("validatorsMedian", 8.0), ("bonds", "yuma3LiquidAlpha"), ("commitReveal", false), ("tempo", 60L)],
            [("tempo", 0L)],
        ],
        Crowds =
        [
            new("miners", "miner", 200, ["honest"]) { Own = [("reviewRate", 6.0)] },
            new("validators", "validator", 60, ["honest"]),
        ],
    };

    /// <summary>Cheap alpha, which root may not sell, and weights that wait long for their reveal.</summary>
    private static readonly SmallChain Cheap = Dear with
    {
        Groups = [[("validatorsMedian", 8.0), ("revealPeriod", 3L), ("count", 2L), ("priceMedian", 0.001)]],
    };

    /// <summary>Owners, nominators, stakers on root and founders of subnets who ask anything.</summary>
    private static readonly SmallChain Wild = AnyIntentTests.Wild;

    private static readonly UInt128[] Whole = [DigestOf(Dear), DigestOf(Cheap), DigestOf(Wild)];

    public static TheoryData<string> Rules => [.. Enum.GetNames<Rule>().Where(name => name != nameof(Rule.None))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_broken_rule_changes_the_rows_of_a_run_where_the_engine_reaches_it(string name)
    {
        Rule rule = Enum.Parse<Rule>(name);
        bool isReached = !Unreached.ContainsKey(rule);
        Assert.True(isReached == IsNoticed(rule), isReached ? "no run notices it" : "a run notices it: say so");
    }

    private static bool IsNoticed(Rule broken)
    {
        try
        {
            return DigestOf(Dear with { Broken = broken }) != Whole[0]
                || DigestOf(Cheap with { Broken = broken }) != Whole[1]
                || DigestOf(Wild with { Broken = broken }) != Whole[2];
        }
        catch (InvariantException)
        {
            return true;
        }
    }

    private static UInt128 DigestOf(SmallChain world) => world.Run().Digests.Ticks.Sum;
}
