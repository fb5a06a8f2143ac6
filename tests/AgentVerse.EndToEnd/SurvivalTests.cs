namespace AgentVerse.EndToEnd;

/// <summary>Whatever ends a run early, what comes out after going on is what an undisturbed run gives.</summary>
public sealed class SurvivalTests
{
    private const int Stopped = 3;

    [Theory]
    [InlineData(Agentverse.SigTerm)]
    [InlineData(Agentverse.SigKill)]
    public async Task A_run_that_was_ended_early_resumes_to_the_same_digest(int signal)
    {
        using Desk desk = new();
        string expected = await Undisturbed(desk);
        using (Agentverse run = Agentverse.Start(desk.Folder, "run", "workers.yaml", "--out", "w"))
        {
            await run.Until(_ => desk.HasCheckpoint("w"));
            run.Signal(signal);
            int ended = await run.End();
            Assert.True(ended != 0, run.Text);
            if (signal == Agentverse.SigTerm)
            {
                Assert.True(ended == Stopped, run.Text);
                Assert.Contains("agentverse resume w", run.Text, StringComparison.Ordinal);
            }
        }

        (int code, string text) = await Agentverse.Run(desk.Folder, "resume", "w");
        Assert.True(code == 0, text);
        Assert.Equal(expected, Desk.Digest(text));
    }

    [Fact]
    public async Task A_cluster_survives_a_killed_silo_with_the_same_digest()
    {
        using Desk desk = new();
        string expected = await Undisturbed(desk);
        string primary = Desk.FreePort(), gateway = Desk.FreePort();
        using Agentverse first = Agentverse.Start(
            desk.Folder, "silo", "--data", "data", "--silo-port", primary, "--gateway-port", gateway);
        await first.Until(t => t.Contains("ready", StringComparison.Ordinal));
        using Agentverse second = Agentverse.Start(
            desk.Folder, "silo", "--data", "data", "--silo-port", Desk.FreePort(), "--gateway-port", Desk.FreePort(),
            "--primary-port", primary);
        await second.Until(t => t.Contains("ready", StringComparison.Ordinal));
        using Agentverse run = Agentverse.Start(
            desk.Folder, "run", "workers.yaml", "--out", "w", "--cluster", $"127.0.0.1:{gateway}");
        await run.Until(_ => desk.HasCheckpoint("data/w"));
        second.Signal(Agentverse.SigKill);
        int code = await run.End();
        Assert.True(code == 0, run.Text);
        Assert.Equal(expected, Desk.Digest(run.Text));
    }

    private static async Task<string> Undisturbed(Desk desk)
    {
        (int code, string text) = await Agentverse.Run(desk.Folder, "run", "workers.yaml", "--out", "undisturbed");
        Assert.True(code == 0, text);
        return Desk.Digest(text);
    }
}
