namespace AgentVerse.Scenarios.Plans;

/// <summary>Asks for the runs of a search, a batch at a time, then for those that estimate the best anew.</summary>
internal sealed class SearchPlan(Search search) : IPlan
{
    /// <inheritdoc/>
    public IReadOnlyList<RunPoint> Next(IReadOnlyList<RunSummary> finished) =>
        new SearchReplay(search, finished).Missing;
}
