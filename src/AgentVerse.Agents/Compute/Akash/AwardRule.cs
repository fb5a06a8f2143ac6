using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Compute.Akash;

/// <summary>Which of the bids a tenant takes.</summary>
internal enum AwardRule
{
    /// <summary>The cheapest.</summary>
    Cheapest,

    /// <summary>That of the provider with the best history, then the longest, then the cheapest.</summary>
    Reputable,

    /// <summary>The cheapest of those whom auditors signed; others may not bid.</summary>
    Audited,

    /// <summary>Any.</summary>
    Random,
}

/// <summary>Names of the rules in scenarios.</summary>
internal static class AwardRules
{
    /// <summary>In the order of <see cref="AwardRule"/>.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["cheapest", "reputable", "audited", "random"];

    /// <summary>The rule that a population names.</summary>
    internal static AwardRule Of(SettingsMap settings) => (AwardRule)Names.ToList().IndexOf(settings.Text("award"));
}
