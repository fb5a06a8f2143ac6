using AgentVerse.Model.Numerics;

namespace AgentVerse.Model.Contracts;

/// <summary>One agent in one tick, as a policy of one method an agent sees it.</summary>
/// <param name="cohort">Its cohort's tick.</param>
/// <param name="row">Its row.</param>
public readonly ref struct AgentTick(CohortTick cohort, int row)
{
    /// <summary>The cohort's tick.</summary>
    public CohortTick Cohort => cohort;

    /// <summary>Row in the cohort.</summary>
    public int Row => row;

    /// <summary>Index in the population.</summary>
    public int Index => cohort.First + row;

    /// <summary>Key of the account.</summary>
    public ulong Account => cohort.Columns.UInt64(EngineColumns.Account)[row];

    /// <summary>What was published after the last tick.</summary>
    public Board Board => cohort.Board;

    /// <summary>The tick.</summary>
    public Tick Tick => cohort.Tick;

    /// <summary>A value of a signed 64-bit column.</summary>
    public ref long Int64(int column) => ref cohort.Columns.Int64(column)[row];

    /// <summary>A value of a column of doubles.</summary>
    public ref double Double(int column) => ref cohort.Columns.Double(column)[row];

    /// <summary>A value of a signed 32-bit column.</summary>
    public ref int Int32(int column) => ref cohort.Columns.Int32(column)[row];

    /// <summary>The agent's wallet of a token.</summary>
    public ref long Wallet(int token) => ref cohort.Wallet(token)[row];

    /// <summary>A uniform draw in (0, 1) of this agent in this tick.</summary>
    public double Uniform(Purpose purpose, int draw = 0) =>
        cohort.Draws.Uniform(Account, cohort.Tick.Index, purpose, draw);

    /// <summary>Sends an intent; see <see cref="CohortTick.Send"/>.</summary>
    public void Send(Intent intent) => cohort.Send(row, intent);

    /// <summary>Shows a term of the decision to <c>explain</c>.</summary>
    public void Term(string name, double value)
    {
        if (cohort.TracedRow == row)
        {
            cohort.Trace?.Term(name, value);
        }
    }
}
