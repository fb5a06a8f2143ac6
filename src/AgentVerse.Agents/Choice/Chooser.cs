using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Choice;

/// <summary>Who chooses and when: the randomness of a choice, all of it keyed by the account.</summary>
/// <param name="Draws">Randomness of the run.</param>
/// <param name="Account">Key of the account.</param>
/// <param name="Tick">The tick, for what is drawn anew at every review.</param>
/// <param name="HalfYear">The half-year, for what persists.</param>
public readonly record struct Chooser(Draws Draws, ulong Account, int Tick, int HalfYear)
{
    private const long HalfYearSeconds = 182 * 86_400L;
    private static readonly Purpose Taste = Purpose.Of("choice.taste");
    private static readonly Purpose Tie = Purpose.Of("choice.tie");
    private static readonly Purpose Phase = Purpose.Of("choice.phase");

    /// <summary>
    /// An agent in its tick. Each account has half-years of its own, begun at a drawn day, so that tastes never change
    /// all at once.
    /// </summary>
    public static Chooser Of(AgentTick agent)
    {
        Draws draws = agent.Cohort.Draws;
        long phase = draws.At(agent.Account, -1).Below(Phase, HalfYearSeconds);
        return new Chooser(draws, agent.Account, agent.Tick.Index, (int)((agent.Tick.From + phase) / HalfYearSeconds));
    }

    /// <summary>A uniform draw of this review.</summary>
    public double Uniform(Purpose purpose, int draw = 0) => Draws.Uniform(Account, Tick, purpose, draw);

    /// <summary>Taste for an option or a nest: standard Gumbel, the same for half a year.</summary>
    public double TasteFor(ulong key) => Draws.At(StableHash.Combine(Account, key), HalfYear).Gumbel(Taste);

    /// <summary>What decides between equals, the same for half a year.</summary>
    public ulong TieFor(ulong key) => Draws.Bits(StableHash.Combine(Account, key), HalfYear, Tie);
}
