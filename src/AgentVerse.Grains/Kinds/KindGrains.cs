using System.Reflection;

namespace AgentVerse.Grains.Kinds;

/// <summary>Which grain type holds the cohorts of a kind, so that a dashboard shows agents by kind.</summary>
internal static class KindGrains
{
    private const string Other = "agent";
    private static readonly SortedSet<string> Known = new(
        typeof(KindGrains).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(CohortGrain)))
            .Select(t => t.GetCustomAttribute<GrainTypeAttribute>()!.GetGrainType(null!, t).ToString()!),
        StringComparer.Ordinal);

    /// <summary>Id of the grain of a cohort.</summary>
    internal static GrainId Cohort(string kind, string key) =>
        GrainId.Create(Known.Contains(kind) ? kind : Other, key);
}
