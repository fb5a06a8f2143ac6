using AgentVerse.Measures.Concentration;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;

namespace AgentVerse.Measures;

/// <summary>The measures of this assembly, as scenarios name them.</summary>
public static class MeasuresCatalogue
{
    private const double PointsPerUnit = 10_000;

    /// <summary>Registers them all.</summary>
    public static Catalogue Register(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Add(Gini).Add(Hhi).Add(EffectiveNumber).Add(Nakamoto)
            .Add(TopShare).Add(Theil).Add(Atkinson).Add(Entropy);
    }

    private static Measure Gini => Of(
        "gini", "", "Gini coefficient sum |x_i - x_j| / (2 n^2 mean): 0 equal, towards 1 one holder has all.",
        (x, settings) => settings.Flag("unbiased") ? Inequality.GiniUnbiased(x) : Inequality.Gini(x),
        Field.Flag("unbiased", false, "Whether to multiply by n/(n-1), for holders that are a sample."));

    private static Measure Hhi => Of(
        "hhi", "points", "Herfindahl-Hirschman index 10,000 sum s_i^2 of the shares s_i; above 1,800 is concentrated.",
        (x, _) => PointsPerUnit * Shares.Herfindahl(x));

    private static Measure EffectiveNumber => Of(
        "effectiveNumber", "holders", "Number of equal holders that would be as concentrated: 1 / sum s_i^2.",
        (x, _) => Shares.EffectiveNumber(x));

    private static Measure Nakamoto => Of(
        "nakamoto", "holders", "Smallest number of holders whose shares sum to more than theta.",
        (x, settings) => Shares.Nakamoto(x, settings.Number("theta")),
        Field.Number(
            "theta", 0.5, 0, 0.999999, "", "Share that corrupts: 1/2 proof of work, 1/3 Byzantine agreement."));

    private static Measure TopShare => Of(
        "topShare", "", "Share of all holdings in the hands of the k largest holders.",
        (x, settings) => Shares.Top(x, settings.Integer("k")),
        Field.Integer("k", 10, 1, int.MaxValue, "holders", "Number of largest holders."));

    private static Measure Theil => Of(
        "theil", "nats", "Theil's T (1/n) sum (x_i/mean) ln(x_i/mean): 0 equal, ln n one holder has all.",
        (x, _) => Inequality.Theil(x));

    private static Measure Atkinson => Of(
        "atkinson", "", "Atkinson's index: share of all holdings that equality would make dispensable.",
        (x, settings) => Inequality.Atkinson(x, settings.Number("epsilon")),
        Field.Number("epsilon", 1, 0, 20, "", "Aversion to inequality."));

    private static Measure Entropy => Of(
        "entropy", "bits", "Shannon entropy -sum s_i log2 s_i of the shares: log2 n equal, 0 one holder has all.",
        (x, _) => Shares.Entropy(x));

    private static Measure Of(string name, string unit, string doc, MeasureFormula compute, params Field[] fields) =>
        new(name, unit, doc, new Section(name, doc, fields), compute);
}
