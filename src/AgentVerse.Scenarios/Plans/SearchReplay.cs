using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Plans;

/// <summary>
/// A search as far as it has come, made anew from the runs that have ended: what was tried, what is missing, the best.
/// Nothing else is kept, so a search that is resumed asks for the same runs.
/// </summary>
public sealed class SearchReplay
{
    private readonly Search _search;
    private readonly Dictionary<(int Point, string Treatment, int Replicate), RunSummary> _ended = [];
    private readonly HashSet<(int Point, string Treatment, int Replicate)> _asked = [];
    private readonly List<SearchCandidate> _candidates = [];
    private readonly List<RunPoint> _missing = [];

    /// <summary>Replays a search.</summary>
    public SearchReplay(Search search, IReadOnlyList<RunSummary> finished)
    {
        _search = search;
        foreach (RunSummary summary in finished)
        {
            _ended[(summary.Run.Point, summary.Run.Treatment, summary.Run.Replicate)] = summary;
        }

        for (int replicate = 0; replicate < search.Training; replicate++)
        {
            Ask(new RunPoint(0, search.Control.Name, replicate, search.Control.Set));
        }

        if (search.Budget is { } budget)
        {
            Ask(new RunPoint(
                0, search.Attack.Name, 0, [.. search.Attack.Set, Override.Of(budget.Path, "0")]));
        }

        while (TryBatch())
        {
        }

        if (_missing.Count == 0)
        {
            Best = BestOf();
            FreshGains = Best is null ? [] : Gains(Best, search.Training, search.Fresh);
        }
    }

    /// <summary>Attacks that were tried, or are being tried, in order.</summary>
    public IReadOnlyList<SearchCandidate> Candidates => _candidates;

    /// <summary>Runs that have to end next; none where the search is done.</summary>
    public IReadOnlyList<RunPoint> Missing => _missing;

    /// <summary>
    /// The best attack on the training replicates, once all were tried; null if none could be valued.
    /// </summary>
    public SearchCandidate? Best { get; }

    /// <summary>Attack less control of the best on each fresh replicate; NaN where one of the two failed.</summary>
    public IReadOnlyList<double> FreshGains { get; } = [];

    /// <summary>Values of the control on the fresh replicates.</summary>
    public IReadOnlyList<double> FreshControl =>
        [.. Enumerable.Range(_search.Training, _search.Fresh).Select(r => ValueAt(0, _search.Control.Name, r))];

    /// <summary>
    /// Of a bisection: the highest value tried at which an attack pays and the lowest at which none does, as written;
    /// null at an end that was not found.
    /// </summary>
    public (string? Pays, string? PaysNot) FeeBracket
    {
        get
        {
            (double? pays, double? paysNot) = SearchMethods.Bracket(_candidates);
            return (ValueOf(pays), ValueOf(paysNot));

            string? ValueOf(double? coordinate) => coordinate is null
                ? null
                : _candidates.First(c => c.Point.Coordinates[0] == coordinate).Set[^1].Value;
        }
    }

    /// <summary>What a run of a candidate sets.</summary>
    public static IReadOnlyList<Override> SetOf(Search search, SearchCandidate candidate) =>
        [.. search.Attack.Set, .. search.Budget is null ? (Override[])[] : [search.Budget], .. candidate.Set];

    /// <summary>Adds one batch of candidates; false at the end or where runs are missing.</summary>
    private bool TryBatch()
    {
        if (_candidates.Count >= _search.Evaluations)
        {
            return false;
        }

        HashSet<string> known = [.. _candidates.Select(c => Text(c.Set))];
        int generation = _candidates.Count == 0 ? 0 : _candidates[^1].Generation + 1;
        int before = _candidates.Count;
        foreach (SearchPoint point in SearchMethods.Next(_search, _candidates))
        {
            IReadOnlyList<Override> set = _search.Space.Set(point);
            if (_candidates.Count < _search.Evaluations && known.Add(Text(set)))
            {
                Add(point, set, generation);
            }
        }

        return _candidates.Count > before && _missing.Count == 0;
    }

    private void Add(SearchPoint point, IReadOnlyList<Override> set, int generation)
    {
        SearchCandidate candidate = new()
        {
            Number = _candidates.Count + 1,
            Generation = generation,
            Accounts = _search.Space.Identities[point.Identity],
            Set = set,
            Point = point,
            Gains = [],
        };
        _candidates.Add(candidate with { Gains = Gains(candidate, 0, _search.Training) });
    }

    private SearchCandidate? BestOf()
    {
        IEnumerable<SearchCandidate> valued = _candidates.Where(c => double.IsFinite(c.Score));
        if (_search.Method == SearchMethod.Bisection && SearchMethods.Bracket(_candidates).Pays is { } fee)
        {
            valued = valued.Where(c => c.Point.Coordinates[0] == fee);
        }

        return valued.OrderByDescending(c => c.Score).ThenBy(c => c.Number).FirstOrDefault();
    }

    private double[] Gains(SearchCandidate candidate, int first, int count)
    {
        IReadOnlyList<Override> set = SetOf(_search, candidate);
        double[] gains = new double[count];
        for (int i = 0; i < count; i++)
        {
            Ask(new RunPoint(0, _search.Control.Name, first + i, _search.Control.Set));
            Ask(new RunPoint(candidate.Number, _search.Attack.Name, first + i, set));
            gains[i] = ValueAt(candidate.Number, _search.Attack.Name, first + i)
                - ValueAt(0, _search.Control.Name, first + i);
        }

        return gains;
    }

    private void Ask(RunPoint run)
    {
        (int, string, int) key = (run.Point, run.Treatment, run.Replicate);
        if (!_ended.ContainsKey(key) && _asked.Add(key))
        {
            _missing.Add(run);
        }
    }

    private double ValueAt(int point, string treatment, int replicate) =>
        _ended.TryGetValue((point, treatment, replicate), out RunSummary? run) && run.Succeeded
            ? run.Value
            : double.NaN;

    private static string Text(IReadOnlyList<Override> set) =>
        string.Join('\n', set.Select(o => $"{o.Path}={o.Value}"));
}
