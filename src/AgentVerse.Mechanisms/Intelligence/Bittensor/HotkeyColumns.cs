namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>A parent hotkey that lends part of its stake on one subnet to a child hotkey.</summary>
/// <param name="Parent">Index of the parent.</param>
/// <param name="Child">Index of the child.</param>
/// <param name="Proportion">Part of the parent's stake, 1/(2^64 - 1).</param>
public readonly record struct ChildLink(int Parent, int Child, ulong Proportion);

/// <summary>
/// What a payout reads of the hotkeys of one subnet: those with a uid and those that only are their parents. Columns
/// are by hotkey index and equally long.
/// </summary>
public readonly ref struct HotkeyColumns
{
    /// <summary>Alpha staked with the hotkey on the subnet, base units, before inheritance.</summary>
    public required ReadOnlySpan<long> AlphaStake { get; init; }

    /// <summary>TAO staked with the hotkey on root, rao, before inheritance.</summary>
    public required ReadOnlySpan<long> RootStake { get; init; }

    /// <summary>Key of the coldkey that owns the hotkey; -1 if nobody does.</summary>
    public required ReadOnlySpan<int> Owner { get; init; }

    /// <summary>Take of the hotkey from its nominators, 1/65535.</summary>
    public required ReadOnlySpan<int> Take { get; init; }

    /// <summary>Take of the hotkey from parents of other owners, 1/65535.</summary>
    public required ReadOnlySpan<int> ChildTake { get; init; }

    /// <summary>Parents and children on the subnet.</summary>
    public ReadOnlySpan<ChildLink> Links { get; init; }

    /// <summary>Hotkeys.</summary>
    public int Count => AlphaStake.Length;
}
