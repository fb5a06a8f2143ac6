using System.Runtime.CompilerServices;

namespace AgentVerse.Model;

/// <summary>Programmer's errors: checked in Release too, and stop the run.</summary>
public static class Invariant
{
    /// <summary>Throws an <see cref="InvariantException"/> that states the claim unless it holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(bool holds, string claim)
    {
        if (!holds)
        {
            Fail(claim);
        }
    }

    private static void Fail(string claim) => throw new InvariantException(claim);
}
