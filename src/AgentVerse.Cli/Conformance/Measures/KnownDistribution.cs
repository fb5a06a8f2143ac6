using System.Text.Json;

namespace AgentVerse.Cli.Conformance.Measures;

/// <summary>Holdings with a known distribution: its quantiles at the middle of a million equal steps.</summary>
internal static class KnownDistribution
{
    private const int Steps = 1_000_000;

    /// <summary>Gini where quantiles of a heavy tail would not do; null otherwise.</summary>
    internal static double? GiniOf(JsonElement input) => Name(input) switch
    {
        "pareto" => 1 / ((2 * input.Get("alpha").GetDouble()) - 1),
        "geometric" => 1 / (1 + input.Get("q").GetDouble()),
        _ => null,
    };

    /// <summary>The quantiles.</summary>
    internal static double[] Quantiles(JsonElement input)
    {
        Func<double, double> quantile = QuantileOf(input);
        return [.. Enumerable.Range(0, Steps).Select(i => quantile((i + 0.5) / Steps))];
    }

    private static Func<double, double> QuantileOf(JsonElement input)
    {
        switch (Name(input))
        {
            case "uniform":
                return u => u;
            case "exponential":
                return u => Model.Numerics.Quantiles.Exponential(u, 1);
            case "lognormal":
                double sigma = input.Get("sigma").GetDouble();
                return u => Model.Numerics.Quantiles.LogNormal(u, 0, sigma);
            default:
                throw new FormatException($"unknown distribution {Name(input)}");
        }
    }

    /// <summary>The name without parameters in brackets.</summary>
    private static string Name(JsonElement input) => (input.Get("dist").GetString() ?? string.Empty).Split('(')[0];
}
