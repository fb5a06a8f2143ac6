using AgentVerse.Mechanisms.Compute.Render;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Compute.Render;

public sealed class WorkMatchTests
{
    [Theory]
    [InlineData(1.6, 1)]
    [InlineData(0, 1)]
    [InlineData(0, 50)]
    public void One_node_has_the_spread_of_a_node(double spread, int nodes) =>
        Assert.Equal(spread, WorkMatch.Spread(spread, nodes), 15);

    /// <summary>Relative variance of a mean of n factors is that of one over n: exp(s^2) - 1 for a log-normal.</summary>
    [Fact]
    public void The_variance_of_the_mean_is_that_of_a_node_over_their_number() =>
        Gen.Select(Gen.Double[0.01, 3], Gen.Int[1, 100_000]).Sample((spread, nodes) =>
        {
            double mean = WorkMatch.Spread(spread, nodes);
            double expected = Math.Exp(spread * spread) - 1;
            Assert.InRange((Math.Exp(mean * mean) - 1) * nodes / expected, 1 - 1e-6, 1 + 1e-6);
        });

    [Fact]
    public void Factors_have_mean_one()
    {
        const int parts = 20_000;
        double sum = 0;
        for (int i = 0; i < parts; i++)
        {
            double z = (16.0 * (i + 0.5) / parts) - 8;
            sum += WorkMatch.Factor(0.8, z) * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * 16 / parts;
        }

        Assert.Equal(1, sum, 6);
    }
}
