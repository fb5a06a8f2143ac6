using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Reading;

/// <summary>Collects problems, each once; keeps the first <see cref="KeptMax"/> and counts the rest.</summary>
internal sealed class ProblemLog
{
    /// <summary>Number of problems kept: more than anyone mends at once.</summary>
    public const int KeptMax = 1000;

    private readonly List<Problem> _kept = [];
    private readonly HashSet<Problem> _seen = [];

    /// <summary>Number of problems added.</summary>
    public int Count { get; private set; }

    /// <summary>Whether further problems are counted only.</summary>
    public bool IsFull => _kept.Count >= KeptMax;

    /// <summary>Adds a problem unless an equal one is there.</summary>
    public void Add(Problem problem)
    {
        if (IsFull)
        {
            Count++;
        }
        else if (_seen.Add(problem))
        {
            Count++;
            _kept.Add(problem);
        }
    }

    /// <summary>Whether an equal problem is there.</summary>
    public bool Contains(Problem problem) => _seen.Contains(problem);

    /// <summary>The problems in order of their lines, those of a line in order of their discovery.</summary>
    public IReadOnlyList<Problem> Sorted()
    {
        List<Problem> sorted = [.. _kept.OrderBy(p => p.Line)];
        if (Count > _kept.Count)
        {
            string more = Shown.Count(Count - _kept.Count, "further problem");
            sorted.Add(new Problem(_kept[0].File, 0, "text", more, "free of problems", "mend those above first"));
        }

        return sorted;
    }
}
