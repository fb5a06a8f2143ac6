using AgentVerse.Mechanisms.Compute.Akash;
using AgentVerse.Model;

using Xunit;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>
/// What the published numbers check is what runs: with any one rule broken, one of four golden worlds ends with other
/// rows, or is stopped by its ledger.
/// </summary>
public sealed class BindingRunTests
{
    private static readonly AkashWorld[] Worlds =
        [GoldenWorlds.StopsAtZero, GoldenWorlds.Debts, GoldenWorlds.BurnMint, GoldenWorlds.Staking];

    private static readonly UInt128[] Whole = [.. Worlds.Select(DigestOf)];

    public static TheoryData<string> Rules => [.. Enum.GetNames<Rule>().Where(name => name != nameof(Rule.None))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_broken_rule_changes_the_rows_of_a_run(string name) =>
        Assert.True(IsNoticed(Enum.Parse<Rule>(name)), "no run notices it");

    private static bool IsNoticed(Rule broken)
    {
        try
        {
            return Worlds.Select((world, i) => DigestOf(world with { Broken = broken }) != Whole[i]).Any(differs => differs);
        }
        catch (InvariantException)
        {
            return true;
        }
    }

    private static UInt128 DigestOf(AkashWorld world) => world.Run().Digests.Ticks.Sum;
}
