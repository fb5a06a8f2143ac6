using AgentVerse.Mechanisms.Compute.Render;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>
/// The closed form of wallet splitting, hit by whole runs on both sides: k nodes in one wallet are paid as k phi(k), in
/// ceil(k / 3) wallets as k; up to 3 nodes there is nothing to gain.
/// </summary>
public sealed class WalletSplittingTests
{
    private static readonly RenderParameters Parameters = new();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(9)]
    public void Splitting_regains_what_the_penalty_takes(int nodes)
    {
        (double merged, double split) = Earned(nodes);
        double expected = 1 / Availability.Penalty(nodes, Parameters);
        Assert.InRange(split / merged, 0.98 * expected, 1.02 * expected);
        Assert.Equal(nodes > Parameters.FreeNodes, split > 1.1 * merged);
    }

    /// <summary>A wallet each would regain no more than a wallet for three.</summary>
    [Fact]
    public void More_wallets_than_one_for_three_nodes_gain_nothing()
    {
        double few = Earned(6, accounts: 2).Split;
        double many = Earned(6, accounts: 6).Split;
        Assert.InRange(many / few, 0.99, 1.01);
    }

    /// <summary>
    /// The attacker's nodes are like everybody's, idle and few beside 3,000 others, so that scores differ by phi alone.
    /// </summary>
    private static (double Merged, double Split) Earned(int nodes, int accounts = 0)
    {
        int wallets = accounts > 0 ? accounts : (nodes + 2) / 3;
        FinishedRun run = new SmallRender
        {
            Start = 1_736_294_400,
            Ticks = 5,
            Crowds =
            [
                Idle("others", "renderIdle", 1000, 1, 3),
                Idle("merged", "renderIdle", 1, 1, nodes),
                Idle("split", "renderSplit", wallets, wallets, nodes),
            ],
        }.Run();
        return (Sum(run, "merged"), Sum(run, "split"));
    }

    private static double Sum(FinishedRun run, string population) =>
        run.Agents(population).Sum(a => a["renderEarnedReady"]) / 1e8;

    private static SmallRender.Crowd Idle(string name, string policy, int count, int accounts, int nodes) =>
        new(name, "gpuProvider", count, [policy])
        {
            AccountsPerController = accounts,
            Own =
            [
                SmallRender.Fast, ("unitsMedian", (double)nodes), ("unitsSpread", 0.0),
                ("renderUptime", 1.0), ("renderUptimeSpread", 0.0), SmallRender.Stays,
            ],
        };
}
