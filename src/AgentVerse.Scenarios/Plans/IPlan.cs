namespace AgentVerse.Scenarios.Plans;

/// <summary>An experiment: which runs to do. Pure: the same finished runs always give the same answer.</summary>
public interface IPlan
{
    /// <summary>
    /// The runs to do next, given those that have ended (well or not); none if the experiment is done. It is asked at
    /// the start, after a restart, and when all runs that it gave have ended.
    /// </summary>
    IReadOnlyList<RunPoint> Next(IReadOnlyList<RunSummary> finished);
}
