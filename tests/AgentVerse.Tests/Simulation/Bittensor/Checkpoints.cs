using AgentVerse.Model.State;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Checkpoints by hand.</summary>
internal static class Checkpoints
{
    /// <summary>Writes all state of one run and reads it into another, which must take every byte.</summary>
    internal static void Copy(ReferenceRun from, ReferenceRun to)
    {
        Carry(from.State.Carry, to.State.Carry);
        foreach (Part part in from.Group.Parts)
        {
            Carry(part.Carry, to.Group.PartAt(part.Index).Carry);
        }
    }

    private static void Carry(Action<StateCodec> write, Action<StateCodec> read)
    {
        StateWriter writer = new();
        write(writer);
        StateReader reader = new(writer.Written.ToArray());
        read(reader);
        Assert.True(reader.AtEnd);
    }
}
