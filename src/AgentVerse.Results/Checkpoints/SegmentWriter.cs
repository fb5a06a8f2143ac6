using System.IO.Hashing;
using System.Text;
using AgentVerse.Model;
using AgentVerse.Results.Files;

namespace AgentVerse.Results.Checkpoints;

/// <summary>
/// Writes a segment of a checkpoint: the state of many parts in one file. The file takes its name in
/// <see cref="Commit"/> when all of it is on the disk; without that it is deleted.
/// </summary>
public sealed class SegmentWriter : IDisposable
{
    private readonly string _path;
    private readonly string _unfinished;
    private readonly FileStream _file;
    private readonly List<SegmentPart> _parts = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private SegmentWriter(string path, FileStream file)
    {
        _path = path;
        _unfinished = file.Name;
        _file = file;
    }

    /// <summary>Begins a segment.</summary>
    /// <exception cref="ResultsException">The disk refuses.</exception>
    public static SegmentWriter Create(string path) => Disk.Do("writing", path, Disk.CommittedKept, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string unfinished = path + DurableFile.Unfinished;
        var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        var writer = new SegmentWriter(path, file);
        try
        {
            writer.WriteHeader();
            return writer;
        }
        catch (Exception)
        {
            writer.Dispose();
            throw;
        }
    });

    /// <summary>Adds a part; its name occurs once.</summary>
    /// <exception cref="ResultsException">The disk refuses.</exception>
    public void Add(string name, ReadOnlySpan<byte> bytes)
    {
        Invariant.Check(_names.Add(name), $"a segment has one part '{name}'");
        _parts.Add(new SegmentPart(name, _file.Position, bytes.Length, XxHash128.HashToUInt128(bytes)));
        try
        {
            _file.Write(bytes);
        }
        catch (IOException cause)
        {
            throw Disk.Failure("writing", _path, Disk.CommittedKept, cause);
        }
    }

    /// <summary>Ends the segment, forces it to the disk and gives it its name; gives its size in bytes.</summary>
    /// <exception cref="ResultsException">The disk refuses.</exception>
    public long Commit() => Disk.Do("writing", _path, Disk.CommittedKept, () =>
    {
        byte[] index = Index();
        using (var trailer = new BinaryWriter(_file, Encoding.UTF8, leaveOpen: true))
        {
            long offset = _file.Position;
            trailer.Write(index);
            trailer.Write(offset);
            trailer.Write((long)index.Length);
            Write(trailer, XxHash128.HashToUInt128(index));
            trailer.Write(SegmentFormat.TrailerMagic);
        }

        long bytes = _file.Length;
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        DurableFile.Rename(_unfinished, _path);
        FolderSync.Force(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        return bytes;
    });

    /// <inheritdoc/>
    public void Dispose()
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

    private void WriteHeader()
    {
        using var header = new BinaryWriter(_file, Encoding.UTF8, leaveOpen: true);
        header.Write(SegmentFormat.HeaderMagic);
        header.Write(SegmentFormat.Version);
        header.Write(0);
    }

    private byte[] Index()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(_parts.Count);
        foreach (SegmentPart part in _parts)
        {
            byte[] name = Encoding.UTF8.GetBytes(part.Name);
            writer.Write(name.Length);
            writer.Write(name);
            writer.Write(part.Offset);
            writer.Write(part.Length);
            Write(writer, part.Checksum);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    private static void Write(BinaryWriter writer, UInt128 hash)
    {
        writer.Write((ulong)hash);
        writer.Write((ulong)(hash >> 64));
    }
}
