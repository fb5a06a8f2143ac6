using AgentVerse.Results;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Tables;
using Xunit;

namespace AgentVerse.Tests.Results.Experiments;

public class ManifestFileTests
{
    public static Manifest Sample { get; } = new()
    {
        Name = "taper",
        Version = "0.1.0",
        Design = "grid of 2 points x 2 replicates",
        Scenario = "name: taper\nticks: 10 # \"ten\"\n",
        Provenance = new(StringComparer.Ordinal) { ["data/stakes.csv"] = "00ff" },
        Runs =
        [
            new ManifestRun
            {
                Id = "run-1", Point = 0, Treatment = "control", Replicate = 0, Seed = ulong.MaxValue,
                Overrides = new(StringComparer.Ordinal) { ["networks.akash.take"] = "0.02" },
                Status = RunStatus.Done, Ticks = 10, Digest = "abc",
                Tables = [new ManifestTable("ticks", 3, "0f")],
                Parts = [new PartFile("ticks", "ticks/a.parquet", 0, 9, 3, 1234, "aa")],
            },
            new ManifestRun
            {
                Id = "run-2", Point = 1, Treatment = "attack", Replicate = 1, Seed = 7, Status = RunStatus.Failed,
                Error = "tick 4, shard akash/1: ledger of AKT differs by 1",
            },
        ],
    };

    [Fact]
    public void Manifest_comes_back_as_it_was_written()
    {
        using var run = new SampleRun();
        ManifestFile.Write(run.Folder, Sample);
        string first = File.ReadAllText(run.Folder.Manifest);
        ManifestFile.Write(run.Folder, ManifestFile.Read(run.Folder));
        Assert.Equal(first, File.ReadAllText(run.Folder.Manifest));
        Assert.Equal(ulong.MaxValue, ManifestFile.Read(run.Folder).Runs[0].Seed);
        Assert.Equal(Sample.Scenario, ManifestFile.Read(run.Folder).Scenario);
    }

    [Fact]
    public void Keys_stand_in_one_order_and_words_are_readable()
    {
        using var run = new SampleRun();
        ManifestFile.Write(run.Folder, Sample);
        string text = File.ReadAllText(run.Folder.Manifest);
        string[] keys = ["format", "name", "version", "digestScheme", "design", "scenario", "provenance", "runs"];
        int[] places = [.. keys.Select(key => text.IndexOf($"\n  \"{key}\": ", StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("\"status\": \"failed\"", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void Writing_leaves_no_second_file()
    {
        using var run = new SampleRun();
        ManifestFile.Write(run.Folder, Sample);
        ManifestFile.Write(run.Folder, Sample);
        Assert.Equal([run.Folder.Manifest], Directory.GetFiles(run.Folder.Path));
    }

    [Fact]
    public void A_run_is_changed_where_it_stands_or_added()
    {
        Manifest stopped = Sample.With(Sample.Runs[0] with { Status = RunStatus.Stopped });
        Assert.Equal(["run-1", "run-2"], stopped.Runs.Select(r => r.Id));
        Assert.Equal(RunStatus.Stopped, stopped.Find("run-1")!.Status);
        Assert.Equal(3, Sample.With(Sample.Runs[0] with { Id = "run-3" }).Runs.Count);
        Assert.Null(Sample.Find("run-3"));
    }

    [Theory]
    [InlineData("", "is damaged")]
    [InlineData("null", "is damaged")]
    [InlineData("[]", "it has no 'format'")]
    [InlineData("{ \"format\": \"1\" }", "it has no 'format'")]
    [InlineData("{ \"format\": 0 }", "it has no 'format'")]
    [InlineData("{ \"format\": 1 }", "is damaged")]
    [InlineData("{ \"format\": 2, \"anything\": [] }", "by a newer AgentVerse (format 2; this one reads 1)")]
    public void A_damaged_or_newer_manifest_is_refused(string text, string says)
    {
        using var run = new SampleRun();
        File.WriteAllText(run.Folder.Manifest, text);
        ResultsException refused = Assert.Throws<ResultsException>(() => ManifestFile.Read(run.Folder));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Contains(run.Folder.Manifest, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"name\": \"taper\"", "\"name\": null")]
    [InlineData("\"name\": \"taper\"", "\"nam\": \"taper\"")]
    [InlineData("\"status\": \"failed\"", "\"status\": \"lost\"")]
    [InlineData("\"status\": \"failed\"", "\"status\": 2")]
    [InlineData("\"ticks\": 10", "\"ticks\": 10, \"extra\": 1")]
    [InlineData("\"ticks\": 10", "\"ticks\": ten")]
    public void A_changed_manifest_is_refused(string original, string changed)
    {
        using var run = new SampleRun();
        ManifestFile.Write(run.Folder, Sample);
        string text = File.ReadAllText(run.Folder.Manifest);
        Assert.Contains(original, text, StringComparison.Ordinal);
        File.WriteAllText(run.Folder.Manifest, text.Replace(original, changed, StringComparison.Ordinal));
        ResultsException refused = Assert.Throws<ResultsException>(() => ManifestFile.Read(run.Folder));
        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_half_manifest_is_refused_at_every_length()
    {
        using var run = new SampleRun();
        ManifestFile.Write(run.Folder, Sample);
        byte[] whole = File.ReadAllBytes(run.Folder.Manifest);
        for (int length = 0; length < whole.Length - 2; length += 13)
        {
            File.WriteAllBytes(run.Folder.Manifest, whole[..length]);
            Assert.Throws<ResultsException>(() => ManifestFile.Read(run.Folder));
        }
    }
}
