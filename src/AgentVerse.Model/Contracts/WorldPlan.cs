using AgentVerse.Model.Numerics;
using AgentVerse.Model.Records;

namespace AgentVerse.Model.Contracts;

/// <summary>A planned world: the same in every silo, a function of scenario, data, seed and replicate alone.</summary>
public sealed class WorldPlan
{
    /// <summary>Start of the run, seconds since 1970, UTC.</summary>
    public required long Start { get; init; }

    /// <summary>Length of a tick in seconds.</summary>
    public required long TickSeconds { get; init; }

    /// <summary>Number of ticks.</summary>
    public required int Ticks { get; init; }

    /// <summary>Randomness of the run.</summary>
    public required Draws Draws { get; init; }

    /// <summary>Tokens, by index.</summary>
    public required IReadOnlyList<TokenInfo> Tokens { get; init; }

    /// <summary>Shards, by index.</summary>
    public required IReadOnlyList<ShardInfo> Shards { get; init; }

    /// <summary>Index of the shard through which controllers command accounts; -1 if none does.</summary>
    public int ControllerShard { get; init; } = -1;

    /// <summary>Populations, by index.</summary>
    public required IReadOnlyList<PopulationPlan> Populations { get; init; }

    /// <summary>Behaviour of each population.</summary>
    public required IReadOnlyList<Behaviour> Behaviours { get; init; }

    /// <summary>Policies of each population, in the order of their names in its plan.</summary>
    public required IReadOnlyList<IReadOnlyList<Policy>> Policies { get; init; }

    /// <summary>Where each total stands.</summary>
    public required TotalsLayout Totals { get; init; }

    /// <summary>Names of the events that networks may write, sorted.</summary>
    public required IReadOnlyList<string> EventNames { get; init; }

    /// <summary>Result tables of the run.</summary>
    public required RunTables Tables { get; init; }

    /// <summary>The tick with the given number.</summary>
    public Tick TickAt(int index) => new(index, TickSeconds, Start);
}
