namespace AgentVerse.EndToEnd;

public sealed class CommandTests
{
    [Fact]
    public async Task A_broken_scenario_is_refused_with_all_its_problems_and_nothing_is_written()
    {
        using Desk desk = new();
        desk.Write("broken.yaml", "scenario: 1\nname: broken\nticks: -5\nnetworks:\n  wse9: {}\n");
        foreach (string command in new[] { "validate", "run" })
        {
            (int code, string text) = await Agentverse.Run(desk.Folder, command, "broken.yaml");
            Assert.Equal(2, code);
            Assert.Contains("broken.yaml:3: ticks", text, StringComparison.Ordinal);
            Assert.Contains("wse9", text, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        }

        Assert.Equal(2, Directory.EnumerateFileSystemEntries(desk.Folder).Count());
    }

    [Fact]
    public async Task A_run_is_shown_verified_looked_into_and_found_out_when_tampered_with()
    {
        using Desk desk = new();
        (int code, string text) = await Agentverse.Run(
            desk.Folder, "run", "workers.yaml", "--out", "w", "--set", "ticks=4", "--set", "populations.workers.count=500");
        Assert.True(code == 0, text);
        string digest = Desk.Digest(text);
        string[] files = [.. Directory.EnumerateFiles(desk.At("w"), "*.parquet", SearchOption.AllDirectories)];
        Assert.Contains(files, f => f.Contains("agents", StringComparison.Ordinal));

        (code, text) = await Agentverse.Run(desk.Folder, "run", "workers.yaml", "--out", "w");
        Assert.Equal(2, code);
        Assert.Contains("agentverse resume w", text, StringComparison.Ordinal);

        (code, text) = await Agentverse.Run(desk.Folder, "show", "w");
        Assert.Equal((0, digest), (code, Desk.Digest(text)));

        (code, text) = await Agentverse.Run(desk.Folder, "verify", "w");
        Assert.True(code == 0, text);
        Assert.Equal(digest, Desk.Digest(text));

        (code, text) = await Agentverse.Run(
            desk.Folder, "inspect", "w", "--run", "1", "--agent", "workers[17]", "--tick", "2");
        Assert.True(code == 0 && text.Contains("\"agent\": 17", StringComparison.Ordinal), text);

        File.AppendAllText(files[0], "x");
        (code, text) = await Agentverse.Run(desk.Folder, "verify", "w", "--files");
        Assert.True(code == 1 && text.Contains("not verified", StringComparison.Ordinal), text);
    }

    [Fact]
    public async Task An_audit_passes_conformance()
    {
        using Desk desk = new();
        (int code, string text) = await Agentverse.Run(
            desk.Folder, "run", "workers.yaml", "--out", "w", "--set", "ticks=3", "--set", "populations.workers.count=50");
        Assert.True(code == 0, text);
        Directory.CreateDirectory(desk.At("cases"));
        (code, text) = await Agentverse.Run(
            desk.Folder, "audit", "w", "--run", "1", "--tick", "1", "--shard", "wse1/market", "--out", "cases/audit.json");
        Assert.True(code == 0, text);
        Assert.Contains("\"op\": \"settle\"", File.ReadAllText(desk.At("cases", "audit.json")), StringComparison.Ordinal);
        (code, text) = await Agentverse.Run(desk.Folder, "conformance", "cases");
        Assert.True(code == 0 && text.Contains("0 failed", StringComparison.Ordinal), text);
    }

    [Fact]
    public async Task An_audited_epoch_is_a_case_of_the_operation_that_the_published_numbers_check()
    {
        using Desk desk = new();
        desk.Write("subnet.yaml", """
            scenario: 1
            name: subnet
            start: 2026-10-01
            tick: 1h
            ticks: 3
            seed: 5
            networks:
              bittensor:
                hyperparameters: {uidsMax: 24, tempo: 100}
                subnets: [{miners: miners, validators: validators}]
            populations:
              - {name: miners, kind: miner, count: 60}
              - {name: validators, kind: validator, count: 30}
            """);
        (int code, string text) = await Agentverse.Run(desk.Folder, "run", "subnet.yaml", "--out", "s");
        Assert.True(code == 0, text);
        Directory.CreateDirectory(desk.At("cases"));
        (code, text) = await Agentverse.Run(
            desk.Folder, "audit", "s", "--run", "1", "--tick", "2", "--shard", "bittensor/subnet/1", "--out",
            "cases/audit.json");
        Assert.True(code == 0, text);
        (code, text) = await Agentverse.Run(desk.Folder, "conformance", "cases");
        Assert.True(code == 0 && text.Contains("3 passed, 0 failed", StringComparison.Ordinal), text);

        string cases = File.ReadAllText(desk.At("cases", "audit.json"));
        File.WriteAllText(desk.At("cases", "audit.json"), cases.Replace("\"kappa\": 32767", "\"kappa\": 60000"));
        (code, text) = await Agentverse.Run(desk.Folder, "conformance", "cases");
        Assert.True(code == 1 && !text.Contains("0 failed", StringComparison.Ordinal), text);
    }
}
