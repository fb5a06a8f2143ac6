using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// Accounts that a script knows to be its own side's, with their controllers: the populations of a scenario are plain
/// to its agents' policies, while no intent or bulletin tells a network.
/// </summary>
internal sealed class Allies
{
    private readonly ulong[] _accounts;
    private readonly int[] _controllers;

    private Allies(ulong[] accounts, int[] controllers) => (_accounts, _controllers) = (accounts, controllers);

    /// <summary>All accounts of the populations with these names; a name of none is a problem of the key.</summary>
    internal static Allies Of(
        PopulationPlan population, WorldPlanning planning, string key, IReadOnlyList<string> names)
    {
        List<(ulong Account, int Controller)> known = [];
        foreach (string name in names)
        {
            if (planning.FindPopulation(name) is not { } ally)
            {
                planning.Problems.Add(population.Settings.Problem(
                    key, name, "names of populations of the scenario", "name one, or add it under populations"));
                continue;
            }

            for (int index = 0; index < ally.Capacity; index++)
            {
                known.Add((ally.AccountOf(index), ally.ControllerOf(index)));
            }
        }

        if (names.Count == 0)
        {
            planning.Problems.Add(population.Settings.Problem(
                key, "none", $"the populations that policy of '{population.Name}' favours", "name at least one"));
        }

        known.Sort();
        return new Allies([.. known.Select(k => k.Account)], [.. known.Select(k => k.Controller)]);
    }

    /// <summary>The controller of an ally's account within its population; -1 for a stranger.</summary>
    internal int ControllerOf(ulong account) =>
        Array.BinarySearch(_accounts, account) is int place and >= 0 ? _controllers[place] : -1;
}
