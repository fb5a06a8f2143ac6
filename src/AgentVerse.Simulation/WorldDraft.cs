using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;

namespace AgentVerse.Simulation;

/// <summary>All that a world is a function of: what a scenario says, its data, seed and replicate.</summary>
public sealed record WorldDraft
{
    /// <summary>Start of the run, seconds since 1970, UTC.</summary>
    public required long Start { get; init; }

    /// <summary>Length of a tick in seconds.</summary>
    public required long TickSeconds { get; init; }

    /// <summary>Number of ticks.</summary>
    public required int Ticks { get; init; }

    /// <summary>Seed of the scenario.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of the replicate; treatments of one replicate share all randomness.</summary>
    public required uint Replicate { get; init; }

    /// <summary>Networks by name, with their settings.</summary>
    public required IReadOnlyList<KeyValuePair<string, SettingsMap>> Networks { get; init; }

    /// <summary>Populations in order; see <see cref="PopulationPlan"/>.</summary>
    public required IReadOnlyList<PopulationPlan> Populations { get; init; }

    /// <summary>Data files by path.</summary>
    public required IReadOnlyDictionary<string, DataTable> Tables { get; init; }

    /// <summary>The panel is recorded every so many ticks; 0 for never.</summary>
    public required int PanelEvery { get; init; }

    /// <summary>Share of the agents in the panel.</summary>
    public required double PanelShare { get; init; }
}
