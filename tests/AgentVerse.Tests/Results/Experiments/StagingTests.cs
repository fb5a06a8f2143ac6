using AgentVerse.Results;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Tables;
using Xunit;

namespace AgentVerse.Tests.Results.Experiments;

public class StagingTests
{
    [Fact]
    public void Nobody_reads_what_is_only_staged()
    {
        using var run = new SampleRun();
        StagedFile staged = Stage(run.Writer(), 1);
        Assert.Empty(Directory.GetFiles(run.Folder.Absolute("ticks")));
        Assert.True(File.Exists(run.Folder.Absolute(staged.Staged)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_crash_between_commit_and_publishing_is_mended_by_publishing_again(int publishedBeforeTheCrash)
    {
        using var run = new SampleRun();
        RunWriter first = run.Writer(incarnation: 1);
        StagedFile[] committed = [Stage(first, 1), Stage(first, 2)];
        Staging.Publish(run.Folder, committed[..publishedBeforeTheCrash]);

        // Work after the commit dies with its incarnation; the next one begins from the committed list.
        StagedFile lost = Stage(first, 3);
        Staging.Publish(run.Folder, committed);
        Staging.Publish(run.Folder, committed);
        Staging.Clean(run.Folder, "run-1", incarnation: 1);
        Assert.False(File.Exists(run.Folder.Absolute(lost.Staged)));
        RunWriter second = run.Writer(incarnation: 2);
        Staging.Publish(run.Folder, [Stage(second, 3)]);

        List<object?[]> ticks = DuckDb.Query($"select tick from read_parquet('{run.Glob("ticks")}') order by tick");
        Assert.Equal([1L, 2L, 3L], ticks.Select(row => row[0]));
        Staging.Clean(run.Folder, "run-1", incarnation: 2);
        Assert.Empty(Directory.GetFileSystemEntries(run.Folder.Absolute("_staging")));
    }

    [Fact]
    public void Cleaning_a_run_leaves_other_runs_alone()
    {
        using var run = new SampleRun();
        StagedFile mine = Stage(run.Writer("mine"), 1);
        StagedFile other = Stage(run.Writer("other"), 1);
        Staging.Clean(run.Folder, "mine", incarnation: 1);
        Assert.False(File.Exists(run.Folder.Absolute(mine.Staged)));
        Assert.True(File.Exists(run.Folder.Absolute(other.Staged)));
    }

    [Fact]
    public void An_incarnation_that_was_given_up_can_stage_nothing_when_it_wakes_up()
    {
        using var run = new SampleRun();
        RunWriter paused = run.Writer(incarnation: 1);
        Staging.Clean(run.Folder, "run-1", incarnation: 1);
        RunWriter next = run.Writer(incarnation: 2);
        Assert.Throws<ResultsException>(() => Stage(paused, 1));
        Staging.Clean(run.Folder, "run-1", incarnation: 1);
        Assert.True(File.Exists(run.Folder.Absolute(Stage(next, 1).Staged)));
    }

    [Fact]
    public void Tidying_removes_empty_folders_and_no_file()
    {
        using var run = new SampleRun();
        StagedFile kept = Stage(run.Writer("stopped"), 1);
        Staging.Publish(run.Folder, [Stage(run.Writer("done"), 1)]);
        Staging.Tidy(run.Folder);
        Assert.True(File.Exists(run.Folder.Absolute(kept.Staged)));
        Assert.False(Directory.Exists(run.Folder.Absolute("_staging/done")));
        Assert.False(Directory.Exists(run.Folder.Checkpoints));
    }

    [Fact]
    public void Another_file_in_the_place_is_never_overwritten()
    {
        using var run = new SampleRun();
        StagedFile staged = Stage(run.Writer(), 1);
        string place = run.Folder.Absolute(staged.Part.Path);
        File.WriteAllText(place, "somebody else's");
        ResultsException refused = Assert.Throws<ResultsException>(() => Staging.Publish(run.Folder, [staged]));
        Assert.Contains("is there already with other content", refused.Message, StringComparison.Ordinal);
        Assert.Equal("somebody else's", File.ReadAllText(place));
        Assert.True(File.Exists(run.Folder.Absolute(staged.Staged)));
    }

    [Fact]
    public void A_committed_file_that_is_lost_is_reported()
    {
        using var run = new SampleRun();
        StagedFile staged = Stage(run.Writer(), 1);
        File.Delete(run.Folder.Absolute(staged.Staged));
        ResultsException refused = Assert.Throws<ResultsException>(() => Staging.Publish(run.Folder, [staged]));
        Assert.Contains("is lost", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_leads_out_of_the_folder_is_refused()
    {
        using var run = new SampleRun();
        StagedFile staged = Stage(run.Writer(), 1);
        StagedFile outside = staged with { Part = staged.Part with { Path = "../outside.parquet" } };
        ResultsException refused = Assert.Throws<ResultsException>(() => Staging.Publish(run.Folder, [outside]));
        Assert.Contains("leads out of", refused.Message, StringComparison.Ordinal);
    }

    private static StagedFile Stage(RunWriter writer, long tick)
    {
        writer.Write(SampleRun.Batch(SampleRun.OnlyKey, [tick, 0, 1]));
        return Assert.Single(writer.Stage(tick, tick));
    }
}
