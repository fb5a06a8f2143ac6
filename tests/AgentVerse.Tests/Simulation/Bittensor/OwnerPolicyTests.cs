using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Owners found subnets where the lock pays, sell what they mean to, and raid.</summary>
public sealed class OwnerPolicyTests
{
    private const long Tao = 1_000_000_000;

    private static SmallChain With(string policy, params (string Key, object? Value)[] own) => new()
    {
        Ticks = 48,
        Chain = [("networkImmunityPeriod", 100_000L), ("lastLock", 0L)],
        Hyperparameters = [("uidsMax", 16L), ("tempo", 50L)],
        Groups =
        [
            [
                ("count", 2L), ("validatorsMedian", 3.0), ("owner", "owners"), ("subnetAge", 2_000_000L),
                ("priceSpread", 0.0),
            ],
        ],
        Crowds =
        [
            new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest"]),
            new("owners", "subnetOwner", 3, [policy]) { Own = [("temperature", 0.0), ("reviewRate", 50.0), .. own] },
        ],
    };

    /// <summary>
    /// At temperature 0 a subnet is registered exactly where U of the cut exceeds what the TAO could earn elsewhere.
    /// </summary>
    [Theory]
    [InlineData(0.0, false)]
    [InlineData(1296.0, true)]
    public void A_subnet_is_founded_where_the_cut_is_worth_the_lock(double cut, bool isFounded)
    {
        FinishedRun run = With("honest", ("cutPerDay", cut)).Run();
        Assert.Equal(isFounded, run.Events("subnetRegistered").Length > 0);
        Assert.Equal(isFounded, run.Agents("owners").Any(a => a["locked"] == 1000 * Tao));
    }

    /// <summary>
    /// The threshold in closed form, r = 0, no switch: y H p v = lock, v = T / (T + y H p), T = lock + tao (H - delay).
    /// With lock L and T known, y H p = L T / (T - L).
    /// </summary>
    [Theory]
    [InlineData(0.98, false)]
    [InlineData(1.02, true)]
    public void The_threshold_of_founding_is_its_closed_form(double factor, bool isFounded)
    {
        const double Lock = 1000, Price = 0.01, Horizon = 365, Delay = 30;
        double tao = Lock + (7200 * 0.25 * (Horizon - Delay));
        double cut = Lock * tao / (tao - Lock) / (Horizon * Price);
        SmallChain chain = With(
            "honest", ("cutPerDay", cut * factor), ("requiredReturn", 0.0), ("switchCost", 0.0),
            ("emissionDelayDays", Delay), ("reviewRate", 1000.0));
        FinishedRun run = (chain with { Ticks = 1 }).Run();
        Assert.Equal(isFounded, run.Events("subnetRegistered").Length > 0);
    }

    [Fact]
    public void An_owner_without_enough_tao_founds_nothing() =>
        Assert.Empty(With("honest", ("startWallet", 999 * Tao)).Run().Events("subnetRegistered"));

    [Theory]
    [InlineData("honest", 0.3)]
    [InlineData("honest", 0.0)]
    [InlineData("sellCut", 1.0)]
    [InlineData("idle", 0.0)]
    public void An_owner_sells_its_share_of_the_cut(string policy, double share)
    {
        FinishedRun run = With(policy, ("cutPerDay", 0.0), ("sellShare", share)).Run();
        IReadOnlyDictionary<string, long>[] owners = [.. run.Agents("owners").Where(a => a["ownSubnet"] > 0)];
        Assert.Equal(2, owners.Length);
        Assert.All(owners, a => Assert.Equal(share, a["sold"] / (double)a["cut"], 0.05));
        Assert.All(owners, a => Assert.Equal(a["TAO"], (2000 * Tao) + a["soldRao"]));
    }

    /// <summary>All is sold in the tick of the rug, the stake of the opening too, and the price falls by the pool's rule.</summary>
    [Fact]
    public void A_rug_sells_all_that_the_hotkey_has_in_one_tick()
    {
        FinishedRun run = With("rug", ("attackFrom", 24L)).Run();
        IReadOnlyDictionary<string, long>[] ticks = run.Ticks("subnet/1");
        Assert.Equal(0, ticks.Take(24).Sum(t => t["unstaked"]));
        Assert.True(ticks[24]["unstaked"] > 0);
        double before = BitConverter.Int64BitsToDouble(ticks[23]["alphaPrice"]);
        double after = BitConverter.Int64BitsToDouble(ticks[24]["alphaPrice"]);
        Assert.True(after < 0.95 * before);
        Assert.All(run.Agents("owners").Where(a => a["ownSubnet"] > 0), a => Assert.True(a["sold"] > a["cut"]));
    }

    [Fact]
    public void An_owner_sets_what_it_wants_and_asks_again_where_the_chain_put_it_off()
    {
        SmallChain chain = With("idle");
        AgentVerse.Model.Settings.Section owner = SmallChain.Catalogue.Kinds["subnetOwner"].Section;
        var sets = Settings.Of(
            Settings.Nested(owner, "sets"), ("kappa", 39_321L), ("immunityPeriod", 777L), ("commitReveal", false));
        FinishedRun run = (chain with
        {
            Crowds = [.. chain.Crowds.SkipLast(1), new("owners", "subnetOwner", 2, ["idle"]) { Own = [("sets", sets)] }],
        }).Run();
        Assert.All(run.Subnets, s => Assert.Equal(
            (39_321, 777L, false),
            (s.Parameters.Kappa, s.Parameters.ImmunityPeriod, s.Parameters.CommitRevealWeightsEnabled)));
        Assert.Equal(6, run.Events("hyperparameterSet").Length);
    }

    /// <summary>
    /// Of two subnets of one price the older would go. Raiders with stake on the other sell it, and register in its slot.
    /// </summary>
    [Fact]
    public void A_raid_turns_the_eviction_on_its_target_and_takes_the_slot()
    {
        FinishedRun peace = Raid("idle").Run();
        Assert.Empty(peace.Events("subnetRegistered"));
        FinishedRun run = Raid("raid").Run();
        IReadOnlyDictionary<string, long> taken = Assert.Single(run.Events("subnetRegistered"));
        Assert.Equal(2, taken["a"]);
        IReadOnlyDictionary<string, long> raider = Assert.Single(run.Agents("raiders"), a => a["ownSubnet"] == 2);
        Assert.Equal(1000 * Tao, raider["locked"]);
        Assert.Equal(2, run.Agents("owners").Count(a => a["ownSubnet"] == -1));
    }

    private static SmallChain Raid(string policy)
    {
        (string, object?)[] common =
            [("validatorsMedian", 3.0), ("owner", "owners"), ("subnetAge", 2_000_000L), ("priceSpread", 0.0)];
        SmallChain chain = With("idle");
        return chain with
        {
            Groups = [[.. common], [.. common, ("nominators", "raiders"), ("subnetAge", 1_900_000L)]],
            Crowds =
            [
                .. chain.Crowds,
                new("raiders", "subnetOwner", 3, [policy])
                {
                    Own = [("target", 2L), ("budget", 0L), ("attackFrom", 1L), ("holdTicks", 0L)],
                },
            ],
        };
    }
}
