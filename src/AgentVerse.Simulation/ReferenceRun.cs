using AgentVerse.Model.Records;

namespace AgentVerse.Simulation;

/// <summary>
/// The reference: a whole run in one process without Orleans. Whatever a cluster does must reproduce its digest.
/// </summary>
public sealed class ReferenceRun
{
    /// <summary>A run at its beginning.</summary>
    public ReferenceRun(World world, int cohortSize, IRecordSink sink, ForEachPart? forEach = null)
    {
        PartTable table = new(world.Plan, cohortSize, groups: 1);
        Group = new LocalGroup(world, table, 0, sink, forEach ?? OneByOne);
        State = new RunState(world, table, sink);
        Table = table;
    }

    /// <summary>The run between its phases.</summary>
    public RunState State { get; }

    /// <summary>All parts.</summary>
    public LocalGroup Group { get; }

    /// <summary>How the world is cut.</summary>
    public PartTable Table { get; }

    /// <summary>Runs one phase; false at the end.</summary>
    public bool Advance()
    {
        if (State.Next is not { } phase)
        {
            return false;
        }

        State.Absorb(phase.Over == PartSort.None ? [] : [Group.Execute(phase, State.CallFor(0))]);
        return true;
    }

    /// <summary>Runs to the start of a tick, or to the end.</summary>
    public void RunTo(int tick = int.MaxValue)
    {
        while ((State.Tick < tick || !State.BetweenTicks) && Advance())
        {
        }
    }

    /// <summary>Every number in turn, on this thread.</summary>
    public static void OneByOne(int count, Action<int> body)
    {
        for (int i = 0; i < count; i++)
        {
            body(i);
        }
    }
}
