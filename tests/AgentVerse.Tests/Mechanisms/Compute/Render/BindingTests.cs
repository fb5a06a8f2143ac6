using AgentVerse.Cli.Conformance;
using AgentVerse.Cli.Conformance.Render;
using AgentVerse.Mechanisms.Compute.Render;
using AgentVerse.Tests.Cli.Conformance;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Compute.Render;

/// <summary>The numbers bind: with any one rule broken, some published case or probe of ours notices.</summary>
public sealed class BindingTests
{
    private static readonly IReadOnlyList<CaseFile> Files = PublishedCases.Of("render");

    public static TheoryData<string> Rules => [.. Enum.GetNames<Rule>().Where(name => name != nameof(Rule.None))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_broken_rule_is_noticed(string name)
    {
        Rule rule = Enum.Parse<Rule>(name);
        RenderParameters broken = new() { Broken = rule };
        bool isNoticed = RuleProbes.All.TryGetValue(rule, out Func<RenderParameters, bool>? passes)
            ? !passes(broken)
            : ConformanceRun.Of(Files, RenderOperations.With(broken), emit: null).Failed > 0;
        Assert.True(isNoticed, $"nothing notices that {name} is broken");
    }

    [Fact]
    public void Every_probe_passes_while_its_rule_holds() =>
        Assert.All(RuleProbes.All, probe => Assert.True(probe.Value(new RenderParameters()), probe.Key.ToString()));
}
