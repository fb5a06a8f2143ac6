using AgentVerse.Grains;
using AgentVerse.Results.Experiments;

using RunStatus = AgentVerse.Grains.RunStatus;

namespace AgentVerse.Cluster;

/// <summary>Whatever stops in mid-run, the run ends with the digest of an undisturbed one.</summary>
public sealed class FaultTests
{
    private static readonly string[] Spread =
        ["execution.placement=spread", "execution.cohortSize=64", "execution.checkpointEvery=3"];

    public static IEnumerable<object[]> Scenarios => TestScenarios.All;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task A_run_that_is_stopped_anywhere_resumes_to_the_same_digest(string scenario)
    {
        await using Laboratory laboratory = await Laboratory.Open(2);
        RunStatus undisturbed = await laboratory.RunOne("undisturbed", scenario, Spread);
        foreach ((int pause, string placement) in new[] { (20, "spread"), (90, "spread"), (250, "spread"), (90, "whole") })
        {
            IExperimentGrain experiment = await laboratory.Submit(
                $"stopped-{pause}-{placement}", scenario, [.. Spread, $"execution.placement={placement}"]);
            await Task.Delay(pause);
            await experiment.Stop();
            await experiment.Resume();
            ExperimentStatus status = await Laboratory.End(experiment);
            Assert.Equal(("", undisturbed.Digest), (status.Error, status.Runs[0].Status.Digest));
            Assert.Equal(undisturbed.StateDigest, status.Runs[0].Status.StateDigest);
        }
    }

    [Fact]
    public async Task A_silo_that_dies_in_mid_run_changes_nothing()
    {
        await using Laboratory laboratory = await Laboratory.Open(3);
        string[] longer = [.. Spread, "ticks=2000", "record.agents.every=50"];
        RunStatus undisturbed = await laboratory.RunOne("undisturbed", TestScenarios.Workers, longer);
        IExperimentGrain experiment = await laboratory.Submit("killed", TestScenarios.Workers, longer);
        await Laboratory.Past(experiment, 100);
        await laboratory.Cluster.KillSiloAsync(laboratory.Cluster.Silos[2]);
        ExperimentStatus status = await Laboratory.End(experiment);
        Assert.Equal(("", undisturbed.Digest), (status.Error, status.Runs[0].Status.Digest));
        Assert.True(status.Runs[0].Status.Incarnation > 1, "the run was restarted");
        Assert.Empty(laboratory.ProblemsOf("killed"));
    }

    [Theory]
    [InlineData("whole")]
    [InlineData("spread")]
    public async Task A_run_goes_on_from_a_commit_in_its_middle_and_leaves_no_checkpoint_when_it_is_done(string placement)
    {
        await using Laboratory laboratory = await Laboratory.Open(2);
        string[] overrides = [.. Spread, $"execution.placement={placement}", "ticks=400"];
        RunStatus undisturbed = await laboratory.RunOne("undisturbed", TestScenarios.Subnets, overrides);
        IExperimentGrain experiment = await laboratory.Submit("stopped", TestScenarios.Subnets, overrides);
        await Laboratory.Past(experiment, 20);
        await experiment.Stop();
        ExperimentStatus status = await experiment.Status();
        Assert.Equal(RunPhase.Stopped, status.Phase);
        Assert.InRange(status.Runs[0].Status.TicksCommitted, 20, 399);
        Assert.NotEmpty(laboratory.CheckpointsOf("stopped"));
        await experiment.Resume();
        status = await Laboratory.End(experiment);
        Assert.Equal(("", undisturbed.Digest), (status.Error, status.Runs[0].Status.Digest));
        Assert.Empty(laboratory.CheckpointsOf("stopped"));
        Assert.Empty(laboratory.ProblemsOf("stopped"));
    }

    /// <summary>Without asking, the run would wait for the calls' own timeouts: 30 minutes and 10.</summary>
    [Theory]
    [InlineData(nameof(IRelayGrain.Open), false)]
    [InlineData(nameof(IRelayGrain.Commit), true)]
    public async Task A_message_that_is_lost_between_silos_is_soon_missed(string method, bool answer)
    {
        LostMessage lost = new(method, answer);
        await using Laboratory laboratory = await Laboratory.Open(2, filter: lost);
        RunStatus undisturbed = await laboratory.RunOne("undisturbed", TestScenarios.Workers, Spread);
        lost.Arm();
        IExperimentGrain experiment = await laboratory.Submit("lost", TestScenarios.Workers, Spread);
        ExperimentStatus status = await Laboratory.End(experiment);
        lost.End();
        Assert.True(lost.IsLost);
        Assert.Equal(("", undisturbed.Digest), (status.Error, status.Runs[0].Status.Digest));
        Assert.Equal(2, status.Runs[0].Status.Incarnation);
        Assert.Empty(laboratory.ProblemsOf("lost"));
    }

    [Fact]
    public async Task A_run_whose_end_could_not_be_noted_is_noted_when_its_experiment_is_resumed()
    {
        await using Laboratory laboratory = await Laboratory.Open(1);
        string[] longer = [.. Spread, "ticks=300"];
        RunStatus undisturbed = await laboratory.RunOne("undisturbed", TestScenarios.Workers, longer);
        IExperimentGrain experiment = await laboratory.Submit("unnoted", TestScenarios.Workers, longer);
        await Laboratory.Past(experiment, 1);
        string manifest = Path.Combine(laboratory.FolderOf("unnoted").Path, "manifest.json");
        string text = await File.ReadAllTextAsync(manifest);

        // No file can take this name.
        File.Delete(manifest);
        Directory.CreateDirectory(manifest);
        ExperimentStatus status = await Laboratory.End(experiment);
        Assert.Equal(RunPhase.Failed, status.Phase);
        Assert.Contains("manifest.json", status.Error, StringComparison.Ordinal);

        Directory.Delete(manifest);
        await File.WriteAllTextAsync(manifest, text);
        await experiment.Resume();
        status = await Laboratory.End(experiment);
        Assert.Equal(("", undisturbed.Digest), (status.Error, status.Runs[0].Status.Digest));
        Assert.Equal(undisturbed.Digest, Assert.Single(ManifestFile.Read(laboratory.FolderOf("unnoted")).Runs).Digest);
        Assert.Empty(laboratory.ProblemsOf("unnoted"));
    }

    [Fact]
    public async Task An_intervention_is_logged_and_replayed()
    {
        await using Laboratory laboratory = await Laboratory.Open(1);
        string[] longer = [.. Spread, "ticks=300"];
        RunStatus undisturbed = await laboratory.RunOne("undisturbed", TestScenarios.Subnets, longer);
        IExperimentGrain experiment = await laboratory.Submit("changed", TestScenarios.Subnets, longer);
        ExperimentStatus status = await Laboratory.Past(experiment, 10);
        IRunGrain run = laboratory.Grains.GetGrain<IRunGrain>(status.Runs[0].Spec.Key);
        int tick = await run.Intervene("miners", 3, "idle");
        await experiment.Stop();
        await experiment.Resume();
        status = await Laboratory.End(experiment);
        Assert.NotEqual(undisturbed.Digest, status.Runs[0].Status.Digest);
        Assert.Equal([tick], (await run.Result()).Interventions.Select(i => i.Tick));
    }
}
