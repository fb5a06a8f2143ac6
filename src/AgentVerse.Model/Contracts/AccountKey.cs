using AgentVerse.Model.Numerics;

namespace AgentVerse.Model.Contracts;

/// <summary>Keys of accounts: what draws, times and ties depend on, so that renumbering changes nothing.</summary>
public static class AccountKey
{
    /// <summary>Hash of (population, controller, ordinal among the controller's accounts).</summary>
    public static ulong Of(string population, int controller, int ordinal) =>
        StableHash.Combine(StableHash.Of(population), ((ulong)(uint)controller << 32) | (uint)ordinal);
}
