using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>The delivered scenarios of Render can be read, planned and run, and hit what they say.</summary>
public sealed class ScenarioFilesTests
{
    /// <summary>Calibration, compute.md section 4: USD 1.92 M burned in the first 52 epochs.</summary>
    [Fact]
    public void The_first_year_burns_what_it_burned()
    {
        double[] burned =
        [
            .. Enumerable.Range(0, 3).Select(r => FinishedRun.Of(ScenarioFiles.World(ScenarioFiles.Read("render.yaml"), r))
                .Ticks("scheduler").Sum(t => t["burnedUsd"]) / 1e6),
        ];
        Assert.InRange(burned.Average(), 0.8 * 1_920_000, 1.2 * 1_920_000);
    }

    [Fact]
    public void The_episode_forces_pools_prices_and_admissions()
    {
        FinishedRun run = FinishedRun.Of(ScenarioFiles.World(ScenarioFiles.Read("render-episode.yaml")));
        IReadOnlyDictionary<string, long>[] ticks = run.Ticks("scheduler");
        Assert.Equal(51, ticks.Length);
        Assert.Equal(4_926_348_000_000, ticks[0]["pool"]);
        Assert.Equal(1_500_000_000_000, ticks[23]["pool"]);
        Assert.Equal(4.8409, BitConverter.Int64BitsToDouble(ticks[0]["price"]));
        Assert.Equal([190, 31, 13, 10], ticks.Take(4).Select(t => t["admitted"]));
        Assert.Equal(265, ticks.Sum(t => t["admitted"]));
    }

    [Fact]
    public void Every_key_says_its_unit_default_range_and_source()
    {
        Section network = ScenarioFiles.Catalogue.Networks["render"].Section;
        Assert.All(network.Fields, field =>
        {
            Assert.NotEmpty(field.Doc);
            bool isNumber = field.Type is FieldType.Integer or FieldType.Number or FieldType.Amount;
            Assert.True(!isNumber || (double.IsFinite(field.Min) && double.IsFinite(field.Max)), field.Name);
            Assert.True(!isNumber || field.Source.Length > 0, field.Name);
        });
    }

    [Theory]
    [InlineData("tick=8d", "tick")]
    [InlineData("tick=5h", "tick")]
    public void A_tick_that_is_no_part_of_a_week_is_refused(string change, string path)
    {
        string text = File.ReadAllText(Path.Combine(House.Repository.Root, "scenarios", "render.yaml"));
        ScenarioReading reading =
            ScenarioReader.Read("render.yaml", text, ScenarioFiles.Catalogue, [Override.Parse(change)]);
        Assert.NotNull(reading.Scenario);
        (_, IReadOnlyList<Problem> problems) = ScenarioWorld.Build(
            reading.Scenario, ScenarioFiles.Catalogue, new SortedDictionary<string, DataTable>(), 0);
        Assert.Equal(path, Assert.Single(problems).Path);
    }

    [Fact]
    public void A_table_without_a_known_column_or_with_a_negative_number_is_refused()
    {
        Assert.Equal("render.epochs", Assert.Single(With(["work"], [[1.0]])).Path);
        Problem problem = Assert.Single(With(["pool"], [[1.0, -2.0]]));
        Assert.Contains("row 2", problem.Value, StringComparison.Ordinal);
        Assert.Empty(With(["pool"], [[1.0, double.NaN]]));
    }

    private static IReadOnlyList<Problem> With(string[] names, double[][] values) => (new SmallRender
    {
        Own = [("epochs", "weeks.csv")],
        Tables = new SortedDictionary<string, DataTable>
        {
            ["weeks.csv"] = new DataTable("weeks.csv", names, values),
        },
    }).Plan().Problems;
}
