using AgentVerse.Mechanisms.Compute.Render;
using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Tests.Mechanisms.Compute.Render;

/// <summary>Checks of our own for rules that no published case binds.</summary>
internal static class RuleProbes
{
    /// <summary>For each such rule, whether its check passes under the given parameters.</summary>
    internal static IReadOnlyDictionary<Rule, Func<RenderParameters, bool>> All { get; } =
        new Dictionary<Rule, Func<RenderParameters, bool>>
        {
            // RNP-018: 492,132 a month in year 2; 5.5 % of the budget is 5,905,580.01, a twelfth 492,131.67.
            [Rule.MonthsAreWholeTokens] =
                p => EmissionSchedule.OfMonth(2, p) == 492_132 * RenderTerms.UnitsPerToken,
        };
}
