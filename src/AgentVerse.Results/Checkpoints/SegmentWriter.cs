using System.IO.Hashing;
using System.Text;
using AgentVerse.Model;
using AgentVerse.Results.Files;

namespace AgentVerse.Results.Checkpoints;

/// <summary>
/// Writes a segment of a checkpoint: the state of many parts in one file. It is there from <see cref="Commit"/> on;
/// without that it is dropped.
/// </summary>
public sealed class SegmentWriter : IDisposable
{
    private readonly string _path;
    private readonly SegmentSink _sink;
    private readonly List<SegmentPart> _parts = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private SegmentWriter(string path, SegmentSink sink)
    {
        _path = path;
        _sink = sink;
    }

    /// <summary>Begins a segment in a store.</summary>
    /// <exception cref="ResultsException">The disk refuses.</exception>
    public static SegmentWriter Create(ISegmentStore store, string path)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Begin(path, store.Create(path));
    }

    /// <summary>Begins a segment as a file.</summary>
    /// <exception cref="ResultsException">The disk refuses.</exception>
    public static SegmentWriter Create(string path) => Begin(path, new FileSink(path));

    /// <summary>Adds a part; its name occurs once.</summary>
    /// <exception cref="ResultsException">The disk refuses.</exception>
    public void Add(string name, ReadOnlySpan<byte> bytes)
    {
        Invariant.Check(_names.Add(name), $"a segment has one part '{name}'");
        _parts.Add(new SegmentPart(name, _sink.Stream.Position, bytes.Length, XxHash128.HashToUInt128(bytes)));
        try
        {
            _sink.Stream.Write(bytes);
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
        using (var trailer = new BinaryWriter(_sink.Stream, Encoding.UTF8, leaveOpen: true))
        {
            long offset = _sink.Stream.Position;
            trailer.Write(index);
            trailer.Write(offset);
            trailer.Write((long)index.Length);
            Write(trailer, XxHash128.HashToUInt128(index));
            trailer.Write(SegmentFormat.TrailerMagic);
        }

        long bytes = _sink.Stream.Position;
        _sink.Commit();
        return bytes;
    });

    /// <inheritdoc/>
    public void Dispose() => _sink.Dispose();

    private static SegmentWriter Begin(string path, SegmentSink sink)
    {
        SegmentWriter writer = new(path, sink);
        try
        {
            Disk.Do("writing", path, Disk.CommittedKept, writer.WriteHeader);
            return writer;
        }
        catch (Exception)
        {
            writer.Dispose();
            throw;
        }
    }

    private void WriteHeader()
    {
        using var header = new BinaryWriter(_sink.Stream, Encoding.UTF8, leaveOpen: true);
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
