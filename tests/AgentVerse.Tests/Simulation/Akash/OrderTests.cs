using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>How a world is cut and in which order populations stand changes nothing.</summary>
public sealed class OrderTests
{
    private static readonly AkashWorld Lively = GoldenWorlds.StopsAtZero with
    {
        Ticks = 24,
        PanelEvery = 6,
        Chain = [.. GoldenWorlds.StopsAtZero.Chain, ("regions", new[] { "northAmerica", "europe" })],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void The_size_of_cohorts_changes_no_row(int cohortSize)
    {
        FinishedRun whole = Lively.Run(4096);
        Assert.True(whole.Ticks("a100/northAmerica").Sum(t => t["leases"]) > 20);
        RunLaws.EndAlike(whole, Lively.Run(cohortSize));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Nor_does_it_in_other_eras(int cohortSize)
    {
        foreach (AkashWorld world in new[] { GoldenWorlds.Debts, GoldenWorlds.BurnMint, GoldenWorlds.Staking })
        {
            RunLaws.EndAlike((world with { Ticks = 20 }).Run(), (world with { Ticks = 20 }).Run(cohortSize));
        }
    }

    [Fact]
    public void Another_seed_moves_every_table()
    {
        (UInt128 Agents, UInt128 Events, UInt128 Ticks) one = RunLaws.Sums(Lively.Run());
        (UInt128 Agents, UInt128 Events, UInt128 Ticks) other = RunLaws.Sums((Lively with { Seed = 2 }).Run());
        Assert.True(one.Agents != other.Agents && one.Ticks != other.Ticks);
    }

    [Fact]
    public void The_order_of_populations_changes_no_agent_and_no_shard()
    {
        FinishedRun one = Lively.Run();
        FinishedRun other = (Lively with { Crowds = [.. Lively.Crowds.Reverse()] }).Run();
        Assert.Equal(RunLaws.Sums(one), RunLaws.Sums(other));
    }

    [Theory]
    [InlineData("stopsAtZero")]
    [InlineData("debts")]
    [InlineData("burnMint")]
    [InlineData("staking")]
    public void A_run_goes_on_from_a_checkpoint_as_if_nothing_had_happened(string name)
    {
        AkashWorld small = name switch
        {
            "stopsAtZero" => Lively,
            "debts" => GoldenWorlds.Debts,
            "staking" => GoldenWorlds.Staking,
            _ => GoldenWorlds.BurnMint,
        };
        RunLaws.GoesOnFromACheckpoint(small.World(), 11);
    }
}
