namespace AgentVerse.Model.Contracts;

/// <summary>
/// How agents decide: a pure function of their columns, the board and draws. Immutable, shared by all cohorts. It must
/// treat each agent alone: what a range does is what its agents would do one by one.
/// </summary>
public abstract class Policy
{
    /// <summary>Steps the awake agents in rows [from, to), all of which follow this policy.</summary>
    public abstract void Step(CohortTick tick, int from, int to);
}

/// <summary>A policy written as one method an agent.</summary>
public abstract class AgentPolicy : Policy
{
    /// <inheritdoc/>
    public sealed override void Step(CohortTick tick, int from, int to)
    {
        for (int row = from; row < to; row++)
        {
            Step(new AgentTick(tick, row));
        }
    }

    /// <summary>Steps one agent.</summary>
    protected abstract void Step(AgentTick agent);
}
