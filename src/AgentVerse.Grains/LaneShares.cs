namespace AgentVerse.Grains;

/// <summary>
/// Shares the lanes of a cluster, each for one run, among experiments. Who has a higher priority goes first; among
/// equals, who was served least: lane-seconds are counted, so that many short runs and few long ones come out even. A
/// run that is under way is never taken off its lane.
/// </summary>
public sealed class LaneShares
{
    /// <summary>An experiment that has not asked for this long is gone; its lanes are free.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(15);

    /// <summary>Seconds that a lane counts for when it is given, so that several free ones go round.</summary>
    private const double Charge = 1;

    private readonly SortedDictionary<string, Claim> _claims = new(StringComparer.Ordinal);

    /// <summary>How many lanes an experiment may use now.</summary>
    /// <param name="request">What it has and wants.</param>
    /// <param name="rank">Its priority and place in the order of submission.</param>
    /// <param name="capacity">Lanes in all.</param>
    /// <param name="now">Time since any beginning.</param>
    public int Grant(LaneRequest request, (int Priority, long Order) rank, int capacity, TimeSpan now)
    {
        foreach (string lost in _claims.Where(c => now - c.Value.Asked > Forgotten).Select(c => c.Key).ToArray())
        {
            _claims.Remove(lost);
        }

        if (!_claims.TryGetValue(request.Experiment, out Claim? claim))
        {
            double[] peers = [.. _claims.Values.Where(c => c.Priority == rank.Priority).Select(c => c.Served)];
            claim = new Claim { Asked = now, Served = peers.Length > 0 ? peers.Min() : 0 };
            _claims.Add(request.Experiment, claim);
        }

        claim.Update(request, rank, now);
        Distribute(capacity);
        claim.Held = claim.Granted;
        return claim.Held;
    }

    /// <summary>Runs of an experiment that are under way and that wait, as it said last.</summary>
    public (int Running, int Waiting) Of(string experiment) =>
        _claims.TryGetValue(experiment, out Claim? claim) ? (claim.Running, claim.Waiting) : (0, 0);

    private void Distribute(int capacity)
    {
        int free = capacity - _claims.Values.Sum(c => c.Granted);
        while (free > 0 && _claims.Values.Where(c => c.Granted < c.Wanted).MinBy(c => c.Rank) is { } next)
        {
            next.Granted++;
            free--;
        }
    }

    private sealed class Claim
    {
        internal TimeSpan Asked { get; set; }

        internal int Priority { get; private set; }

        internal double Served { get; set; }

        internal int Granted { get; set; }

        /// <summary>Lanes that it was told of: its own until it asks again, whether a run still uses them or not.</summary>
        internal int Held { get; set; }

        internal int Wanted { get; private set; }

        internal int Running { get; private set; }

        internal int Waiting { get; private set; }

        internal (int Priority, double Served, long Order) Rank => (-Priority, Served + (Charge * Granted), _order);

        private long _order;

        /// <summary>
        /// Counts what it was served and takes back lanes that it does not use. A run may begin and end between two
        /// questions, so it is what was granted that counts, not what is seen to run.
        /// </summary>
        internal void Update(LaneRequest request, (int Priority, long Order) rank, TimeSpan now)
        {
            Served += Held * (now - Asked).TotalSeconds;
            (Priority, _order) = rank;
            (Running, Wanted, Waiting, Asked) = (request.Running, request.Wanted, request.Waiting, now);
            Granted = request.Running;
        }
    }
}
