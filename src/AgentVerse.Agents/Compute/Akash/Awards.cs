using AgentVerse.Model.Networks.Akash;

namespace AgentVerse.Agents.Compute.Akash;

/// <summary>Choosing among bids; equals by a drawn hash.</summary>
internal static class Awards
{
    private const double BadHistory = 0.8;

    /// <summary>Place of the bid that gets the lease.</summary>
    internal static int Choose(AwardRule rule, ReadOnlySpan<BidShown> bids)
    {
        int best = 0;
        for (int b = 1; b < bids.Length; b++)
        {
            best = IsBetter(rule, bids[b], bids[best]) ? b : best;
        }

        return best;
    }

    private static bool IsBetter(AwardRule rule, in BidShown a, in BidShown b)
    {
        int order = rule switch
        {
            AwardRule.Random => 0,
            AwardRule.Reputable => Reputation(b).CompareTo(Reputation(a)),
            _ => a.Price.CompareTo(b.Price),
        };
        order = order == 0 && rule != AwardRule.Random ? a.Price.CompareTo(b.Price) : order;
        return order != 0 ? order < 0 : a.Tie < b.Tie;
    }

    /// <summary>
    /// What a tenant expects of a provider, so that newcomers count as a little worse than those who have served:
    /// history shrunk towards a bad one by two leases.
    /// </summary>
    private static double Reputation(in BidShown bid)
    {
        const double Prior = 2;
        return ((bid.Delivered * bid.Leases) + (BadHistory * Prior)) / (bid.Leases + Prior);
    }
}
