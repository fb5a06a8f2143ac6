using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>What a market publishes for agents: the quote, capacity, what each decile of offers got hired.</summary>
internal static class MarketPublishing
{
    /// <summary>Moves the averages by a tick: their half-life is a day.</summary>
    internal static void Smooth(MarketRun run)
    {
        double weight = 1 - DeterministicMath.Pow(2, -run.Tick.Tick.Days);
        MarketCounts counts = run.Counts;
        if (counts.Quoted.Units > 0)
        {
            double price = counts.Quoted.Price / counts.Quoted.Units;
            run.State.Quote = run.State.Quote > 0 ? run.State.Quote + (weight * (price - run.State.Quote)) : price;
        }

        if (counts.Leases + counts.Unfilled > 0)
        {
            double filled = (double)counts.Leases / (counts.Leases + counts.Unfilled);
            run.State.FillRate += weight * (filled - run.State.FillRate);
        }

        if (counts.PaidUnitBlocks > 0)
        {
            double delivered = counts.ReceivedUnitBlocks / counts.PaidUnitBlocks;
            run.State.Delivered += weight * (delivered - run.State.Delivered);
        }
    }

    /// <summary>The bulletin of a state. O(providers) once a tick.</summary>
    internal static AkashMarketBulletin Of(MarketState state)
    {
        long[] offered = new long[PriceTree.Buckets];
        long[] leased = new long[PriceTree.Buckets];
        long[] dearest = new long[PriceTree.Buckets];
        for (int p = 0; p < state.Providers.Count; p++)
        {
            ref ProviderRecord record = ref state.Providers[p];
            int bucket = PriceTree.BucketOf(record.Ask);
            offered[bucket] += record.Claimed;
            leased[bucket] += Math.Min(record.Leased, record.Claimed);
            dearest[bucket] = record.Claimed > 0 ? Math.Max(dearest[bucket], record.Ask) : dearest[bucket];
        }

        long[] asks = new long[AkashMarketBulletin.Deciles];
        double[] hired = new double[AkashMarketBulletin.Deciles];
        Deciles(offered, leased, dearest, (asks, hired));
        return new AkashMarketBulletin
        {
            Quote = state.Quote > 0 ? (long)state.Quote : asks[(AkashMarketBulletin.Deciles / 2) - 1],
            OfferedUnits = state.Offered,
            LeasedUnits = state.Leased,
            FillRate = state.FillRate,
            Delivered = state.Delivered,
            AskOfDecile = asks,
            HiredOfDecile = hired,
        };
    }

    /// <summary>
    /// A bucket lies in the decile in which its last unit does, and stands for those below that have none.
    /// </summary>
    private static void Deciles(long[] offered, long[] leased, long[] dearest, (long[] Asks, double[] Hired) deciles)
    {
        const int Deciles = AkashMarketBulletin.Deciles;
        long total = offered.Sum();
        long running = 0;
        long[] units = new long[Deciles];
        long[] used = new long[Deciles];
        for (int b = 0; b < offered.Length; b++)
        {
            if (offered[b] > 0)
            {
                running += offered[b];
                int decile = (int)Math.Min(Deciles - 1, ((running * Deciles) - 1) / total);
                units[decile] += offered[b];
                used[decile] += leased[b];
                deciles.Asks[decile] = dearest[b];
            }
        }

        for (int d = Deciles - 1; d >= 0 && total > 0; d--)
        {
            bool isEmpty = units[d] == 0;
            deciles.Hired[d] = isEmpty ? deciles.Hired[d + 1] : (double)used[d] / units[d];
            deciles.Asks[d] = isEmpty ? deciles.Asks[d + 1] : deciles.Asks[d];
        }
    }
}
