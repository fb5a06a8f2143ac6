using AgentVerse.Cli.Runs;
using AgentVerse.Cli.Shell;

using Xunit;

namespace AgentVerse.Tests.Cli.Runs;

public sealed class ExperimentPlaceTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/tmp/.hidden")]
    public void A_folder_that_cannot_name_an_experiment_is_refused(string folder) =>
        Assert.Throws<UserException>(() => ExperimentPlace.Of(folder));

    [Fact]
    public void A_folder_with_anything_in_it_is_refused_with_the_way_on()
    {
        string folder = Directory.CreateTempSubdirectory("agentverse-").FullName;
        ExperimentPlace place = ExperimentPlace.Of(folder);
        place.RequireEmpty();
        File.WriteAllText(Path.Combine(folder, "a"), "");
        UserException refused = Assert.Throws<UserException>(place.RequireEmpty);
        Assert.Contains("agentverse resume", refused.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Two_processes_cannot_work_on_one_experiment()
    {
        string folder = Directory.CreateTempSubdirectory("agentverse-").FullName;
        ExperimentPlace place = ExperimentPlace.Of(folder);
        using (place.Lock())
        {
            Assert.Throws<UserException>(place.Lock);
        }

        place.Lock().Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
