namespace AgentVerse.Cli.Conformance;

/// <summary>How many cases agree, by file and operation, and the first disagreements.</summary>
internal sealed class ConformanceReport
{
    private const int MaxCasesShown = 20;
    private const int MaxMismatchesShownPerCase = 3;

    private readonly List<Tally> _tallies = [];
    private readonly List<(string File, Case Case, IReadOnlyList<Mismatch> Mismatches)> _failures = [];

    /// <summary>Cases whose output is as expected.</summary>
    internal int Passed { get; private set; }

    /// <summary>Cases whose output is not, or that could not be run.</summary>
    internal int Failed { get; private set; }

    /// <summary>The failed cases with their differences.</summary>
    internal IReadOnlyList<(string File, Case Case, IReadOnlyList<Mismatch> Mismatches)> Failures => _failures;

    /// <summary>Counts a case; <paramref name="mismatches"/> is null if nothing was expected of it.</summary>
    internal void Add(string file, Case one, IReadOnlyList<Mismatch>? mismatches)
    {
        Tally? tally = _tallies.Find(t => t.File == file && t.Op == one.Op);
        if (tally is null)
        {
            tally = new Tally(file, one.Op);
            _tallies.Add(tally);
        }

        if (mismatches is null)
        {
            tally.Unjudged++;
        }
        else if (mismatches.Count == 0)
        {
            tally.Agree++;
            Passed++;
        }
        else
        {
            tally.Disagree++;
            Failed++;
            _failures.Add((file, one, mismatches));
        }
    }

    /// <summary>Writes the differences, a line for each file and operation, and the total as the last line.</summary>
    internal void Write(TextWriter output)
    {
        foreach ((string file, Case one, IReadOnlyList<Mismatch> mismatches) in _failures.Take(MaxCasesShown))
        {
            foreach (Mismatch m in mismatches.Take(MaxMismatchesShownPerCase))
            {
                output.WriteLine(
                    $"{file} {one.Id}: {m.Field}: expected {m.Expected}, actual {m.Actual}, tolerance {m.Tolerance}");
            }

            if (mismatches.Count > MaxMismatchesShownPerCase)
            {
                output.WriteLine($"{file} {one.Id}: and {mismatches.Count - MaxMismatchesShownPerCase} more");
            }
        }

        if (_failures.Count > MaxCasesShown)
        {
            output.WriteLine($"and {_failures.Count - MaxCasesShown} more cases");
        }

        foreach (Tally tally in _tallies)
        {
            string unjudged = tally.Unjudged > 0 ? $", {tally.Unjudged} ran without expectation" : string.Empty;
            int judged = tally.Agree + tally.Disagree;
            output.WriteLine($"{tally.File} {tally.Op}: {tally.Agree} of {judged} agree{unjudged}");
        }

        output.WriteLine($"{Passed} passed, {Failed} failed");
    }

    private sealed class Tally(string file, string op)
    {
        internal string File { get; } = file;

        internal string Op { get; } = op;

        internal int Agree { get; set; }

        internal int Disagree { get; set; }

        internal int Unjudged { get; set; }
    }
}
