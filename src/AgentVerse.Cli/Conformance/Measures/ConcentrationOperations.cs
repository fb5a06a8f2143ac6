using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Measures.Concentration;

namespace AgentVerse.Cli.Conformance.Measures;

/// <summary>Measures of concentration, of given holdings or of holdings with a known distribution.</summary>
internal static class ConcentrationOperations
{
    internal static JsonNode Gini(Case one)
    {
        JsonElement input = one.Input;
        if (input.Find("x") is { } x)
        {
            bool unbiased = input.Find("unbiased")?.GetBoolean() ?? false;
            return unbiased ? Inequality.GiniUnbiased(x.AsDoubles()) : Inequality.Gini(x.AsDoubles());
        }

        return input.Find("model") is not null
            ? Inequality.Gini(BoltzmannWealth.Run(input.Get("agents").AsInt(), input.Get("start_wealth").AsInt()))
            : KnownDistribution.GiniOf(input) ?? Inequality.Gini(KnownDistribution.Quantiles(input));
    }

    /// <summary>The index in points, or its inverse: both cases have one shape, only the id tells them apart.</summary>
    internal static JsonNode Herfindahl(Case one)
    {
        double[] shares = one.Input.Get("shares").AsDoubles();
        return one.Id.Contains("effective", StringComparison.Ordinal)
            ? Shares.EffectiveNumber(shares)
            : 10_000 * Shares.Herfindahl(shares);
    }

    internal static JsonNode Nakamoto(Case one)
    {
        double theta = one.Input.Get("threshold").GetDouble();
        bool strict = one.Input.Find("strict")?.GetBoolean() ?? true;
        return one.Input.Find("subsystems") is { } subsystems
            ? subsystems.EnumerateObject().Min(system => Shares.Nakamoto(system.Value.AsDoubles(), theta, strict))
            : Shares.Nakamoto(one.Input.Get("shares").AsDoubles(), theta, strict);
    }

    internal static JsonNode Theil(Case one)
    {
        JsonElement input = one.Input;
        if (input.Find("groups") is { } groups)
        {
            double[][] members = [.. groups.EnumerateObject().Select(group => group.Value.AsDoubles())];
            TheilDecomposition parts = TheilDecomposition.Of(members);
            return new JsonObject { ["total"] = parts.Total, ["within"] = parts.Within, ["between"] = parts.Between };
        }

        return Inequality.Theil(input.Find("x")?.AsDoubles() ?? KnownDistribution.Quantiles(input));
    }

    internal static JsonNode Atkinson(Case one) =>
        Inequality.Atkinson(one.Input.Get("x").AsDoubles(), one.Input.Get("epsilon").GetDouble());

    internal static JsonNode Entropy(Case one) => Shares.Entropy(one.Input.Get("shares").AsDoubles());
}
