using AgentVerse.Results.Files;

namespace AgentVerse.Results.Checkpoints;

/// <summary>A segment as a file, which takes its name when all of it is on the disk.</summary>
internal sealed class FileSink : SegmentSink
{
    private const int BufferBytes = 1 << 16;
    private readonly string _path;
    private readonly string _unfinished;
    private readonly FileStream _file;

    internal FileSink(string path)
    {
        _path = path;
        _unfinished = path + DurableFile.Unfinished;
        _file = Disk.Do("writing", path, Disk.CommittedKept, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new FileStream(_unfinished, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes);
        });
    }

    public override Stream Stream => _file;

    public override void Commit()
    {
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        DurableFile.Rename(_unfinished, _path);
        FolderSync.Force(Path.GetDirectoryName(Path.GetFullPath(_path))!);
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            _file.Dispose();
        }
        catch (IOException)
        {
            // What the buffer still held does not matter: the file is not committed.
        }

        DurableFile.TryDelete(_unfinished);
    }
}
