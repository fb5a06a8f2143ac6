using AgentVerse.Model.Numerics;

namespace AgentVerse.Scenarios.Plans;

/// <summary>
/// What to try next, given all that was tried. Pure: the same candidates and scores always give the same answer, so a
/// search that was stopped goes on as if it had not been.
/// </summary>
internal static class SearchMethods
{
    /// <summary>Least standard deviation of a coordinate, so that cross-entropy never stands still.</summary>
    private const double LeastSpread = 0.02;

    /// <summary>Weight of no knowledge at all beside the elite's choice of a number of accounts.</summary>
    private const double PriorCount = 0.5;

    private const int ElitesMin = 3;
    private const int ElitesMax = 10;
    private const int EliteShare = 5;
    private const int BatchMin = 10;
    private const int Batches = 8;
    private const double Resolution = 1.0 / 1024;
    private static readonly Purpose Coordinate = Purpose.Of("search.coordinate");
    private static readonly Purpose Accounts = Purpose.Of("search.accounts");
    private static readonly ulong Stream = StableHash.Of("search");

    /// <summary>The next points; none where the method has come to its end.</summary>
    public static IReadOnlyList<SearchPoint> Next(Search search, IReadOnlyList<SearchCandidate> tried) =>
        search.Method switch
        {
            SearchMethod.Grid => tried.Count > 0 ? [] : Grid(search),
            SearchMethod.CrossEntropy => CrossEntropy(search, tried),
            _ => Bisection(search, tried),
        };

    /// <summary>
    /// Levels of a grid's axes such that all combinations with all numbers of accounts are at most the evaluations.
    /// </summary>
    public static int LevelsFor(int evaluations, int identities, int axes)
    {
        int levels = 1;
        while (axes > 0 && CountOf(levels + 1, identities, axes) <= evaluations)
        {
            levels++;
        }

        return levels;
    }

    /// <summary>Points of a grid; saturates far above any number of evaluations.</summary>
    public static double CountOf(int levels, int identities, int axes)
    {
        double count = identities;
        for (int axis = 0; axis < axes; axis++)
        {
            count *= levels;
        }

        return count;
    }

    /// <summary>
    /// The bracket of a bisection: the largest coordinate at which the best attack pays, the smallest at which none
    /// does; null at an end that was not found.
    /// </summary>
    public static (double? Pays, double? PaysNot) Bracket(IEnumerable<SearchCandidate> tried)
    {
        double? pays = null, paysNot = null;
        foreach (IGrouping<double, SearchCandidate> fee in tried.GroupBy(c => c.Point.Coordinates[0]))
        {
            bool isPaying = fee.Max(c => c.Score) > 0;
            pays = isPaying && !(fee.Key < pays) ? fee.Key : pays;
            paysNot = !isPaying && !(fee.Key > paysNot) ? fee.Key : paysNot;
        }

        return (pays, paysNot);
    }

    private static List<SearchPoint> Grid(Search search)
    {
        int axes = search.Space.Axes.Count;
        List<SearchPoint> points = [];
        for (int identity = 0; identity < search.Space.Identities.Count; identity++)
        {
            int[] level = new int[axes];
            for (bool isOn = true; isOn;)
            {
                points.Add(new SearchPoint(identity, [.. level.Select(l => Spread(l, search.Levels))]));
                int axis = axes - 1;
                while (axis >= 0 && ++level[axis] == search.Levels)
                {
                    level[axis--] = 0;
                }

                isOn = axis >= 0;
            }
        }

        return points;
    }

    /// <summary>Levels from one end to the other; the middle where there is one.</summary>
    private static double Spread(int level, int levels) => levels == 1 ? 0.5 : (double)level / (levels - 1);

    /// <summary>
    /// Cross-entropy: coordinates from normals with mean and spread of the elite of all tried so far, the number of
    /// accounts by how often the elite has it. The first batch is uniform and has every number of accounts.
    /// <b>Source:</b> Rubinstein and Kroese, The Cross-Entropy Method, 2004.
    /// </summary>
    private static SearchPoint[] CrossEntropy(Search search, IReadOnlyList<SearchCandidate> tried)
    {
        int identities = search.Space.Identities.Count;
        int batch = Math.Max(Math.Max(BatchMin, identities), search.Evaluations / Batches);
        int generation = tried.Count == 0 ? 0 : tried[^1].Generation + 1;
        SearchCandidate[] elite =
        [
            .. tried.Where(c => double.IsFinite(c.Score)).OrderByDescending(c => c.Score).ThenBy(c => c.Number)
                .Take(Math.Clamp(tried.Count / EliteShare, ElitesMin, ElitesMax)),
        ];
        Draws draws = new((ulong)search.Seed, 0);
        return
        [
            .. Enumerable.Range(0, Math.Min(batch, search.Evaluations - tried.Count)).Select(i =>
            {
                StreamDraws at = draws.At(StableHash.Combine(Stream, (ulong)i), generation);
                int identity = generation == 0 ? i % identities : IdentityOf(elite, identities, at.Uniform(Accounts));
                return new SearchPoint(
                    identity, [.. search.Space.Axes.Select((_, axis) => CoordinateOf(elite, axis, at))]);
            }),
        ];
    }

    private static int IdentityOf(SearchCandidate[] elite, int identities, double u)
    {
        double left = u * (elite.Length + (PriorCount * identities));
        for (int identity = 0; identity < identities - 1; identity++)
        {
            left -= elite.Count(c => c.Point.Identity == identity) + PriorCount;
            if (left < 0)
            {
                return identity;
            }
        }

        return identities - 1;
    }

    private static double CoordinateOf(SearchCandidate[] elite, int axis, StreamDraws at)
    {
        if (elite.Length < 2)
        {
            return at.Uniform(Coordinate, axis);
        }

        double mean = elite.Average(c => c.Point.Coordinates[axis]);
        double variance = elite.Sum(c => (c.Point.Coordinates[axis] - mean) * (c.Point.Coordinates[axis] - mean))
            / (elite.Length - 1);
        return Math.Clamp(mean + (Math.Max(Math.Sqrt(variance), LeastSpread) * at.Normal(Coordinate, axis)), 0, 1);
    }

    /// <summary>
    /// Both ends of the range with every number of accounts, then the middle of the bracket, again and again.
    /// </summary>
    private static SearchPoint[] Bisection(Search search, IReadOnlyList<SearchCandidate> tried)
    {
        double[] next = [0, 1];
        if (tried.Count > 0)
        {
            (double? pays, double? paysNot) = Bracket(tried);
            next = pays is { } low && paysNot is { } high && high - low > Resolution ? [(low + high) / 2] : [];
        }

        SearchPoint[] points =
        [
            .. next.SelectMany(u => Enumerable.Range(0, search.Space.Identities.Count)
                .Select(identity => new SearchPoint(identity, [u]))),
        ];
        return tried.Count + points.Length <= search.Evaluations ? points : [];
    }
}
