using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Controller;

/// <summary>Where accounts of controllers have a place when shards open: a principal knows its own.</summary>
internal static class AttackPlaces
{
    /// <summary>
    /// Shards by controller at which its accounts of the population named by <c>near</c> have a place, ascending; null
    /// where the key is empty or wrong.
    /// </summary>
    internal static IReadOnlyDictionary<int, int[]>? Near(
        SettingsMap own, PopulationPlan controllers, WorldPlanning planning)
    {
        string name = own.Text("near");
        PopulationPlan? near = planning.FindPopulation(name);
        if (name.Length > 0 && near?.ControlledBy != controllers.Index)
        {
            planning.Problems.Add(own.Problem(
                "near", name, "a population that is controlledBy this one",
                $"write controlledBy: {controllers.Name} there"));
        }

        return name.Length == 0 || near is null ? null : Places(near, planning);
    }

    private static SortedDictionary<int, int[]> Places(PopulationPlan near, WorldPlanning planning)
    {
        SortedDictionary<int, SortedSet<int>> places = [];
        foreach (ShardInfo shard in planning.Shards)
        {
            if (shard.Plan.Facts is ISeatFacts facts)
            {
                foreach (AgentRef seat in facts.Seats.Where(s => s.Population == near.Index))
                {
                    int controller = near.ControllerOf(seat.Index);
                    places.TryAdd(controller, []);
                    places[controller].Add(shard.Index);
                }
            }
        }

        return new(places.ToDictionary(p => p.Key, p => p.Value.ToArray()));
    }
}
