using AgentVerse.Model.Networks.Render;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>Compute beside rendering pays and burns in a run what the proposals print.</summary>
public sealed class ComputeRunTests
{
    private const long Token = RenderTerms.UnitsPerToken;

    /// <summary>RNP-021: 100 hours at 99.5 %, 74.40 + 1.99 for an H200 and 14.88 + 1.99 for an RTX 4090.</summary>
    [Theory]
    [InlineData(5.0, 76.39)]
    [InlineData(1.0, 16.87)]
    public void A_node_of_the_subnet_earns_what_RNP_021_prints(double gpu, double tokens)
    {
        FinishedRun run = World(
            1_736_294_400, ("subnetStart", 0L),
            ("nodes", new[]
            {
                SmallRender.Nodes(1, ("hours", 100.0), ("uptime", 0.995), ("multipliers", new[] { gpu, 1, 1, 1, 1, 1 })),
            })).Run();
        Assert.All(Steps(run, "foundation", "subnetNodes"), paid => Assert.Equal(tokens, (double)paid / Token, 0.005));
    }

    /// <summary>RNP-021: a net price of 1.90 is 2.00 to the customer, 5 % of it the foundation's, the rest burned.</summary>
    [Fact]
    public void Customers_pay_the_price_grossed_up()
    {
        FinishedRun run = World(
            1_736_294_400, ("subnetStart", 0L), ("netPrice", 1.9), ("grant", 50.0),
            ("nodes", new[] { SmallRender.Nodes(1, ("hours", 100.0)) })).Run();
        Assert.All(run.Ticks("scheduler"), t => Assert.Equal(200_000_000, t["outsideValue"]));
        Assert.All(run.Ticks("scheduler"), t => Assert.Equal(10_000_000, t["fees"]));
        Assert.All(run.Ticks("scheduler"), t => Assert.Equal(190_000_000, t["burnedUsd"]));
        Assert.All(
            run.Ticks("scheduler"), t => Assert.Equal(1.5, BitConverter.Int64BitsToDouble(t["outsidePrice"]), 12));
    }

    /// <summary>RNP-023: 1,000 USD at 2.00 burn 300 and reward 280; at the Gateway 175 and 155.</summary>
    [Fact]
    public void Salad_burns_and_rewards_what_RNP_023_prints()
    {
        FinishedRun container = (World(1_780_444_800) with { Own = Two("saladContainer") }).Run();
        Assert.All(container.Ticks("scheduler"), t => Assert.Equal(300 * Token, t["saladBurned"]));
        Assert.All(Steps(container, "foundation", "saladNodes"), paid => Assert.Equal(280 * Token, paid));
        FinishedRun gateway = (World(1_780_444_800) with { Own = Two("saladGateway") }).Run();
        Assert.All(gateway.Ticks("scheduler"), t => Assert.Equal(175 * Token, t["saladBurned"]));
        Assert.All(Steps(gateway, "foundation", "saladNodes"), paid => Assert.Equal(155 * Token, paid));
    }

    /// <summary>
    /// An idle node scores 0.025 + 0.35 x 0.2 + 0.2 + 0.2 = 0.495 beside the 0.72 of the best earner with the same line
    /// and GPU: idle nodes pay off (networks/render.md section 4.4).
    /// </summary>
    [Fact]
    public void Idle_nodes_of_compute_clients_share_the_pool()
    {
        FinishedRun run = World(
            1_704_240_000,
            ("nodes", new[] { SmallRender.Nodes(10, ("earned", 100.0)), SmallRender.Nodes(10) })).Run();
        IReadOnlyDictionary<string, long> last = run.Ticks("foundation")[^1];
        Assert.True(last["clientNodes"] > 0);
        Assert.Equal(0.495 / (0.495 + 0.72), (double)last["clientIdle"] / last["clientNodes"], 6);
    }

    [Fact]
    public void Nobody_is_paid_more_than_is_held()
    {
        FinishedRun run = World(
            1_736_294_400, ("subnetStart", 0L), ("nodes", new[] { SmallRender.Nodes(100_000, ("hours", 168.0)) })).Run();
        long[] paid = Steps(run, "foundation", "subnetNodes");
        Assert.All(paid, p => Assert.Equal(12_500 * Token * 12 / 52, p));
        Assert.Equal(0, run.Held("foundation", RenderTerms.Render, "compute"));
    }

    private static (string Key, object? Value)[] Two(string service) =>
        [("price", 2.0), SmallRender.Compute((service, 1000.0))];

    private static SmallRender World(long start, params (string Key, object? Value)[] compute) => new()
    {
        Start = start,
        Ticks = 4,
        Own = [SmallRender.Compute(compute)],
        Crowds = [SmallRender.Operators(5)],
    };

    /// <summary>What was added to a running series in each tick.</summary>
    private static long[] Steps(FinishedRun run, string shard, string series)
    {
        long[] values = [0, .. run.Ticks(shard).Select(t => t[series])];
        return [.. values.Zip(values.Skip(1), (a, b) => b - a)];
    }
}
