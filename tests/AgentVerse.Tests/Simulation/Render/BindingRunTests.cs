using AgentVerse.Mechanisms.Compute.Render;
using AgentVerse.Model;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>
/// What the published numbers check is what runs: with any one rule broken, one of four golden worlds ends with other
/// rows, or is stopped by its ledger.
/// </summary>
public sealed class BindingRunTests
{
    private const string NoClients = "nodes of compute clients and of the compute subnet are no agents";
    private const string NoTotals = "foundation, points and Salad are paid in totals, not by person";

    /// <summary>Rules that these worlds do not reach, with the reason: published cases alone bind them.</summary>
    private static readonly Dictionary<Rule, string> Unreached = new()
    {
        [Rule.LiquidityProvidersEndInTheFirstYear] = "the cut of June 2024 comes before month 10",
        [Rule.GrossUpCoversTheFee] = NoClients,
        [Rule.GrantsLowerTheRate] = NoClients,
        [Rule.ClientEarningsHaveAFloor] = NoClients,
        [Rule.ClientCriteriaAreWeighted] = NoClients,
        [Rule.ClientPoolIsCapped] = NoClients,
        [Rule.ClientPoolIsSpreadOverMonths] = NoClients,
        [Rule.ComputePaysByTheHour] = NoClients,
        [Rule.ComputeAvailabilityFollowsUptime] = NoClients,
        [Rule.MultipliersAreWeighted] = NoClients,
        [Rule.SaladBurnsItsShare] = NoTotals,
        [Rule.SaladRewardsByThePrice] = NoTotals,
        [Rule.UpgradePointsAreShared] = NoTotals,
    };

    /// <summary>The first year up to the cut, the second, the third with Salad, the ninth.</summary>
    private static readonly SmallRender[] Worlds =
    [
        At(1_704_240_000, ticks: 40), At(1_736_294_400, ticks: 6), At(1_780_444_800, ticks: 6),
        At(1_966_118_400, ticks: 6),
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

    private static SmallRender At(long start, int ticks) => new()
    {
        Start = start,
        Ticks = ticks,
        Crowds = [SmallRender.Operators(20), SmallRender.Creators(40)],
    };

    private static UInt128 DigestOf(SmallRender world) => world.Run().Digests.Ticks.Sum;
}
