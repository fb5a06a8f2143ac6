namespace AgentVerse.Measures.SybilResistance;

/// <summary>
/// Reputation of nodes in a graph of trust: a symmetric one, which Sybils can raise, and an asymmetric one, which they
/// cannot. <b>Source:</b> Cheng and Friedman 2005.
/// </summary>
public static class Reputation
{
    private const double Precision = 1e-14;
    private const int MostSteps = 100_000;

    /// <summary>
    /// PageRank: the stationary distribution of a walk that follows a random outgoing edge with probability d, and
    /// otherwise, or where there is none, goes to a random node. Sums to 1. Cost O(edges) a step.
    /// </summary>
    /// <param name="nodes">Number of nodes, at least 1.</param>
    /// <param name="edges">Directed edges; one that stands twice counts twice.</param>
    /// <param name="damping">d, in [0, 1).</param>
    public static double[] PageRank(int nodes, IReadOnlyList<(int From, int To)> edges, double damping)
    {
        int[] outgoing = new int[nodes];
        foreach ((int from, _) in edges)
        {
            outgoing[from]++;
        }

        double[] rank = new double[nodes];
        Array.Fill(rank, 1.0 / nodes);
        double moved = 1;
        for (int step = 0; step < MostSteps && moved > Precision; step++)
        {
            double stuck = 0;
            for (int i = 0; i < nodes; i++)
            {
                stuck += outgoing[i] == 0 ? rank[i] : 0;
            }

            double[] next = new double[nodes];
            Array.Fill(next, ((1 - damping) + (damping * stuck)) / nodes);
            foreach ((int from, int to) in edges)
            {
                next[to] += damping * rank[from] / outgoing[from];
            }

            moved = rank.Zip(next, (a, b) => Math.Abs(a - b)).Sum();
            rank = next;
        }

        return rank;
    }

    /// <summary>
    /// The largest flow from one node to another: what the first may trust the second with. A node's Sybils hang behind
    /// it, so they never raise it. Cost O(nodes edges^2) (Edmonds and Karp 1972).
    /// </summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="edges">Directed edges with their capacities, each at least 0.</param>
    /// <param name="source">Who asks.</param>
    /// <param name="sink">Who is trusted; another node.</param>
    public static double MaxFlow(
        int nodes, IReadOnlyList<(int From, int To, double Capacity)> edges, int source, int sink)
    {
        double[,] left = new double[nodes, nodes];
        foreach ((int from, int to, double capacity) in edges)
        {
            left[from, to] += capacity;
        }

        double flow = 0;
        while (ShortestPath(left, source, sink) is { } before)
        {
            double most = double.PositiveInfinity;
            for (int at = sink; at != source; at = before[at])
            {
                most = Math.Min(most, left[before[at], at]);
            }

            for (int at = sink; at != source; at = before[at])
            {
                left[before[at], at] -= most;
                left[at, before[at]] += most;
            }

            flow += most;
        }

        return flow;
    }

    /// <summary>The node before each on a shortest path with capacity left; null where there is no path.</summary>
    private static int[]? ShortestPath(double[,] left, int source, int sink)
    {
        int[] before = new int[left.GetLength(0)];
        Array.Fill(before, -1);
        before[source] = source;
        Queue<int> open = new([source]);
        while (open.TryDequeue(out int at))
        {
            for (int to = 0; to < before.Length; to++)
            {
                if (before[to] < 0 && left[at, to] > 0)
                {
                    before[to] = at;
                    open.Enqueue(to);
                }
            }
        }

        return before[sink] < 0 ? null : before;
    }
}
