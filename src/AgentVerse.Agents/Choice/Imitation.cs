using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Choice;

/// <summary>
/// Proportional imitation: the agent sees one other, whose strategy is drawn by published counts and whose payoff is
/// drawn from that strategy's published histogram, and copies it with probability min(1, rate (z_other - z_own)). The
/// set has what it does now and what it saw; with nothing seen it stays.
/// </summary>
/// <remarks><b>Source:</b> Schlag, "Why imitate, and if so, how?", Journal of Economic Theory 78 (1998): the rule that
/// never does worse on average.</remarks>
/// <param name="rate">Copies for a gap of one scale, above 0.</param>
public sealed class Imitation(double rate) : IChoiceRule
{
    private static readonly Purpose Seen = Purpose.Of("choice.imitation.seen");
    private static readonly Purpose Payoff = Purpose.Of("choice.imitation.payoff");
    private static readonly Purpose Copy = Purpose.Of("choice.imitation.copy");

    /// <summary>Place of the strategy that is seen, drawn by counts; -1 if nobody follows any.</summary>
    /// <param name="cumulative">Running sums of the counts, from <see cref="BySize.Cumulate"/>.</param>
    /// <param name="chooser">Who looks.</param>
    public static int See(ReadOnlySpan<double> cumulative, in Chooser chooser) =>
        BySize.Pick(cumulative, chooser.Uniform(Seen));

    /// <summary>Which class of a histogram of equal classes, deciles say, the seen one's payoff is drawn
    /// from.</summary>
    public static int ClassSeen(int classes, in Chooser chooser) => (int)(chooser.Uniform(Payoff) * classes);

    /// <summary>Probability of copying a payoff that is so much above the own, in scales.</summary>
    public double Probability(double gap) => Math.Clamp(rate * gap, 0, 1);

    /// <inheritdoc/>
    public int Choose(in ChoiceSet options, in Chooser chooser)
    {
        int own = Math.Max(options.Current, 0);
        int seen = options.Count - 1 - own;
        if (options.Count != 2)
        {
            return own;
        }

        double gap = options.Z(seen) - options.Z(own);
        return chooser.Uniform(Copy) < Probability(gap) ? seen : own;
    }
}
