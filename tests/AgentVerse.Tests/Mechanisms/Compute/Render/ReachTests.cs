using AgentVerse.Mechanisms.Compute.Render;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Compute.Render;

public sealed class ReachTests
{
    [Theory]
    [InlineData(0.1, 168, 0, 1)]
    [InlineData(0, 168, 6, 0)]
    [InlineData(1, 1, 6, 1)]
    [InlineData(0.02, 168, 6, 0.42879)]
    [InlineData(0.5, 1, 6, 0.5)]
    public void Spells_begin_at_random(double uptime, double hours, double spell, double expected) =>
        Assert.Equal(expected, Reach.Probability(uptime, hours, spell), 5);

    [Fact]
    public void No_spell_is_longer_than_the_tick_and_the_longer_one_is_the_rarer() =>
        Gen.Select(Gen.Double[0.0001, 1], Gen.Double[0.1, 168], Gen.Double[0.1, 168]).Sample((uptime, hours, spell) =>
        {
            double probability = Reach.Probability(uptime, hours, spell);
            Assert.InRange(probability, uptime, 1);
            Assert.True(Reach.Probability(uptime, hours, 2 * spell) <= probability);
        });
}
