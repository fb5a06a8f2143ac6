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

    [Fact]
    public async Task An_experiment_of_a_cluster_outlives_its_client_is_listed_cancelled_resumed_and_deleted()
    {
        using Desk desk = new();
        string expected = await Undisturbed(desk);
        string gateway = Desk.FreePort();
        desk.Write("silo.json", $$"""
            {
              // One silo, as silo-config/single.json has it.
              "siloConfig": 1, "dataFolder": "data",
              "listen": {"siloPort": {{Desk.FreePort()}}, "gatewayPort": {{gateway}}}
            }
            """);
        using Agentverse silo = Agentverse.Start(desk.Folder, "silo", "--config", "silo.json");
        await silo.Until(t => t.Contains("ready", StringComparison.Ordinal));
        string[] cluster = ["--cluster", $"127.0.0.1:{gateway}"];
        (int code, string text) = await Agentverse.Run(
            desk.Folder, ["run", "workers.yaml", "--out", "w", "--detach", "--priority", "3", .. cluster]);
        Assert.True(code == 0 && text.Contains("handed in", StringComparison.Ordinal), text);
        await Said(desk, 0, ["cancel", "w", .. cluster], "");
        await Said(desk, 0, ["priority", "w", "7", .. cluster], "");
        await Said(desk, 0, ["queue", .. cluster], "7");
        (code, text) = await Agentverse.Run(desk.Folder, ["resume", "w", .. cluster]);
        Assert.True(code == 0, text);
        Assert.Equal(expected, Desk.Digest(text));
        await Said(desk, 2, ["delete", "w", .. cluster], "say --yes");
        await Said(desk, 0, ["delete", "w", "--yes", .. cluster], "");
        Assert.False(Directory.Exists(desk.At("data", "w")));
        await Said(desk, 2, ["cancel", "w", .. cluster], "no experiment w");
        silo.Signal(Agentverse.SigTerm);
        Assert.Equal(0, await silo.End());
    }

    private static async Task Said(Desk desk, int expected, string[] arguments, string word)
    {
        (int code, string text) = await Agentverse.Run(desk.Folder, arguments);
        Assert.True(code == expected && text.Contains(word, StringComparison.Ordinal), $"{code}: {text}");
    }

    private static async Task<string> Undisturbed(Desk desk)
    {
        (int code, string text) = await Agentverse.Run(desk.Folder, "run", "workers.yaml", "--out", "undisturbed");
        Assert.True(code == 0, text);
        return Desk.Digest(text);
    }
}
