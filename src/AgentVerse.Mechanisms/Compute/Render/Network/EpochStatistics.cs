namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>Counts who is paid, how unequally, and who was paid before and no longer is.</summary>
internal static class EpochStatistics
{
    private const int Top = 10;

    internal static void Count(in SchedulerRun run, long[] work, long[] ready)
    {
        ref EpochCounts counts = ref run.Counts.Epoch;
        Span<NodeRecord> records = run.State.Nodes.Records;
        List<long> paid = [];
        List<(long Pay, ulong Account, int Place)> before = [];
        for (int i = 0; i < work.Length; i++)
        {
            counts.ReadyWallets += ready[i] > 0 ? 1 : 0;
            if (work[i] > 0)
            {
                paid.Add(work[i]);
                counts.PaidPriority += records[i].Tier == 2 ? 1 : 0;
            }

            if (records[i].LastPay > 0)
            {
                before.Add((records[i].LastPay, records[i].Account, i));
            }
        }

        paid.Sort();
        long[] sorted = [.. paid];
        counts.PaidWallets = sorted.Length;
        counts.Gini = PayStatistics.Gini(sorted);
        counts.TopTen = PayStatistics.TopShare(sorted, Top);
        before.Sort();
        for (int p = 0; p < before.Count; p++)
        {
            int quarter = PayStatistics.Quarter(p, before.Count);
            counts.Before[quarter]++;
            counts.Exits[quarter] += work[before[p].Place] == 0 ? 1 : 0;
        }
    }
}
