using AgentVerse.Results.Files;

namespace AgentVerse.Results.Checkpoints;

/// <summary>Segments as files of the experiment's folder.</summary>
public sealed class FolderSegments(ExperimentFolder root) : ISegmentStore
{
    /// <inheritdoc/>
    public SegmentSink Create(string path) => new FileSink(root.Absolute(path));

    /// <inheritdoc/>
    public Stream Open(string path) => Disk.Read(root.Absolute(path), () => File.OpenRead(root.Absolute(path)));

    /// <inheritdoc/>
    public IReadOnlyList<string> Folders(string folder) => Disk.Read(root.Absolute(folder), () =>
        Directory.Exists(root.Absolute(folder))
            ? Directory.EnumerateDirectories(root.Absolute(folder)).Select(d => Path.GetFileName(d)).ToArray()
            : []);

    /// <inheritdoc/>
    public void Delete(string folder)
    {
        string path = root.Absolute(folder);
        Disk.Do("deleting old checkpoints in", path, "The newest checkpoints are whole", () =>
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        });
    }
}
