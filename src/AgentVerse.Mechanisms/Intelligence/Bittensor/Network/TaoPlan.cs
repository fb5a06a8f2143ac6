using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>The TAO of a tick's blocks, planned before the tick: halvings inside it included.</summary>
internal static class TaoPlan
{
    /// <summary>
    /// Plans the blocks of a tick. Each block mints E by the issuance before it; a subnet's part is E times its share,
    /// floored, and issuance grows by the sum of the parts. While E stays the parts do, so they are stored a stretch.
    /// </summary>
    /// <param name="issuance">TAO issued before the first block, rao.</param>
    /// <param name="eligible">Standing of each subnet; shares are frozen for the tick.</param>
    /// <param name="spec">Parameters, numbers of the subnets, blocks.</param>
    /// <param name="firstBlock">Number of the first block.</param>
    /// <returns>The bulletin for the coming tick.</returns>
    internal static ChainBulletin Of(
        long issuance, ReadOnlySpan<SubnetStanding> eligible, ChainSpec spec, long firstBlock)
    {
        List<int> from = [];
        List<long> emissions = [];
        List<ulong> parts = [];
        U96F32[] tao = new U96F32[eligible.Length];
        long running = issuance, ofBlock = 0;
        for (int block = 0; block < spec.BlocksPerTick; block++)
        {
            long emission = BlockEmission.ForIssuance(running, spec.Parameters);
            if (block == 0 || emission != emissions[^1])
            {
                SubnetEmission.Allocate(eligible, emission, spec.Parameters, tao);
                from.Add(block);
                emissions.Add(emission);
                parts.AddRange(tao.Select(t => (ulong)t.Raw));
                ofBlock = tao.Sum(t => t.ToInteger());
            }

            running += ofBlock;
        }

        return new ChainBulletin([.. spec.Subnets.Select(s => s.Netuid)], [.. from], [.. emissions], [.. parts])
        {
            FirstBlock = firstBlock,
            Issuance = issuance,
            RootStake = spec.RootStake,
            RootSells = SubnetEmission.RootSells(eligible, spec.Parameters),
        };
    }

    /// <summary>TAO assigned to all subnets in the tick that a bulletin plans, rao.</summary>
    internal static long Assigned(ChainBulletin plan, int blocks)
    {
        long sum = 0;
        for (int s = 0; s < plan.SegmentFrom.Length; s++)
        {
            int to = s + 1 < plan.SegmentFrom.Length ? plan.SegmentFrom[s + 1] : blocks;
            long ofBlock = 0;
            for (int place = 0; place < plan.Netuids.Length; place++)
            {
                ofBlock += Tao(plan, s, place).ToInteger();
            }

            sum += ofBlock * (to - plan.SegmentFrom[s]);
        }

        return sum;
    }

    /// <summary>TAO of a block for a subnet, rao.</summary>
    internal static U96F32 Tao(ChainBulletin plan, int segment, int place) => new(plan.TaoOf(segment, place));
}
