using AgentVerse.Grains;

namespace AgentVerse.Cluster;

/// <summary>The same bits, whatever the cluster does.</summary>
public sealed class DigestTests
{
    public static IEnumerable<object[]> Scenarios => TestScenarios.All;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task One_digest_for_every_number_of_silos_cohort_size_and_placement(string scenario)
    {
        SortedSet<string> digests = new(StringComparer.Ordinal);
        foreach (short silos in new short[] { 1, 2, 3 })
        {
            await using Laboratory laboratory = await Laboratory.Open(silos);
            foreach (string layout in new[] { "auto whole", "auto spread", "7 spread", "4096 spread", "7 whole" })
            {
                string[] words = layout.Split(' ');
                RunStatus run = await laboratory.RunOne(
                    $"layout-{words[0]}-{words[1]}", scenario, $"execution.cohortSize={words[0]}", $"execution.placement={words[1]}");
                digests.Add(run.Digest);
            }
        }

        Assert.Single(digests);
    }

    [Fact]
    public async Task Every_agent_may_be_a_grain_of_its_own()
    {
        await using Laboratory laboratory = await Laboratory.Open(2);
        RunStatus own = await laboratory.RunOne(
            "own", TestScenarios.Subnets, "execution.cohortSize=1", "execution.placement=spread");
        RunStatus whole = await laboratory.RunOne("whole", TestScenarios.Subnets, "execution.placement=whole");
        Assert.Equal(whole.Digest, own.Digest);
        Assert.Equal(whole.StateDigest, own.StateDigest);
    }

    [Fact]
    public async Task Rows_as_another_reader_sees_them_are_equal_between_layouts()
    {
        await using Laboratory laboratory = await Laboratory.Open(2);
        await laboratory.RunOne("whole", TestScenarios.Subnets, "execution.placement=whole");
        await laboratory.RunOne(
            "spread", TestScenarios.Subnets, "execution.placement=spread", "execution.cohortSize=7",
            "execution.checkpointEvery=5");
        foreach (string table in new[] { "ticks", "agents", "events" })
        {
            Assert.Equal((0, 0), (laboratory.RowsOnlyIn("whole", "spread", table), laboratory.RowsOnlyIn("spread", "whole", table)));
        }
    }

    [Theory]
    [InlineData("seed=6")]
    [InlineData("populations.rich.startWallet=5.000000001")]
    public async Task Another_seed_or_one_unit_in_one_wallet_moves_the_digest(string change)
    {
        await using Laboratory laboratory = await Laboratory.Open(1);
        RunStatus control = await laboratory.RunOne("control", TestScenarios.Subnets);
        RunStatus changed = await laboratory.RunOne("changed", TestScenarios.Subnets, change);
        Assert.NotEqual(control.Digest, changed.Digest);
        Assert.NotEqual(control.StateDigest, changed.StateDigest);
    }

    [Fact]
    public async Task Wse1_keeps_its_published_checksum_in_a_cluster()
    {
        await using Laboratory laboratory = await Laboratory.Open(2);
        await laboratory.RunOne(
            "wse1", TestScenarios.Workers, "populations.workers.count=100000", "execution.placement=spread", "execution.cohortSize=4096");
        long[] last = laboratory.LastRow("wse1", "market", ["work", "stake", "workers", "balance", "exits", "price", "rewardPerWork"]);
        Assert.Equal([97990601, 23749543423, 95931, 978308808744, 4074, 65206, 40127930], last);
    }
}
