using AgentVerse.Measures;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using Xunit;

namespace AgentVerse.Tests.Measures;

public class MeasuresCatalogueTests
{
    private static readonly Catalogue Registered = MeasuresCatalogue.Register(new Catalogue());

    [Fact]
    public void All_measures_are_registered() => Assert.Equal(
        ["atkinson", "effectiveNumber", "entropy", "gini", "hhi", "nakamoto", "theil", "topShare"],
        Registered.Measures.Keys);

    [Theory]
    [InlineData("gini", 0.4)]
    [InlineData("hhi", 5400)]
    [InlineData("effectiveNumber", 1 / 0.54)]
    [InlineData("nakamoto", 1)]
    [InlineData("topShare", 1)]
    [InlineData("theil", 0.29679374)]
    [InlineData("atkinson", 0.27695732)]
    [InlineData("entropy", 1.15677965)]
    public void Measures_compute_with_their_defaults(string name, double expected)
    {
        Measure measure = Registered.Measures[name];
        Assert.Equal(expected, measure.Compute([70, 10, 20], Settings(measure)), 1e-8);
    }

    [Theory]
    [InlineData("gini", "unbiased", true, 0.6)]
    [InlineData("nakamoto", "theta", 0.75, 2)]
    [InlineData("topShare", "k", 2L, 0.9)]
    [InlineData("atkinson", "epsilon", 0.0, 0)]
    public void Keys_change_the_result(string name, string key, object value, double expected)
    {
        Measure measure = Registered.Measures[name];
        Assert.Equal(expected, measure.Compute([70, 10, 20], Settings(measure, (key, value))), 1e-12);
    }

    [Fact]
    public void Every_measure_is_NaN_where_nobody_holds_anything() => Assert.All(
        Registered.Measures.Values,
        measure => Assert.Equal(double.NaN, measure.Compute([0, 0], Settings(measure))));

    [Fact]
    public void Every_key_has_a_default_and_every_measure_a_meaning() =>
        Assert.All(Registered.Measures.Values, measure =>
        {
            Assert.NotEmpty(measure.Doc);
            Assert.All(measure.Section.Fields, field => Assert.NotNull(field.Default));
        });

    private static SettingsMap Settings(Measure measure, params (string Key, object Value)[] changes)
    {
        var values = measure.Section.Fields.ToDictionary(field => field.Name, field => field.Default);
        foreach ((string key, object value) in changes)
        {
            values[key] = value;
        }

        return new SettingsMap("test.yaml", "measures[0]", 1, values, []);
    }
}
