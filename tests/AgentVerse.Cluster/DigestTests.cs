using AgentVerse.Grains;

namespace AgentVerse.Cluster;

public sealed class DigestTests
{
    private const string Workers = """
        scenario: 1
        name: workers
        start: 2025-01-01
        tick: 1h
        ticks: 20
        seed: 7
        networks:
          wse1: {workers: workers}
        populations:
          - {name: workers, kind: worker, count: 10000, policies: [columns, single]}
        record:
          agents: {every: 5, share: 0.1}
        """;

    [Fact]
    public async Task One_digest_for_every_layout()
    {
        SortedSet<string> digests = new(StringComparer.Ordinal);
        foreach (short silos in new short[] { 1, 2, 3 })
        {
            await using Laboratory laboratory = await Laboratory.Open(silos);
            foreach (string cohort in new[] { "auto", "7", "4096" })
            {
                foreach (string placement in new[] { "whole", "spread" })
                {
                    ExperimentStatus status = await laboratory.Run(
                        $"w-{cohort}-{placement}", Workers, $"execution.cohortSize={cohort}", $"execution.placement={placement}");
                    Assert.Equal(("", RunPhase.Done), (status.Error, status.Phase));
                    digests.Add(status.Runs[0].Status.Digest);
                }
            }
        }

        Assert.Single(digests);
    }
}
