using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Which slot a new subnet would get in the coming tick, and for how much.</summary>
internal static class ChainSlots
{
    /// <summary>
    /// Shard of the subnet that would be given up in the tick that begins at a block; -1 if all are immune, or if the
    /// rate limit on registrations covers the whole tick.
    /// </summary>
    internal static int ToEvict(
        ChainSpec spec, IReadOnlyList<SubnetBulletin> subnets, in LastSubnetLock last, long firstBlock)
    {
        long lastBlock = firstBlock + spec.BlocksPerTick - 1;
        if (last.Block != 0 && lastBlock - last.Block < spec.Parameters.NetworkRateLimit)
        {
            return -1;
        }

        SubnetCandidate[] candidates =
        [
            .. subnets.Select(s => new SubnetCandidate(s.Netuid, s.MovingPrice, s.RegisteredAt))
                .OrderBy(c => c.Netuid),
        ];
        int? netuid = SubnetLock.ToPrune(candidates, firstBlock, spec.Parameters);
        for (int place = 0; place < subnets.Count; place++)
        {
            if (subnets[place].Netuid == netuid)
            {
                return spec.FirstSubnetShard + place;
            }
        }

        return -1;
    }

    /// <summary>The newest registration that the subnets published, or the one known before.</summary>
    internal static LastSubnetLock Newest(LastSubnetLock last, IReadOnlyList<SubnetBulletin> subnets)
    {
        foreach (SubnetBulletin subnet in subnets)
        {
            if (subnet.Lock > 0 && subnet.RegisteredAt > last.Block)
            {
                last = new LastSubnetLock(subnet.Lock, subnet.RegisteredAt);
            }
        }

        return last;
    }
}
