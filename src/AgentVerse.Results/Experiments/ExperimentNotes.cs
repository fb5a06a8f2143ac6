using AgentVerse.Results.Tables;

namespace AgentVerse.Results.Experiments;

/// <summary>What the metadata of an experiment's own tables says: all that is needed to run it again.</summary>
internal static class ExperimentNotes
{
    /// <summary>Metadata from the manifest.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(Manifest manifest) =>
    [
        KeyValuePair.Create(TableFormat.Prefix + "experiment", manifest.Name),
        KeyValuePair.Create(TableFormat.Prefix + "version", manifest.Version),
        KeyValuePair.Create(TableFormat.Prefix + "digestScheme", manifest.DigestScheme),
        KeyValuePair.Create(TableFormat.Prefix + "design", manifest.Design),
        KeyValuePair.Create(TableFormat.Prefix + "scenario", manifest.Scenario),
    ];
}
