using AgentVerse.Results;
using Xunit;

namespace AgentVerse.Tests.Results;

public class ExperimentFolderTests
{
    [Fact]
    public void A_new_folder_has_its_rooms()
    {
        using var temporary = new TemporaryFolder();
        ExperimentFolder folder = ExperimentFolder.Create(temporary.Of("a/b"));
        Assert.Equal(
            ["_staging", "agents", "checkpoints", "events", "inputs", "measures", "runs", "ticks"],
            Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_with_anything_in_it_is_refused()
    {
        using var temporary = new TemporaryFolder();
        temporary.Write("thesis.txt", "chapter 1");
        ResultsException refused = Assert.Throws<ResultsException>(() => ExperimentFolder.Create(temporary.Path));
        Assert.Contains(
            "is not empty. Nothing was changed. Choose another folder", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], Directory.GetFileSystemEntries(temporary.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_without_a_manifest_is_no_experiment()
    {
        using var temporary = new TemporaryFolder();
        ResultsException refused = Assert.Throws<ResultsException>(() => ExperimentFolder.Open(temporary.Path));
        Assert.Contains("holds no experiment", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_may_be_relative_and_end_with_a_separator()
    {
        var folder = new ExperimentFolder("some/../folder/");
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "folder"), folder.Path);
        Assert.Equal(Path.Combine(folder.Path, "ticks"), folder.Absolute("ticks"));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("ticks/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public void No_path_leads_out_of_the_folder(string path)
    {
        using var run = new SampleRun();
        Assert.Throws<ResultsException>(() => run.Folder.Absolute(path));
    }

    [Fact]
    public void A_coordinator_that_was_paused_in_mid_write_changes_nothing_when_it_wakes_up()
    {
        using var run = new SampleRun();
        ExperimentFolder first = run.Folder.TakeOver(1);
        first.Write("manifest.json", file => file.Write("first"u8));
        ExperimentFolder second = run.Folder;
        Assert.Throws<ResultsException>(() => first.Write("manifest.json", file =>
        {
            file.Write("late"u8);
            second = run.Folder.TakeOver(2);
            second.Write("manifest.json", inner => inner.Write("second"u8));
        }));
        Assert.Throws<ResultsException>(() => first.Write("manifest.json", file => file.Write("later"u8)));
        Assert.Equal("second", File.ReadAllText(run.Folder.Manifest));
        second.TakeOver(2).Write("manifest.json", file => file.Write("third"u8));
        Assert.Equal("third", File.ReadAllText(run.Folder.Manifest));
    }
}
