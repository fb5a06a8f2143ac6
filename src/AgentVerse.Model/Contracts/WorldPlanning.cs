using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Model.Contracts;

/// <summary>
/// What networks, kinds and policies know while a world is planned. Networks are planned first, in order of their
/// names, with all populations known; then kinds and policies are bound, with all shards known.
/// </summary>
public sealed class WorldPlanning
{
    /// <summary>Start of the run, seconds since 1970, UTC.</summary>
    public required long Start { get; init; }

    /// <summary>Length of a tick in seconds.</summary>
    public required long TickSeconds { get; init; }

    /// <summary>Number of ticks.</summary>
    public required int Ticks { get; init; }

    /// <summary>Randomness of the run.</summary>
    public required Draws Draws { get; init; }

    /// <summary>Populations in the order of the scenario.</summary>
    public required IReadOnlyList<PopulationPlan> Populations { get; init; }

    /// <summary>Data files of the scenario by path.</summary>
    public required IReadOnlyDictionary<string, DataTable> Tables { get; init; }

    /// <summary>Shards planned so far, in order of their indices.</summary>
    public List<ShardInfo> Shards { get; } = [];

    /// <summary>Tokens planned so far, in order of their indices.</summary>
    public List<TokenInfo> Tokens { get; } = [];

    /// <summary>Problems found; any of them refuses the run.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>A population by name, or null.</summary>
    public PopulationPlan? FindPopulation(string name) =>
        Populations.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal));

    /// <summary>Index of a token by name, or -1.</summary>
    public int FindToken(string name) =>
        Tokens.FindIndex(t => string.Equals(t.Name, name, StringComparison.Ordinal));

    /// <summary>
    /// Index of a token that several networks share, such as USD; planned now if it is not yet. A network calls it
    /// before it counts on the indices of its own tokens.
    /// </summary>
    public int EnsureToken(TokenInfo token)
    {
        if (FindToken(token.Name) is int found and >= 0)
        {
            Invariant.Check(Tokens[found] == token, $"token '{token.Name}' has the same decimals everywhere");
            return found;
        }

        Tokens.Add(token);
        return Tokens.Count - 1;
    }

    /// <summary>Shards of one network, in order; empty if the scenario has no such network.</summary>
    public IReadOnlyList<ShardInfo> ShardsOf(string network) =>
        [.. Shards.Where(s => string.Equals(s.Network, network, StringComparison.Ordinal))];
}
