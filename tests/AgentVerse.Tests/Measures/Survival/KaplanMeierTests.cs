using System.Globalization;
using System.Text.Json;
using AgentVerse.Measures.Survival;
using Xunit;

namespace AgentVerse.Tests.Measures.Survival;

public class KaplanMeierTests
{
    [Fact]
    public void The_curve_is_the_published_one()
    {
        JsonElement vector = Vectors.Measure("survival.kaplan_meier_6mp");
        KaplanMeier curve = new(SpellsOf(vector));
        foreach (JsonProperty point in vector.GetProperty("expected").EnumerateObject())
        {
            Assert.Equal(
                point.Value.GetDouble(), curve.At(double.Parse(point.Name, CultureInfo.InvariantCulture)), 1e-12);
        }

        Assert.Equal(9.0 / 359, curve.Hazard, 1e-12);
        Assert.Equal(23, curve.Median);
        Assert.Equal(1, curve.At(5.9));
    }

    /// <summary>Freireich 1963: the log-rank statistic of 6-MP against placebo is 16.79.</summary>
    [Fact]
    public void The_log_rank_statistic_is_the_published_one()
    {
        Spell[] drug = SpellsOf(Vectors.Measure("survival.kaplan_meier_6mp"));
        double[] placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
        Spell[] other = [.. placebo.Select(t => new Spell(t, true))];
        Assert.Equal(16.79, KaplanMeier.LogRank(drug, other), 0.005);
        Assert.Equal(KaplanMeier.LogRank(drug, other), KaplanMeier.LogRank(other, drug), 1e-9);
    }

    [Fact]
    public void Without_spells_nothing_is_known()
    {
        KaplanMeier none = new([]);
        Assert.True(double.IsNaN(none.At(1)) && double.IsNaN(none.Hazard) && double.IsNaN(none.Median));
        Assert.True(double.IsNaN(KaplanMeier.LogRank([], [])));
    }

    [Fact]
    public void Spells_that_never_end_leave_the_curve_at_one()
    {
        KaplanMeier curve = new([new Spell(3, false), new Spell(5, false)]);
        Assert.Equal(1, curve.At(10));
        Assert.Equal(0, curve.Hazard);
        Assert.Equal(double.PositiveInfinity, curve.Median);
    }

    private static Spell[] SpellsOf(JsonElement vector)
    {
        JsonElement input = vector.GetProperty("input");
        double[] ended = Vectors.Numbers(input.GetProperty("event"));
        return [.. Vectors.Numbers(input.GetProperty("time")).Select((t, i) => new Spell(t, ended[i] != 0))];
    }
}
