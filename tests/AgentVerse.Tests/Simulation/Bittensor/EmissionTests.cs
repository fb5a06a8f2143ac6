using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>What the chain mints is what its formula says, to the rao, or stands in a named account.</summary>
public sealed class EmissionTests
{
    private const long Tao = 1_000_000_000;
    private const int Blocks = 300;

    private static readonly SmallChain Quiet = new()
    {
        Ticks = 4,
        Chain = [("allocator", "equal")],
        Crowds = [new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest"])],
    };

    [Fact]
    public void Every_block_assigns_half_a_tao_after_the_first_halving()
    {
        FinishedRun run = Quiet.Run();
        Assert.All(run.Ticks("chain"), t => Assert.Equal(Blocks * Tao / 2, t["taoAssigned"]));
        Assert.All(run.Ticks("chain"), t => Assert.Equal(Tao / 2, t["blockEmission"]));
    }

    [Fact]
    public void Subnets_mint_what_was_assigned_less_fractions_of_a_rao_a_block()
    {
        FinishedRun run = Quiet.Run();
        long minted = run.Ticks("subnet/1").Concat(run.Ticks("subnet/2")).Sum(t => t["taoIn"]);
        long assigned = run.Ticks("chain").Sum(t => t["taoAssigned"]);
        Assert.InRange(assigned - minted, 0, 2 * 4 * Blocks);
    }

    [Fact]
    public void Tao_minted_stands_in_the_pools()
    {
        FinishedRun before = (Quiet with { Ticks = 1 }).Run();
        FinishedRun after = Quiet.Run();
        foreach (string subnet in new[] { "subnet/1", "subnet/2" })
        {
            long grown = after.Held(subnet, "TAO", "pool") - before.Held(subnet, "TAO", "pool");
            Assert.Equal(after.Ticks(subnet).Skip(1).Sum(t => t["taoIn"]), grown);
        }
    }

    /// <summary>
    /// Issuance of the chain goes on by the assignment of its bulletin and is put right by what subnets report: after
    /// the last tick it is the opening plus all that was minted before it plus what the tick was assigned.
    /// </summary>
    [Fact]
    public void Issuance_counts_every_rao_once()
    {
        FinishedRun run = Quiet.Run();
        long mintedBefore = run.Ticks("subnet/1").Concat(run.Ticks("subnet/2"))
            .Where(t => t["tick"] < 3).Sum(t => t["taoIn"]);
        IReadOnlyDictionary<string, long> last = run.Ticks("chain")[3];
        Assert.Equal((10_760_000 * Tao) + mintedBefore + last["taoAssigned"], last["issuance"]);
    }

    [Fact]
    public void A_halving_inside_a_tick_halves_from_its_block_on()
    {
        long opening = (10_500_000 - 100) * Tao;
        FinishedRun run = (Quiet with { Chain = [("allocator", "equal"), ("issuance", opening)] }).Run();
        long running = opening;
        long assigned = 0;
        for (int block = 0; block < Blocks; block++)
        {
            long emission = BlockEmission.ForIssuance(running, new ChainParameters());
            running += emission;
            assigned += emission;
        }

        IReadOnlyDictionary<string, long> first = run.Ticks("chain")[0];
        Assert.Equal(1, first["halvings"]);
        Assert.Equal(Tao / 2, first["blockEmission"]);
        Assert.InRange(first["taoAssigned"], (100 * Tao) + (199 * Tao / 2), (102 * Tao) + (199 * Tao / 2));
        Assert.Equal(assigned, first["taoAssigned"]);
        Assert.Equal(0, run.Ticks("chain")[1]["halvings"]);
    }

    [Fact]
    public void Alpha_of_every_block_stands_in_named_accounts()
    {
        FinishedRun run = (Quiet with { Ticks = 3, Chain = [("allocator", "equal"), ("rootStake", 0L)] }).Run();
        foreach ((string shard, string token) in new[] { ("subnet/1", "alpha/1"), ("subnet/2", "alpha/2") })
        {
            long opening = 1_000_000 * Tao;
            string[] outside =
            [
                "stakes", "pendingServer", "pendingValidator", "pendingRoot", "pendingOwnerCut",
                "owner", "rootClaims", "unpaid",
            ];
            long minted = outside.Sum(a => run.Held(shard, token, a)) - opening;

            // Drawn stakes are floored one by one, so the opening is a few units short of its total.
            Assert.InRange(minted, (3 * Blocks * Tao) - 64, 3 * Blocks * Tao);
        }
    }

    [Fact]
    public void A_fifth_goes_to_the_owner_and_the_rest_in_halves()
    {
        FinishedRun run = (Quiet with { Ticks = 24, Chain = [("allocator", "equal"), ("rootStake", 0L)] }).Run();
        long all = 24 * Blocks * Tao;
        long owner = run.Held("subnet/1", "alpha/1", "owner") + run.Held("subnet/1", "alpha/1", "pendingOwnerCut");
        long server = run.Held("subnet/1", "alpha/1", "pendingServer");
        long validator = run.Held("subnet/1", "alpha/1", "pendingValidator");
        long miners = run.Agents("miners").Where(a => a["subnet"] == 1).Sum(a => a["incomeAlpha"]);
        long validators = run.Agents("validators").Where(a => a["subnet"] == 1).Sum(a => a["incomeAlpha"]);
        Assert.Equal(0.18, (double)owner / all, 4);
        Assert.Equal(0.41, (double)(miners + server) / all, 4);
        Assert.Equal(0.41, (double)(validators + validator) / all, 4);
    }

    /// <summary>Where nothing crosses shards, the length of a tick is bookkeeping.</summary>
    [Fact]
    public void An_hour_a_tick_equals_a_block_a_tick_bit_for_bit()
    {
        FinishedRun hours = (Quiet with { Ticks = 2 }).Run();
        FinishedRun blocks = (Quiet with { Ticks = 2 * Blocks, TickSeconds = 12 }).Run();
        Assert.Equal(SubnetDigests(hours), SubnetDigests(blocks));
    }

    /// <summary>Owners, nominators and their averages do not know how long a tick is either.</summary>
    [Fact]
    public void With_owners_and_nominators_too_an_hour_a_tick_equals_a_block_a_tick()
    {
        SmallChain owned = Quiet with
        {
            Groups = [[("count", 2L), ("validatorsMedian", 4.0), ("owner", "owners"), ("nominators", "stakers")]],
            Crowds =
            [
                .. Quiet.Crowds, new("owners", "staker", 2, ["quiet"]), new("stakers", "staker", 20, ["quiet"]),
            ],
        };
        FinishedRun hours = (owned with { Ticks = 2 }).Run();
        FinishedRun blocks = (owned with { Ticks = 2 * Blocks, TickSeconds = 12 }).Run();
        Assert.Equal(SubnetDigests(hours), SubnetDigests(blocks));
        Assert.True(hours.Agents("owners").Sum(a => a["earned"]) > 0);
    }

    private static UInt128[] SubnetDigests(FinishedRun run) =>
        [.. run.Run.Group.Parts.OfType<ShardPart>().Skip(1).Select(StateDigest.Of)];
}
