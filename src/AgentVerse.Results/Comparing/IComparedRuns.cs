namespace AgentVerse.Results.Comparing;

/// <summary>The runs of an experiment that are done, to be compared.</summary>
public interface IComparedRuns
{
    /// <summary>Points at which treatments are compared.</summary>
    IReadOnlyList<int> Points { get; }

    /// <summary>The done pairs of a point, by replicate.</summary>
    IEnumerable<RunPair> Pairs(int point, string control, string treatment);
}
