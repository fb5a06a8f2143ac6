namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>A provider's default price: cost-plus, ignorant of competitors.</summary>
/// <remarks>
/// Source: akash-network/provider afc4dd7, bidengine/pricing.go (scalePricing); akash-network/helm-charts f3d8d46,
/// price script.
/// </remarks>
public static class PriceScript
{
    private const long Mebibyte = 1 << 20;
    private const long MonthOfSixSecondBlocks = 432_000;

    /// <summary>
    /// Price of a demand: cpu s_cpu + memory/2^20 s_mem + sum storage_k/2^20 s_k + endpoints s_ep + addresses s_ip.
    /// </summary>
    /// <param name="demand">What is asked for.</param>
    /// <param name="scales">Prices of units.</param>
    /// <param name="chain">Parameters.</param>
    /// <param name="price">Base units a block.</param>
    public static AkashError Scale(
        ResourceDemand demand, PriceScales scales, AkashParameters chain, out Dec18 price)
    {
        price = Dec18.Zero;
        Dec18[] all =
        [
            scales.CpuMilli, scales.MemoryMebibyte, scales.Endpoint, scales.LeasedIp, .. scales.StorageMebibyte,
        ];
        if (all.All(scale => scale == Dec18.Zero) || all.Any(scale => scale.IsNegative))
        {
            return all.Any(scale => scale.IsNegative) ? AkashError.ScaleNegative : AkashError.AllScalesZero;
        }

        price = (scales.CpuMilli * demand.CpuMilli) + (scales.Endpoint * demand.Endpoints)
            + (scales.LeasedIp * demand.LeasedIps);
        price += OfBytes(scales.MemoryMebibyte, demand.MemoryBytes, chain);
        for (int k = 0; k < demand.StorageBytes.Count; k++)
        {
            price += OfBytes(scales.StorageMebibyte[k], demand.StorageBytes[k], chain);
        }

        return price == Dec18.Zero ? AkashError.BidZero : AkashError.None;
    }

    /// <summary>
    /// Base units a block that one USD a month is at a price of the token: 10^6 / (blocks a month * P), rounded at each
    /// step. A price of zero or less has none: zero, and no bid.
    /// </summary>
    /// <param name="usdPerToken">P, USD for a token.</param>
    /// <param name="chain">Parameters.</param>
    public static Dec18 RateOfUsdMonth(Dec18 usdPerToken, AkashParameters chain)
    {
        long blocks = chain.Holds(Rule.MonthsHaveTheScriptsBlocks) ? chain.BlocksPerMonth : MonthOfSixSecondBlocks;
        return usdPerToken.IsPositive ? Dec18.Of(1_000_000) / (usdPerToken * blocks) : Dec18.Zero;
    }

    private static Dec18 OfBytes(Dec18 scale, long bytes, AkashParameters chain) =>
        scale * Dec18.Ratio(bytes, chain.Holds(Rule.MemoryIsPricedByTheMebibyte) ? Mebibyte : 1_000_000);
}
