using AgentVerse.Cli.Conformance;
using AgentVerse.Cli.Conformance.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Tests.Cli.Conformance;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

/// <summary>The numbers bind: with any one rule broken, some published case or probe of ours notices.</summary>
public sealed class BindingTests
{
    // The research simulator shares no rule with the chain.
    private static readonly IReadOnlyList<CaseFile> Files =
        [.. PublishedCases.Of("bittensor").Where(f => f.Name != "yuma-sim.json")];

    public static TheoryData<string> Rules => [.. Enum.GetNames<Rule>().Where(name => name != nameof(Rule.None))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_broken_rule_is_noticed(string name)
    {
        Rule rule = Enum.Parse<Rule>(name);
        ChainParameters broken = new() { Broken = rule };
        bool isNoticed = RuleProbes.All.TryGetValue(rule, out Func<ChainParameters, bool>? passes)
            ? !passes(broken)
            : PublishedCasesNotice(broken);
        Assert.True(isNoticed, $"nothing notices that {name} is broken");
    }

    [Fact]
    public void Every_probe_passes_while_its_rule_holds() =>
        Assert.All(RuleProbes.All, probe => Assert.True(probe.Value(new ChainParameters()), probe.Key.ToString()));

    private static bool PublishedCasesNotice(ChainParameters broken)
    {
        Dictionary<string, Operation> operations = BittensorOperations.With(broken);
        return Files.Any(file => file.Cases.Any(one =>
            ConformanceRun.Of([file with { Cases = [one] }], operations, emit: null).Failed > 0));
    }
}
