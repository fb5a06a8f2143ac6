using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>
/// Who bids on an order. Scripts that bid before others do so in drawn order; then come providers drawn at random among
/// those with room whose price fits, until the chain refuses more. All are asked where there are few, so that nobody is
/// left out; no order looks at more than some hundreds.
/// </summary>
internal static class MarketBidding
{
    private const int Few = 64;
    private const int MostDraws = 400;

    /// <summary>Collects the bids on the open order of a deployment.</summary>
    internal static void Collect(MarketRun run, ref DeploymentRecord record)
    {
        ProviderBook providers = run.State.Providers;
        foreach (int provider in InDrawnOrder(providers, providers.Early, record.Seed))
        {
            Bid(run, ref record, provider);
        }

        if (record.Preferred != 0)
        {
            Bid(run, ref record, providers.Find(record.Preferred));
        }

        int lowest = ProviderBook.LevelOf(record.Units);
        int bucket = PriceTree.BucketOf(Math.Max(1, record.PriceMost - run.Spec.BundlePrice));
        Span<int> counts = stackalloc int[ProviderBook.Levels];
        int candidates = 0;
        for (int level = lowest; level < ProviderBook.Levels; level++)
        {
            counts[level] = providers.Tree(level).CountTo(bucket);
            candidates += counts[level];
        }

        if (candidates <= Few)
        {
            AskAll(run, ref record, counts);
        }
        else
        {
            AskSome(run, ref record, bucket);
        }
    }

    private static void AskAll(MarketRun run, ref DeploymentRecord record, ReadOnlySpan<int> counts)
    {
        Span<int> found = stackalloc int[Few];
        int foundCount = 0;
        for (int level = 0; level < counts.Length; level++)
        {
            for (int n = 0; n < counts[level]; n++)
            {
                found[foundCount++] = run.State.Providers.Tree(level).At(n);
            }
        }

        foreach (int provider in InDrawnOrder(run.State.Providers, found[..foundCount], record.Seed))
        {
            if (!IsFull(run, record))
            {
                Bid(run, ref record, provider);
            }
        }
    }

    /// <summary>Capacity that bids hold leaves the index, so it is counted anew for each draw.</summary>
    private static void AskSome(MarketRun run, ref DeploymentRecord record, int bucket)
    {
        ulong hash = record.Seed;
        int lowest = ProviderBook.LevelOf(record.Units);
        for (int draw = 0; draw < MostDraws && !IsFull(run, record); draw++)
        {
            int candidates = 0;
            for (int level = lowest; level < ProviderBook.Levels; level++)
            {
                candidates += run.State.Providers.Tree(level).CountTo(bucket);
            }

            if (candidates == 0)
            {
                return;
            }

            hash = StableHash.Mix(hash);
            int n = (int)Math.BigMul(hash, (ulong)candidates, out _);
            for (int level = lowest; level < ProviderBook.Levels; level++)
            {
                int count = run.State.Providers.Tree(level).CountTo(bucket);
                if (n < count)
                {
                    Bid(run, ref record, run.State.Providers.Tree(level).At(n));
                    break;
                }

                n -= count;
            }
        }
    }

    private static bool IsFull(MarketRun run, in DeploymentRecord record) =>
        record.BidsPlaced > run.Chain.OrderMaxBids;

    private static void Bid(MarketRun run, ref DeploymentRecord record, int provider)
    {
        if (provider < 0 || run.State.Providers[provider].Account == record.TenantAccount)
        {
            return;
        }

        ref ProviderRecord bidder = ref run.State.Providers[provider];
        IBidScript script = run.Script<IBidScript>(bidder.Receiver, bidder.Script)!;
        bool hasRoom = bidder.Free >= record.Units || (script.IgnoresCapacity && bidder.Claimed > 0);
        if (!hasRoom)
        {
            return;
        }

        long bundle = run.Spec.BundlePrice;
        OrderShown shown = new(record.Units, record.PriceMost - bundle, Math.Max(0, run.Quote - bundle));
        long ask = script.Answer(shown, bidder.Ask);
        if (ask <= 0)
        {
            return;
        }

        for (int t = 0; t < script.Tries; t++)
        {
            MarketBids.Place(run, ref record, provider, ask + bundle, script);
        }
    }

    /// <summary>Providers in the order of a hash of the order and their account.</summary>
    private static int[] InDrawnOrder(ProviderBook book, ReadOnlySpan<int> providers, ulong seed)
    {
        int[] order = providers.ToArray();
        if (order.Length > 1)
        {
            ulong[] keys = [.. order.Select(p => StableHash.Combine(seed, book[p].Account))];
            Array.Sort(keys, order);
        }

        return order;
    }
}
