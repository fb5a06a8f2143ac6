using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>An agent's number says nothing about its lot.</summary>
public sealed class FairnessTests
{
    private const int Miners = 90;
    private const int Seeds = 24;

    /// <summary>
    /// Ranks of n independent incomes correlate with 1..n with variance 1/(n - 1); the sum over seeds stays within five
    /// standard deviations. Agents that never held a uid tie at 0 and share their mean rank.
    /// </summary>
    [Fact]
    public void Index_and_income_do_not_correlate_over_seeds()
    {
        double sum = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            FinishedRun run = new SmallChain
            {
                Seed = (ulong)seed,
                Ticks = 8,
                Hyperparameters = [("uidsMax", 24L), ("burn", 10_000_000L), ("tempo", 100L), ("immunityPeriod", 100L)],
                Crowds =
                [
                    new("miners", "miner", Miners, ["honest"]) { Own = [("reviewRate", 10.0)] },
                    new("validators", "validator", 40, ["honest"]),
                ],
            }.Run();
            double[] incomes = [.. run.Agents("miners").Select(a => (double)a["income"])];
            Assert.True(incomes.Count(i => i > 0) > Miners / 3);
            sum += Correlation(Ranks(incomes), [.. Enumerable.Range(0, Miners).Select(i => (double)i)]);
        }

        double sigma = Math.Sqrt((double)Seeds / (Miners - 1));
        Assert.InRange(sum / sigma, -5, 5);
    }

    private static double[] Ranks(double[] values) =>
        [.. values.Select(v => values.Count(other => other < v) + ((values.Count(other => other == v) - 1) / 2.0))];

    private static double Correlation(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        double covariance = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return covariance / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }
}
