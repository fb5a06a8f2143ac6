namespace AgentVerse.Benchmarks;

/// <summary>
/// Yuma3 as one would first write it: doubles, dense matrices, plain loops, new memory each time. It has none of the
/// chain's masks, permits, ties or roundings: what it takes is what the arithmetic costs.
/// </summary>
internal static class DenseEpoch
{
    private const double Kappa = 32_767.0 / 65_535;
    private const double Alpha = 0.1;

    /// <summary>One epoch.</summary>
    /// <param name="stakes">Stake of each validator.</param>
    /// <param name="weights">Weights [validator, miner].</param>
    /// <param name="bonds">Bonds [validator, miner], moved by the epoch.</param>
    /// <returns>Emission share of each miner, then of each validator.</returns>
    internal static (double[] Incentive, double[] Dividends) Run(double[] stakes, double[,] weights, double[,] bonds)
    {
        int validators = weights.GetLength(0);
        int miners = weights.GetLength(1);
        double[] stake = Normal(stakes);
        double[,] normal = new double[validators, miners];
        for (int v = 0; v < validators; v++)
        {
            double sum = 0;
            for (int m = 0; m < miners; m++)
            {
                sum += weights[v, m];
            }

            for (int m = 0; m < miners; m++)
            {
                normal[v, m] = sum > 0 ? weights[v, m] / sum : 0;
            }
        }

        double[] consensus = new double[miners];
        double[] ranks = new double[miners];
        for (int m = 0; m < miners; m++)
        {
            consensus[m] = Median(stake, normal, m);
            for (int v = 0; v < validators; v++)
            {
                ranks[m] += stake[v] * Math.Min(normal[v, m], consensus[m]);
            }
        }

        double[] incentive = Normal(ranks);
        double[] dividends = new double[validators];
        for (int m = 0; m < miners; m++)
        {
            double column = 0;
            for (int v = 0; v < validators; v++)
            {
                bonds[v, m] = ((1 - Alpha) * bonds[v, m]) + (Alpha * Math.Min(normal[v, m], consensus[m]));
                column += bonds[v, m];
            }

            for (int v = 0; v < validators && column > 0; v++)
            {
                dividends[v] += stake[v] * bonds[v, m] / column * incentive[m];
            }
        }

        return (incentive, Normal(dividends));
    }

    /// <summary>The largest weight that a majority of stake gives at least.</summary>
    private static double Median(double[] stake, double[,] weights, int miner)
    {
        double[] values = new double[stake.Length];
        double[] behind = (double[])stake.Clone();
        for (int v = 0; v < values.Length; v++)
        {
            values[v] = weights[v, miner];
        }

        Array.Sort(values, behind);
        double minority = 0;
        for (int i = 0; i < values.Length; i++)
        {
            minority += behind[i];
            if (minority > 1 - Kappa)
            {
                return values[i];
            }
        }

        return values[^1];
    }

    private static double[] Normal(double[] values)
    {
        double sum = values.Sum();
        return [.. values.Select(v => sum > 0 ? v / sum : 0)];
    }
}
