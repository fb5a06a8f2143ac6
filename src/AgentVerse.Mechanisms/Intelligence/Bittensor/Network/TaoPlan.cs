using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// The TAO of a tick's blocks, planned before the tick: stretches of equal block emission, halvings between them.
/// </summary>
/// <param name="From">First block of each stretch, from the start of the tick.</param>
/// <param name="Emissions">Block emission of each, rao.</param>
/// <param name="Parts">TAO a block [stretch, subnet], rao with 32 fraction bits.</param>
internal sealed record TaoPlan(int[] From, long[] Emissions, ulong[] Parts)
{
    /// <summary>
    /// Plans the blocks of a tick. Each block mints E by the issuance before it; an eligible subnet's part is E times
    /// its share, floored, and issuance grows by the sum of the parts. While E stays the parts do, so they are stored a
    /// stretch.
    /// </summary>
    /// <param name="issuance">TAO issued before the first block, rao.</param>
    /// <param name="standings">Standing of each subnet; shares are frozen for the tick.</param>
    /// <param name="chain">Parameters.</param>
    /// <param name="blocks">Blocks of the tick.</param>
    internal static TaoPlan Of(
        long issuance, ReadOnlySpan<SubnetStanding> standings, ChainParameters chain, int blocks)
    {
        List<int> from = [];
        List<long> emissions = [];
        List<ulong> parts = [];
        SubnetStanding[] eligible = Eligible(standings);
        U96F32[] tao = new U96F32[eligible.Length];
        long running = issuance, ofBlock = 0;
        for (int block = 0; block < blocks; block++)
        {
            long emission = BlockEmission.ForIssuance(running, chain);
            if (block == 0 || emission != emissions[^1])
            {
                SubnetEmission.Allocate(eligible, emission, chain, tao);
                from.Add(block);
                emissions.Add(emission);
                int next = 0;
                foreach (ref readonly SubnetStanding standing in standings)
                {
                    parts.Add(standing.IsEligible ? (ulong)tao[next++].Raw : 0);
                }

                ofBlock = tao.Sum(t => t.ToInteger());
            }

            running += ofBlock;
        }

        return new TaoPlan([.. from], [.. emissions], [.. parts]);
    }

    /// <summary>Whether root's part of alpha is kept for root.</summary>
    internal static bool RootSells(ReadOnlySpan<SubnetStanding> standings, ChainParameters chain) =>
        SubnetEmission.RootSells(Eligible(standings), chain);

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

    private static SubnetStanding[] Eligible(ReadOnlySpan<SubnetStanding> standings)
    {
        List<SubnetStanding> eligible = [];
        foreach (ref readonly SubnetStanding standing in standings)
        {
            if (standing.IsEligible)
            {
                eligible.Add(standing);
            }
        }

        return [.. eligible];
    }
}
