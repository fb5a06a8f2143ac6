using AgentVerse.Results.Files;

namespace AgentVerse.Results.Checkpoints;

/// <summary>Segments as files of the experiment's folder.</summary>
public sealed class FolderSegments(ExperimentFolder folder) : ISegmentStore
{
    /// <inheritdoc/>
    public SegmentSink Create(string path) => new FileSink(folder.Absolute(path));

    /// <inheritdoc/>
    public Stream Open(string path) => Disk.Read(folder.Absolute(path), () => File.OpenRead(folder.Absolute(path)));

    /// <inheritdoc/>
    public IReadOnlyList<string> Folders(string inner) => Disk.Read(folder.Absolute(inner), () =>
        Directory.Exists(folder.Absolute(inner))
            ? Directory.EnumerateDirectories(folder.Absolute(inner)).Select(d => Path.GetFileName(d)).ToArray()
            : []);

    /// <inheritdoc/>
    public void Delete(string inner)
    {
        string path = folder.Absolute(inner);
        Disk.Do("deleting old checkpoints in", path, "The newest checkpoints are whole", () =>
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        });
    }
}
