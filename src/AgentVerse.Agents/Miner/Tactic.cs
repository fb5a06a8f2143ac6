namespace AgentVerse.Agents.Miner;

/// <summary>What a miner does on a subnet.</summary>
internal enum Tactic
{
    /// <summary>Serves nothing.</summary>
    None,

    /// <summary>Serves its own output at half the effort.</summary>
    HalfEffort,

    /// <summary>Serves its own output.</summary>
    FullEffort,

    /// <summary>Serves its own output at one and a half times the effort.</summary>
    MoreEffort,

    /// <summary>Serves its controller's one model, as all its accounts do: dishonest.</summary>
    SharedModel,

    /// <summary>Serves a copy of another's output: dishonest.</summary>
    CopiedOutput,
}

/// <summary>Sets of tactics.</summary>
internal static class Tactics
{
    /// <summary>Number of tactics, none included.</summary>
    internal const int Count = 6;

    /// <summary>Most tactics on a subnet.</summary>
    internal const int Most = Count - 1;

    /// <summary>Whether a tactic passes off output as one's own that is not.</summary>
    internal static bool IsDishonest(Tactic tactic) => tactic >= Tactic.SharedModel;

    /// <summary>Effort, in units of the task's compute.</summary>
    internal static double EffortOf(Tactic tactic) => tactic switch
    {
        Tactic.HalfEffort => 0.5,
        Tactic.MoreEffort => 1.5,
        _ => 1,
    };
}
