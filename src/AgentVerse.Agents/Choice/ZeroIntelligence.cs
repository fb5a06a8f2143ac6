using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Choice;

/// <summary>
/// Picks any option that the agent could pay for, each as likely: what is left of a result under it owes nothing to
/// anybody's judgement. The set holds only what the agent can pay for.
/// </summary>
/// <remarks><b>Source:</b> Gode and Sunder, "Allocative efficiency of markets with zero-intelligence traders", Journal
/// of Political Economy 101 (1993), with budget constraint.</remarks>
public sealed class ZeroIntelligence : IChoiceRule
{
    private static readonly Purpose Any = Purpose.Of("choice.zero");

    /// <inheritdoc/>
    public int Choose(in ChoiceSet options, in Chooser chooser) => (int)(chooser.Uniform(Any) * options.Count);

    /// <summary>A bid uniform between 0 and what the agent can pay at most, base units.</summary>
    public static long Bid(long most, in Chooser chooser) => (long)(chooser.Uniform(Any, 1) * most);
}
