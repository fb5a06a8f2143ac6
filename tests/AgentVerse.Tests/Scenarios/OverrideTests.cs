using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using Xunit;

namespace AgentVerse.Tests.Scenarios;

public sealed class OverrideTests
{
    [Theory]
    [InlineData("populations.miners.count=7")]
    [InlineData("populations[0].count=7")]
    public void A_list_item_goes_by_name_or_index(string one) =>
        Assert.Equal(7, Files.Scenario(Files.Good("full"), one).Populations[0].Count);

    [Fact]
    public void The_last_override_of_a_key_holds() =>
        Assert.Equal(3, Files.Scenario(Files.Toy(""), "ticks=2", "ticks=3").Ticks);

    [Fact]
    public void Sections_on_the_way_are_made()
    {
        Scenario scenario = Files.Scenario(Files.Toy(""), "execution.threads=3", "networks.bare={}", "networks.toy.price.usd=2");
        Assert.Equal(3, scenario.Execution.Threads);
        Assert.Equal(["bare", "toy"], scenario.Networks.Select(n => n.Key));
        Assert.Equal(2, scenario.Networks[1].Value.Section("price").Number("usd"));
    }

    [Fact]
    public void A_value_may_be_a_list_or_a_map()
    {
        Scenario scenario = Files.Scenario(
            Files.Good("full"), "populations.miners.policies=[honest]", "networks.toy.price={mode: fixed, usd: 9}", "design={}");
        Assert.Equal(["honest"], scenario.Populations[0].Policies);
        Assert.Equal(9, scenario.Networks[1].Value.Section("price").Number("usd"));
    }

    [Fact]
    public void An_item_of_a_plain_list_can_be_set() =>
        Assert.Equal([0.5, 7, 2], Files.Scenario(Files.Toy("tiers: [0.5, 1, 2]"), "networks.toy.tiers[1]=7").Networks[0].Value.Numbers("tiers"));

    [Fact]
    public void An_override_is_as_good_as_the_same_value_in_the_file()
    {
        string written = Files.Toy("rate: 0.5, pool: none");
        Assert.Equal(
            Files.Scenario(written).CanonicalText,
            Files.Scenario(Files.Toy(""), "networks.toy.rate=0.5", "networks.toy.pool=none").CanonicalText);
    }

    [Fact]
    public void A_bad_value_in_the_file_may_be_overridden() =>
        Assert.Equal(5, Files.Scenario(Files.Toy("blocks: none"), "networks.toy.blocks=5").Networks[0].Value.Integer("blocks"));

    [Fact]
    public void Parse_splits_at_the_first_equals_sign()
    {
        Override one = Override.Parse(" networks.toy.note = \"a=b\" ");
        Assert.Equal(("networks.toy.note", "\"a=b\"", 0), (one.Path, one.Value, one.Line));
    }

    [Fact]
    public void A_problem_of_an_override_names_it() =>
        Assert.Equal(
            "--set ticks=-1: ticks = -1; must be a whole number 1..10000000 ticks; choose a value in that range",
            Files.Problem(Files.Toy(""), "ticks=-1"));
}
