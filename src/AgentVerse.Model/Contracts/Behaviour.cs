namespace AgentVerse.Model.Contracts;

/// <summary>
/// What agents of one population are born with and do with what they receive; immutable, shared by all cohorts.
/// </summary>
public abstract class Behaviour
{
    /// <summary>
    /// Fills the kind's columns of a new agent (engine columns are filled, the rest is zero). Runs for every index
    /// before
    /// the first tick; its draws are those of tick -1.
    /// </summary>
    public abstract void Born(CohortTick tick, int row);

    /// <summary>Applies a row to an agent, after its money was put into the wallet.</summary>
    public virtual void Receive(CohortTick tick, int row, in Row message)
    {
    }

    /// <summary>
    /// Turns an agent to what its controller ordered (<see cref="ControlOrders.Target"/>,
    /// <see cref="ControlOrders.Units"/>), after the engine has written it down. A kind that has nothing to turn need not.
    /// </summary>
    public virtual void Obey(CohortTick tick, int row, in Row order)
    {
    }
}
