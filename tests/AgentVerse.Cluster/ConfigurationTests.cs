using AgentVerse.Grains;

namespace AgentVerse.Cluster;

/// <summary>Nothing that configures a silo can change a result.</summary>
public sealed class ConfigurationTests
{
    [Fact]
    public async Task Threads_limits_and_the_number_of_silos_change_no_digest()
    {
        SortedSet<string> digests = new(StringComparer.Ordinal);
        foreach ((short silos, int threads, int runsAtOnce) in new[] { ((short)1, 1, 1), ((short)2, 3, 7) })
        {
            await using Laboratory laboratory = await Laboratory.Open(silos, settings => settings with
            {
                Threads = threads,
                Queue = new QueueLimits(ExperimentsMax: 5, RunsAtOnce: runsAtOnce),
            });
            ExperimentStatus status = await Laboratory.End(await laboratory.Submit(
                "replicates", TestScenarios.Subnets, "design.replicates=3"));
            Assert.Equal(("", RunPhase.Done), (status.Error, status.Phase));
            digests.Add(string.Join(' ', status.Runs.Select(r => r.Status.Digest)));
        }

        Assert.Single(digests);
    }

    [Fact]
    public async Task A_full_queue_refuses_and_keeps_nothing_of_what_it_refused()
    {
        await using Laboratory laboratory = await Laboratory.Open(1, settings => settings with
        {
            Queue = new QueueLimits(ExperimentsMax: 1),
        });
        IExperimentGrain first = await laboratory.Submit("first", TestScenarios.Workers, "ticks=100000");
        IExperimentGrain second = laboratory.Grains.GetGrain<IExperimentGrain>("second");
        Submission submission = new() { FileName = "second", Text = TestScenarios.Workers, Overrides = [], Files = [] };
        Assert.Contains("the queue is full", Assert.Single((await second.Submit(submission)).Problems), StringComparison.Ordinal);
        await first.Stop();
        await Laboratory.End(first);
        await Laboratory.Until(async () => (await second.Submit(submission)).Problems.Count == 0);
        Assert.Equal(RunPhase.Done, (await Laboratory.End(second)).Phase);
    }

    [Fact]
    public async Task A_deleted_experiment_leaves_nothing_and_its_name_can_be_used_again()
    {
        await using Laboratory laboratory = await Laboratory.Open(2);
        RunStatus before = await laboratory.RunOne("again", TestScenarios.Workers);
        IExperimentGrain experiment = laboratory.Grains.GetGrain<IExperimentGrain>("again");
        await experiment.Delete();
        Assert.False(laboratory.Has("again"));
        Assert.DoesNotContain(
            await laboratory.Grains.GetGrain<IQueueGrain>(0).List(), q => q.Experiment == "again");
        RunStatus after = await laboratory.RunOne("again", TestScenarios.Workers, "seed=43");
        Assert.NotEqual(before.Digest, after.Digest);
        Assert.Empty(laboratory.ProblemsOf("again"));
    }
}
