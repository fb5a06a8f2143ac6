using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Deals the uids of the opening to agents: those awake at the start, in an order drawn by account, so that an agent's
/// index says nothing about its place.
/// </summary>
internal sealed class Seating(WorldPlanning planning)
{
    private static readonly Purpose Seat = Purpose.Of("bittensor.seat");
    private readonly SortedDictionary<int, (int[] Order, int Next)> _queues = [];

    /// <summary>How many agents of a population have been asked for so far.</summary>
    internal int Asked(PopulationPlan population) =>
        _queues.TryGetValue(population.Index, out (int[] Order, int Next) queue) ? queue.Next : 0;

    /// <summary>How many agents a population has to give.</summary>
    internal int Awake(PopulationPlan population) => Queue(population).Order.Length;

    /// <summary>The next agent of a population; nobody once all have a place, which still counts as asked.</summary>
    internal AgentRef Take(PopulationPlan population)
    {
        (int[] order, int next) = Queue(population);
        _queues[population.Index] = (order, next + 1);
        return next < order.Length ? new AgentRef(population.Index, order[next]) : AgentRef.None;
    }

    private (int[] Order, int Next) Queue(PopulationPlan population)
    {
        if (!_queues.TryGetValue(population.Index, out (int[] Order, int Next) queue))
        {
            queue = (InDrawnOrder(population), 0);
            _queues.Add(population.Index, queue);
        }

        return queue;
    }

    private int[] InDrawnOrder(PopulationPlan population)
    {
        List<(ulong Draw, ulong Account, int Index)> awake = [];
        for (int index = 0; index < population.Capacity; index++)
        {
            if (population.OpensWith(planning.Draws, index))
            {
                ulong account = population.AccountOf(index);
                awake.Add((planning.Draws.Bits(account, -1, Seat), account, index));
            }
        }

        awake.Sort();
        return [.. awake.Select(a => a.Index)];
    }
}
