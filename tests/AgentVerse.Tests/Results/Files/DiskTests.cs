using AgentVerse.Results;
using AgentVerse.Results.Checkpoints;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Tables;
using AgentVerse.Tests.Results.Experiments;
using Xunit;

namespace AgentVerse.Tests.Results.Files;

/// <summary>Disks that are full, folders that are read-only: what is said and what is left behind.</summary>
public class DiskTests
{
    [Fact]
    public void A_full_disk_stops_a_segment_and_leaves_nothing()
    {
        using var temporary = new TemporaryFolder();
        string path = temporary.Of("a.segment");
        File.CreateSymbolicLink(path + ".unfinished", "/dev/full");
        ResultsException refused = Assert.Throws<ResultsException>(() =>
        {
            using SegmentWriter writer = SegmentWriter.Create(path);
            writer.Add("cohort/0", new byte[1 << 20]);
            writer.Commit();
        });
        Assert.Contains("the disk or quota is full", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Free some space, then resume", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(temporary.Path));
    }

    [Fact]
    public void A_full_disk_keeps_the_manifest_before()
    {
        using var run = new SampleRun();
        ManifestFile.Write(run.Folder, ManifestFileTests.Sample);
        string before = File.ReadAllText(run.Folder.Manifest);
        File.CreateSymbolicLink(run.Folder.Manifest + ".unfinished", "/dev/full");
        ResultsException refused = Assert.Throws<ResultsException>(
            () => ManifestFile.Write(run.Folder, ManifestFileTests.Sample with { Name = "other" }));
        Assert.Contains("the disk or quota is full", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(run.Folder.Manifest));
        Assert.Equal([run.Folder.Manifest], Directory.GetFiles(run.Folder.Path));
    }

    [Fact]
    public void A_folder_where_nobody_may_write_is_named()
    {
        ResultsException refused = Assert.Throws<ResultsException>(
            () => ExperimentFolder.Create("/proc/agentverse-test"));
        Assert.StartsWith("making /proc/agentverse-test failed: ", refused.Message, StringComparison.Ordinal);
        Assert.Matches("[Cc]hoose another (folder|one)", refused.Message);
    }

    [Fact]
    public void Rows_that_cannot_be_staged_are_kept_for_another_try()
    {
        using var run = new SampleRun();
        RunWriter writer = run.Writer();
        writer.Write(SampleRun.Batch(SampleRun.OnlyKey, [1, 0, 1]));

        // The run's room is away for a while.
        string room = run.Folder.Absolute("_staging/run-1");
        string away = run.Folder.Absolute("_staging/away");
        Directory.Move(room, away);
        ResultsException refused = Assert.Throws<ResultsException>(() => writer.Stage(0, 1));
        Assert.Contains("nothing half-written was published", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(run.Folder.Absolute("ticks")));

        Directory.Move(away, room);
        Staging.Publish(run.Folder, writer.Stage(0, 1));
        Assert.Equal(1L, DuckDb.Cell($"select count(*) from '{run.Glob("ticks")}'"));
    }
}
