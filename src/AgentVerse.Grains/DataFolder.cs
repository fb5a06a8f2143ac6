using AgentVerse.Results;

namespace AgentVerse.Grains;

/// <summary>The folder that holds a folder for each experiment; all silos of a cluster see the same one.</summary>
/// <param name="Path">Absolute path.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The folder of an experiment.</summary>
    public ExperimentFolder Experiment(string name) => new(System.IO.Path.Combine(Path, name));
}
