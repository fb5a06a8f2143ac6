using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Compute.Akash;

/// <summary>Names of the rules in scenarios.</summary>
internal static class AwardRules
{
    /// <summary>In the order of <see cref="AwardRule"/>.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["cheapest", "reputable", "audited", "random"];

    /// <summary>The rule that a population names.</summary>
    internal static AwardRule Of(SettingsMap settings) => (AwardRule)Names.ToList().IndexOf(settings.Text("award"));
}
