using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// What a subnet's published distributions say to a miner of some believed quality: its rank lies between two of the
/// cuts, and income and hazard are read there, linearly between the middles of the deciles. Beyond the outermost cut
/// income goes on as a power of quality, by the two cuts next to it.
/// </summary>
/// <param name="AlphaPerDay">Alpha base units a day while it holds its uid.</param>
/// <param name="Hazard">Prunings a day.</param>
internal readonly record struct SubnetForecast(double AlphaPerDay, double Hazard)
{
    private const double SteepestPower = 20;

    /// <summary>The forecast for a quality.</summary>
    internal static SubnetForecast Of(SubnetBulletin subnet, double quality)
    {
        int decile = subnet.DecileOf(quality);
        int last = subnet.QualityCuts.Length;
        if (decile == 0)
        {
            return new SubnetForecast(Beyond(subnet, quality, cut: 0, inner: 1), subnet.HazardByDecile[0]);
        }

        if (decile == last)
        {
            return new SubnetForecast(Beyond(subnet, quality, last - 1, last - 2), subnet.HazardByDecile[last]);
        }

        double low = subnet.QualityCuts[decile - 1];
        double width = subnet.QualityCuts[decile] - low;
        double rank = decile - 0.5 + (width > 0 ? (quality - low) / width : 0.5);
        int below = (int)rank;
        double share = rank - below;
        return new SubnetForecast(
            Between(subnet.IncomeByDecile, below, share), Between(subnet.HazardByDecile, below, share));
    }

    /// <summary>What is left of an income once the miner shares the pot itself: P i / (P + i).</summary>
    internal static double Diluted(SubnetBulletin subnet, double alphaPerDay)
    {
        double pot = 0;
        foreach (double income in subnet.IncomeByDecile)
        {
            pot += income;
        }

        pot *= (double)subnet.Uids / BittensorTerms.Deciles;
        return pot > 0 ? pot * alphaPerDay / (pot + alphaPerDay) : 0;
    }

    private static double Beyond(SubnetBulletin subnet, double quality, int cut, int inner)
    {
        double atCut = AtCut(subnet, cut);
        double atInner = AtCut(subnet, inner);
        double here = subnet.QualityCuts[cut];
        double there = subnet.QualityCuts[inner];
        if (atCut <= 0 || atInner <= 0 || here <= 0 || there <= 0 || here == there || quality <= 0)
        {
            return quality > 0 ? atCut : 0;
        }

        double power = DeterministicMath.Log(atInner / atCut) / DeterministicMath.Log(there / here);
        return atCut * DeterministicMath.Pow(quality / here, Math.Clamp(power, 0, SteepestPower));
    }

    /// <summary>Income at a cut: halfway between the deciles on its sides.</summary>
    private static double AtCut(SubnetBulletin subnet, int cut) =>
        (subnet.IncomeByDecile[cut] + subnet.IncomeByDecile[cut + 1]) / 2;

    private static double Between(ReadOnlySpan<double> values, int below, double share) =>
        values[below] + (share * (values[Math.Min(below + 1, values.Length - 1)] - values[below]));
}
