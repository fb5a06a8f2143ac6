using AgentVerse.Agents.Choice;

namespace AgentVerse.Agents.GpuProvider.Choosing;

/// <summary>
/// Selling the same units on two networks, of which they serve one. The second income s comes on top; a detection ends
/// it, and so costs what it would have brought over the rest of the horizon. It pays exactly where
/// <code>s > lambda L + m, L = s D, D = (1 - exp(-(r + lambda) H)) / (r + lambda): s > m / (1 - lambda D)</code>
/// with r the required return and H the horizon of the terms; neither Akash nor Render has a stake to slash.
/// </summary>
internal static class DoubleSelling
{
    /// <summary>Terms of serving one network and selling the units on others too.</summary>
    /// <param name="terms">Terms of serving alone.</param>
    /// <param name="second">s, USD a day.</param>
    /// <param name="detections">lambda, believed detections a day.</param>
    /// <param name="honestyCost">m, USD a day.</param>
    internal static ValueTerms Terms(in ValueTerms terms, double second, double detections, double honestyCost) =>
        terms with
        {
            OtherIncome = second,
            IsDishonest = true,
            HonestyCost = honestyCost,
            Detections = detections,
            Loss = second * Annuity.Days(terms.RequiredReturn + detections, terms.HorizonDays),
        };

    /// <summary>The second income beyond which it pays, USD a day.</summary>
    /// <param name="requiredReturn">r, a day.</param>
    /// <param name="horizonDays">H, days.</param>
    /// <param name="detections">lambda, a day.</param>
    /// <param name="honestyCost">m, USD a day.</param>
    internal static double Threshold(
        double requiredReturn, double horizonDays, double detections, double honestyCost) =>
        honestyCost / (1 - (detections * Annuity.Days(requiredReturn + detections, horizonDays)));
}
