using Xunit.Abstractions;

namespace AgentVerse.Faults;

/// <summary>A queue of experiments shares the cluster; `--queue 100x100` of the program is the long one.</summary>
public sealed class QueueTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Experiments_that_are_handed_in_at_once_share_the_cluster_and_lose_no_run()
    {
        await using FaultCluster cluster = await FaultCluster.Start();
        Assert.Equal("", await new QueueTrial(cluster, experiments: 8, runs: 6, output.WriteLine).Run());
    }
}
