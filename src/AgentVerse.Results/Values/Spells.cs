using AgentVerse.Measures.Survival;

namespace AgentVerse.Results.Values;

/// <summary>How long agents stayed, from the events with which they come and go.</summary>
public static class Spells
{
    private const double SecondsPerDay = 86_400;

    /// <summary>
    /// Spells in days that began within the run, each from the event with which an entity that had nothing got its
    /// first place to the one with which it lost its last; those still on at the end are censored. Places that were
    /// there at the opening have no event, so their spells are left out: their beginning is not known.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="population">Name of the population.</param>
    /// <param name="entry">Events with which a place is got.</param>
    /// <param name="exit">Events with which one is lost.</param>
    /// <param name="controllers">Controller of each agent, to count by controllers; null to count by agents.</param>
    public static IReadOnlyList<Spell> Of(
        RunColumns run, string population, IReadOnlyList<string> entry, IReadOnlyList<string> exit,
        IReadOnlyDictionary<long, long>? controllers)
    {
        SortedDictionary<long, (int Places, long Since)> present = [];
        List<Spell> spells = [];
        foreach (AgentEvent one in run.Events(population, [.. entry, .. exit]))
        {
            long entity = controllers is null ? one.Agent : controllers.GetValueOrDefault(one.Agent, one.Agent);
            (int places, long since) = present.GetValueOrDefault(entity);
            if (entry.Contains(one.Name))
            {
                present[entity] = (places + 1, places == 0 ? one.Second : since);
            }
            else if (places == 1)
            {
                spells.Add(new Spell((one.Second - since) / SecondsPerDay, true));
                present.Remove(entity);
            }
            else if (places > 1)
            {
                present[entity] = (places - 1, since);
            }
        }

        long end = run.Span.Ticks * run.Span.TickSeconds;
        spells.AddRange(present.Values.Select(p => new Spell((end - p.Since) / SecondsPerDay, false)));
        return spells;
    }
}
