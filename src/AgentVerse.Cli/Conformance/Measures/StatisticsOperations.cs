using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Measures.Statistics;
using IntervalOf = AgentVerse.Measures.Statistics.Interval;
using MomentsOf = AgentVerse.Measures.Statistics.Moments;

namespace AgentVerse.Cli.Conformance.Measures;

/// <summary>Intervals, moments and numbers of replicates.</summary>
internal static class StatisticsOperations
{
    private const double Level = 0.95;

    internal static JsonNode Interval(Case one)
    {
        JsonElement input = one.Input;
        double level = input.Find("level")?.GetDouble() ?? Level;
        if (input.Find("x") is { } x)
        {
            IntervalOf mean = IntervalOf.OfMean(x.AsDoubles(), level);
            return new JsonObject { ["mean"] = mean.Estimate, ["half_width"] = mean.High - mean.Estimate };
        }

        IntervalOf share = IntervalOf.OfShare(input.Get("k").AsLong(), input.Get("n").AsLong(), level);
        return new JsonObject { ["lo"] = share.Low, ["hi"] = share.High };
    }

    internal static JsonNode Moments(Case one)
    {
        JsonElement input = one.Input;
        if (input.Find("a") is { } a)
        {
            MomentsOf merged = MomentsOf.Of(a.AsDoubles())
                .Merge(MomentsOf.Of(input.Get("b").AsDoubles()));
            return new JsonObject { ["n"] = merged.Count, ["mean"] = merged.Mean, ["M2"] = merged.SquaredDeviations };
        }

        double[] x = input.Find("x")?.AsDoubles() ?? Constructed(input.Get("construct").GetString() ?? string.Empty);
        MomentsOf moments = MomentsOf.Of(x);
        return new JsonObject
        {
            ["mean"] = moments.Mean,
            ["sd"] = moments.StandardDeviation,
            ["lag1"] = MomentsOf.Autocorrelation(x),
        };
    }

    internal static JsonNode Replicates(Case one)
    {
        long pilot = one.Input.Get("n0").AsLong();
        double deviation = one.Input.Get("s").GetDouble();
        return IntervalOf.ReplicatesFor(
            one.Input.Get("h").GetDouble(),
            new MomentsOf(pilot, 0, deviation * deviation * (pilot - 1)),
            one.Input.Find("level")?.GetDouble() ?? Level);
    }

    /// <summary>Variance of a difference on common random numbers.</summary>
    internal static JsonNode CommonNumbers(Case one)
    {
        double deviation = one.Input.Get("s").GetDouble();
        return PairedDifference.VarianceOf(deviation * deviation, one.Input.Get("rho").GetDouble());
    }

    /// <summary>Numbers of a construction such as <c>[1.5]+[1,2]*500</c>.</summary>
    private static double[] Constructed(string text) => [.. text.Split('+').SelectMany(Term)];

    private static IEnumerable<double> Term(string term)
    {
        string[] factors = term.Split('*');
        double[] list = JsonDocument.Parse(factors[0]).RootElement.AsDoubles();
        int times = factors.Length > 1 ? int.Parse(factors[1], CultureInfo.InvariantCulture) : 1;
        return Enumerable.Repeat(list, times).SelectMany(numbers => numbers);
    }
}
