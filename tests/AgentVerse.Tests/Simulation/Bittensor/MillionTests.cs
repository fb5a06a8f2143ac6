using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Model.State;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>The whole chain with a hundred thousand nominators costs what its neurons cost.</summary>
public sealed class MillionTests
{
    private const int Nominators = 100_000;

    private static readonly SmallChain Whole = new()
    {
        Ticks = 2,
        Hyperparameters = [],
        Groups = [[("count", 128L), ("nominators", "nominators"), ("owner", "owners")]],
        Crowds =
        [
            new("miners", "miner", 34_000, ["idle"]), new("validators", "validator", 3000, ["honest"]),
            new("owners", "staker", 128, ["quiet"]), new("nominators", "staker", Nominators, ["quiet"]),
        ],
    };

    /// <summary>
    /// 48 bytes a position in memory; a tick in which nobody trades sends no row to a nominator and reads no position.
    /// </summary>
    [Fact]
    public void Nominators_take_little_room_and_no_work_while_they_do_not_trade()
    {
        FinishedRun run = Whole.Run();
        Assert.Equal(128, run.Subnets.Count);
        long positions = run.Subnets.Sum(s => (long)s.Stakes.Count);
        Assert.InRange(positions, Nominators, Nominators + (128 * 256));
        Assert.All(run.Agents("nominators"), a => Assert.Equal(0, a["rows4"]));
        StateWriter with = new();
        foreach (SubnetState subnet in run.Subnets)
        {
            subnet.Stakes.Carry(with);
        }

        Assert.InRange(with.Written.Length, 48 * positions, 60 * positions);
    }
}
