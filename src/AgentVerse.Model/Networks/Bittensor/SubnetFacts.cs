using AgentVerse.Model.Contracts;

namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>What is known of a subnet while agents are bound, before the first tick.</summary>
public sealed record SubnetFacts : ISeatFacts
{
    /// <summary>Number of the subnet on the chain.</summary>
    public required int Netuid { get; init; }

    /// <summary>What its miners do.</summary>
    public required SubnetTask Task { get; init; }

    /// <summary>Who owns it when it opens; none if no agent does.</summary>
    public required AgentRef Owner { get; init; }

    /// <summary>Names of the populations whose agents may hold its uids.</summary>
    public required IReadOnlyList<string> Populations { get; init; }

    /// <summary>Who holds each uid when the subnet opens.</summary>
    public required IReadOnlyList<AgentRef> Seats { get; init; }

    /// <summary>Quality at each seat as a real metagraph shows it; NaN where the agent's own is taken.</summary>
    public required IReadOnlyList<double> Qualities { get; init; }

    /// <summary>Who has how much alpha staked with whom when the subnet opens, base units; sorted.</summary>
    public IReadOnlyList<OpeningStake> Stakes { get; init; } = [];
}

/// <summary>What is known of the chain while agents are bound, before the first tick.</summary>
public sealed record ChainFacts
{
    /// <summary>Who has how much TAO staked on root with whom when the run opens, rao; sorted.</summary>
    public IReadOnlyList<OpeningStake> RootStakes { get; init; } = [];
}

/// <summary>A position at the opening.</summary>
/// <param name="Hotkey">Account of the hotkey that it is staked with.</param>
/// <param name="Coldkey">Account of whose it is.</param>
/// <param name="Holder">Whose it is.</param>
/// <param name="Amount">Alpha base units; rao on root.</param>
public readonly record struct OpeningStake(ulong Hotkey, ulong Coldkey, AgentRef Holder, long Amount);
