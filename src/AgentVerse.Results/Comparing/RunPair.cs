using AgentVerse.Results.Values;

namespace AgentVerse.Results.Comparing;

/// <summary>Runs of one replicate: the control and a treatment, which share all draws.</summary>
/// <param name="Replicate">Number of the replicate.</param>
/// <param name="Control">The control.</param>
/// <param name="Treatment">The treatment.</param>
public sealed record RunPair(int Replicate, RunColumns Control, RunColumns Treatment)
{
    /// <summary>
    /// Controllers that have another number of accounts than in the control, and how many more in all.
    /// </summary>
    internal (Controllers Who, long Added) Splitters(IEnumerable<string> populations)
    {
        Controllers splitters = new();
        long added = 0;
        foreach (string population in populations)
        {
            SortedDictionary<long, long> before = Accounts(Control, population);
            foreach ((long controller, long count) in Accounts(Treatment, population))
            {
                long more = count - before.GetValueOrDefault(controller);
                added += more;
                if (more != 0)
                {
                    splitters.Add(population, controller);
                }
            }
        }

        return (splitters, added);
    }

    private static SortedDictionary<long, long> Accounts(RunColumns run, string population)
    {
        SortedDictionary<long, long> accounts = [];
        foreach (long controller in run.Entities(population, "agent").Controllers)
        {
            accounts[controller] = accounts.GetValueOrDefault(controller) + 1;
        }

        return accounts;
    }
}
