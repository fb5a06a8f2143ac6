namespace AgentVerse.Agents.Choice;

/// <summary>
/// Where an option stands: stay or leave, then a network, a shard of it, a tactic there. The keys name the same thing
/// to every agent and in every tick; those below the last level that an option has are 0.
/// </summary>
/// <param name="Branch">Stay or leave.</param>
/// <param name="Network">The network.</param>
/// <param name="Shard">The shard.</param>
/// <param name="Tactic">What to do there.</param>
public readonly record struct OptionPath(ulong Branch, ulong Network = 0, ulong Shard = 0, ulong Tactic = 0)
{
    /// <summary>Number of levels.</summary>
    public const int Levels = 4;

    /// <summary>Key of the branch of those who leave.</summary>
    public const ulong LeaveBranch = 1;

    /// <summary>Key of the branch of those who stay, or enter.</summary>
    public const ulong StayBranch = 2;

    /// <summary>The option to leave.</summary>
    public static OptionPath Leave => new(LeaveBranch);

    /// <summary>An option within a network.</summary>
    public static OptionPath In(ulong network, ulong shard, ulong tactic = 0) =>
        new(StayBranch, network, shard, tactic);

    /// <summary>The key at a level, 0 the branch.</summary>
    public ulong this[int level] => level switch
    {
        0 => Branch,
        1 => Network,
        2 => Shard,
        _ => Tactic,
    };
}
