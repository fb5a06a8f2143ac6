using AgentVerse.Mechanisms.Compute.Render;
using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>
/// What the published numbers check is what runs: with any one rule broken, one of five golden worlds ends with other
/// rows, or is stopped by its ledger.
/// </summary>
public sealed class BindingRunTests
{
    /// <summary>Rules that these worlds do not reach, with the reason: published cases alone bind them.</summary>
    private static readonly Dictionary<Rule, string> Unreached = new()
    {
        [Rule.UpgradePointsAreShared] = "points are paid in one total: who upgraded when is nobody's in a run",
    };

    /// <summary>
    /// The first year up to the cut with nodes of compute clients, the second with a compute subnet, the third with
    /// Salad, the ninth; and the first as it would have gone on without the cut.
    /// </summary>
    private static readonly SmallRender[] Worlds =
    [
        At(
            1_704_240_000, ticks: 40,
            ("nodes", new[] { SmallRender.Nodes(40, ("earned", 100.0)), SmallRender.Nodes(30, ("uptime", 0.7)) })),
        At(
            1_736_294_400, ticks: 6, ("subnetStart", 0L), ("subnetRule", "composite"), ("grant", 50.0),
            ("nodes", new[]
            {
                SmallRender.Nodes(8, ("hours", 90.0), ("uptime", 0.9), ("multipliers", new[] { 1.7, 2, 3, 1, 1, 1 })),
            })),
        At(1_780_444_800, ticks: 6) with
        {
            Own =
            [
                ("epochs", "prices.csv"),
                SmallRender.Compute(("saladContainer", 20_000.0), ("saladGateway", 5000.0)),
            ],
            Tables = new SortedDictionary<string, DataTable>
            {
                ["prices.csv"] = new("prices.csv", ["price"], [[2.0, 2.1, 1.9, 2.0, 2.2, 2.0]]),
            },
        },
        At(1_966_118_400, ticks: 6),
        At(1_728_000_000, ticks: 3) with { Own = [("cutStart", 4_102_444_800L)] },
    ];

    private static readonly UInt128[] Whole = [.. Worlds.Select(DigestOf)];

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
            return Worlds.Where((world, i) => DigestOf(world with { Broken = broken }) != Whole[i]).Any();
        }
        catch (InvariantException)
        {
            return true;
        }
    }

    private static SmallRender At(long start, int ticks, params (string Key, object? Value)[] compute) => new()
    {
        Start = start,
        Ticks = ticks,
        Own = [SmallRender.Compute(compute)],
        Crowds = [SmallRender.Operators(20), SmallRender.Creators(40)],
    };

    /// <summary>Rows of networks and of agents, for a rule may change who is paid and nothing that is summed.</summary>
    private static UInt128 DigestOf(SmallRender world)
    {
        TableDigests digests = world.Run().Digests;
        return unchecked(digests.Ticks.Sum + digests.Agents.Sum);
    }
}
