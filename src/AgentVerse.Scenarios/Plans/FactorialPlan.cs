using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Plans;

/// <summary>
/// Does every run of a design, all at once: by point, then replicate, then treatment, so that the runs of a pair stand
/// together.
/// </summary>
internal sealed class FactorialPlan(Design design) : IPlan
{
    /// <inheritdoc/>
    public IReadOnlyList<RunPoint> Next(IReadOnlyList<RunSummary> finished)
    {
        HashSet<(int, int, string)> ended =
            [.. finished.Select(f => (f.Run.Point, f.Run.Replicate, f.Run.Treatment))];
        List<RunPoint> next = [];
        for (int point = 0; point < design.Points.Count; point++)
        {
            IReadOnlyList<Override> set = design.Points[point];
            IReadOnlyList<Override>[] sets = [.. design.Treatments.Select(t => (Override[])[.. set, .. t.Set])];
            for (int replicate = 0; replicate < design.Replicates; replicate++)
            {
                for (int i = 0; i < sets.Length; i++)
                {
                    string treatment = design.Treatments[i].Name;
                    if (!ended.Contains((point, replicate, treatment)))
                    {
                        next.Add(new RunPoint(point, treatment, replicate, sets[i]));
                    }
                }
            }
        }

        return next;
    }
}
