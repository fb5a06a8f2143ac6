using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Model.Contracts;

/// <summary>One population before the run: all agents of one kind with one configuration.</summary>
public sealed class PopulationPlan
{
    private static readonly Purpose Waking = Purpose.Of("engine.wake");

    /// <summary>Index of the population in the run.</summary>
    public required int Index { get; init; }

    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind.</summary>
    public required AgentKind Kind { get; init; }

    /// <summary>Number of agents that may ever live: indices are [0, Capacity).</summary>
    public required int Capacity { get; init; }

    /// <summary>Accounts of one controller; agents i with equal i / this share one.</summary>
    public required int AccountsPerController { get; init; }

    /// <summary>Share of the capacity that is awake from the first tick on.</summary>
    public required double InitialShare { get; init; }

    /// <summary>Ticks over which the others wake, uniformly.</summary>
    public required int ArrivalTicks { get; init; }

    /// <summary>Values of the kind's keys.</summary>
    public required SettingsMap Settings { get; init; }

    /// <summary>Names of the policies that its agents may follow; the first is what they begin with.</summary>
    public required IReadOnlyList<string> PolicyNames { get; init; }

    /// <summary>Columns of its agents: the engine's, then the kind's.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>Index of the controller of an agent.</summary>
    public int ControllerOf(int index) => index / AccountsPerController;

    /// <summary>Key of an agent's account: a hash of (population, controller, ordinal), never a position.</summary>
    public ulong AccountOf(int index) =>
        AccountKey.Of(Name, ControllerOf(index), index % AccountsPerController);

    /// <summary>
    /// Tick from which the agent of this account is awake: a drawn share at once, the others uniformly.
    /// </summary>
    public int WakeOf(Draws draws, ulong account)
    {
        if (InitialShare >= 1)
        {
            return 0;
        }

        double early = draws.Uniform(account, -1, Waking, 0);
        double when = draws.Uniform(account, -1, Waking, 1);
        return early < InitialShare ? 0 : 1 + (int)(when * Math.Max(0, ArrivalTicks - 1));
    }

    /// <summary>Index of a column by name; a programmer's error if there is none.</summary>
    public int ColumnIndex(string name)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new InvariantException($"population '{Name}' has a column '{name}'");
    }
}
