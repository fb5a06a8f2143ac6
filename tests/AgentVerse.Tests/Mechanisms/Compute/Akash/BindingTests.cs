using AgentVerse.Cli.Conformance;
using AgentVerse.Cli.Conformance.Akash;
using AgentVerse.Mechanisms.Compute.Akash;
using AgentVerse.Tests.Cli.Conformance;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Compute.Akash;

/// <summary>The numbers bind: with any one rule broken, some published case or probe of ours notices.</summary>
public sealed class BindingTests
{
    private static readonly IReadOnlyList<CaseFile> Files =
        [.. PublishedCases.Of("compute").Where(f => f.Name.StartsWith("akash", StringComparison.Ordinal))];

    public static TheoryData<string> Rules => [.. Enum.GetNames<Rule>().Where(name => name != nameof(Rule.None))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_broken_rule_is_noticed(string name)
    {
        Rule rule = Enum.Parse<Rule>(name);
        AkashParameters broken = new() { Broken = rule };
        bool isNoticed = RuleProbes.All.TryGetValue(rule, out Func<AkashParameters, bool>? passes)
            ? !passes(broken)
            : PublishedCasesNotice(broken);
        Assert.True(isNoticed, $"nothing notices that {name} is broken");
    }

    [Fact]
    public void Every_probe_passes_while_its_rule_holds() =>
        Assert.All(RuleProbes.All, probe => Assert.True(probe.Value(new AkashParameters()), probe.Key.ToString()));

    private static bool PublishedCasesNotice(AkashParameters broken)
    {
        Dictionary<string, Operation> operations = AkashOperations.With(broken);
        return Files.Any(file => ConformanceRun.Of([file], operations, emit: null).Failed > 0);
    }
}
