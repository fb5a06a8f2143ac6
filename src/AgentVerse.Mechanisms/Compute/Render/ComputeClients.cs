using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// Rewards for nodes of compute clients (io.net, FEDML, Beam): w = 0.25 A + 0.35 B + 0.20 C + 0.20 D, a month's pool
/// divided by w.
/// </summary>
/// <remarks>Source: RNP-007, whose text stands in RNP-006.md.</remarks>
public static class ComputeClients
{
    /// <summary>Lines that a band needs, Mbps up and down, and its score; [A] but for the first line.</summary>
    private static readonly (double Down, double Up, double Score)[] Bands =
        [(100, 75, 0.2), (200, 150, 0.4), (400, 300, 0.6), (800, 600, 0.8)];

    /// <summary>A = 0.1 + 0.9 x earned / most earned by any node, in [0.1, 1]; the floor where nobody earned.</summary>
    public static double Earnings(double earned, double most, RenderParameters parameters)
    {
        double floor = parameters.Holds(Rule.ClientEarningsHaveAFloor) ? parameters.EarningsFloor : 0;
        return most > 0 ? floor + ((1 - floor) * earned / most) : floor;
    }

    /// <summary>B: score of the best band both of whose lines are cleared; 0 below the least.</summary>
    public static double Bandwidth(double downMbps, double upMbps)
    {
        double score = 0;
        foreach ((double down, double up, double band) in Bands)
        {
            score = downMbps >= down && upMbps >= up ? band : score;
        }

        return score;
    }

    /// <summary>w of a node from its criteria A to D, each in [0, 1].</summary>
    public static double Weight(double a, double b, double c, double d, RenderParameters parameters)
    {
        ClientWeights weights = parameters.Holds(Rule.ClientCriteriaAreWeighted)
            ? parameters.ClientWeights
            : new ClientWeights(0.25, 0.25, 0.25, 0.25);
        return (weights.Earnings * a) + (weights.Bandwidth * b) + (weights.Gpu * c) + (weights.Uptime * d);
    }

    /// <summary>The pool of a month: what is scheduled, at most 75 RENDER a qualified node; base units.</summary>
    public static long Pool(long scheduled, long nodes, RenderParameters parameters) =>
        parameters.Holds(Rule.ClientPoolIsCapped)
            ? Math.Min(scheduled, checked(parameters.ClientPoolPerNode * nodes))
            : scheduled;

    /// <summary>What a month is scheduled when some is left for some months; base units.</summary>
    public static long Scheduled(long remaining, int months, RenderParameters parameters) =>
        months <= 0 || !parameters.Holds(Rule.ClientPoolIsSpreadOverMonths) ? remaining : remaining / months;

    /// <summary>Divides a pool by weights, exactly: weights count to 1e-9.</summary>
    /// <param name="pool">RENDER base units.</param>
    /// <param name="weights">w of each node.</param>
    /// <param name="rewards">Receives the rewards, base units.</param>
    /// <returns>What nobody got.</returns>
    public static long Share(long pool, ReadOnlySpan<double> weights, Span<long> rewards)
    {
        long[] whole = new long[weights.Length];
        for (int i = 0; i < whole.Length; i++)
        {
            whole[i] = (long)(weights[i] * BurnMint.PriceUnits);
        }

        return Apportion.LargestRemainder<long>(pool, whole, rewards);
    }
}
