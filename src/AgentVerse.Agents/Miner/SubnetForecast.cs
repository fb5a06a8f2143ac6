using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// What a subnet's published distributions say to a miner of some believed quality: its rank lies between two of the cuts,
/// and income and hazard are read there, linearly between the middles of the deciles.
/// </summary>
/// <param name="AlphaPerDay">Alpha base units a day while it holds its uid.</param>
/// <param name="Hazard">Prunings a day.</param>
internal readonly record struct SubnetForecast(double AlphaPerDay, double Hazard)
{
    /// <summary>The forecast for a quality.</summary>
    internal static SubnetForecast Of(SubnetBulletin subnet, double quality)
    {
        double rank = RankOf(subnet, quality) - 0.5;
        int below = Math.Clamp((int)rank, 0, BittensorTerms.Deciles - 1);
        int above = Math.Min(below + 1, BittensorTerms.Deciles - 1);
        double share = Math.Clamp(rank - below, 0, 1);
        return new SubnetForecast(
            Between(subnet.IncomeByDecile, below, above, share), Between(subnet.HazardByDecile, below, above, share));
    }

    /// <summary>Rank in deciles from the worst, in [0, 10]: within the first and the last it is their middle.</summary>
    internal static double RankOf(SubnetBulletin subnet, double quality)
    {
        int decile = subnet.DecileOf(quality);
        ReadOnlySpan<double> cuts = subnet.QualityCuts;
        if (decile == 0 || decile == cuts.Length)
        {
            return decile + 0.5;
        }

        double width = cuts[decile] - cuts[decile - 1];
        return decile + (width > 0 ? (quality - cuts[decile - 1]) / width : 0.5);
    }

    private static double Between(ReadOnlySpan<double> values, int below, int above, double share) =>
        values[below] + (share * (values[above] - values[below]));
}
