using System.IO.Hashing;
using System.Text;
using AgentVerse.Results.Files;

namespace AgentVerse.Results.Checkpoints;

/// <summary>Reads parts of a segment by name. What does not fit its checksum is refused, never guessed at.</summary>
public sealed class SegmentReader : IDisposable
{
    private readonly string _path;
    private readonly Stream _file;
    private readonly Dictionary<string, SegmentPart> _parts = new(StringComparer.Ordinal);

    private SegmentReader(string path, Stream file)
    {
        _path = path;
        _file = file;
    }

    /// <summary>Parts in the order of writing.</summary>
    public IReadOnlyList<SegmentPart> Parts { get; private set; } = [];

    /// <summary>Opens a segment that is a file and reads its index.</summary>
    /// <exception cref="ResultsException">It is missing, locked, damaged or from a newer version.</exception>
    public static SegmentReader Open(string path) => Open(path, () => File.OpenRead(path));

    /// <summary>Opens a segment of a store and reads its index.</summary>
    /// <inheritdoc cref="Open(string)"/>
    public static SegmentReader Open(ISegmentStore store, string path)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Open(path, () => store.Open(path));
    }

    /// <summary>Reads one part.</summary>
    /// <exception cref="ResultsException">There is none of that name, or it is damaged.</exception>
    public byte[] Read(string name)
    {
        if (!_parts.TryGetValue(name, out SegmentPart? part))
        {
            throw Damaged($"it has no part '{name}'");
        }

        byte[] bytes = Disk.Read(_path, () => Bytes(part.Offset, part.Length));
        return XxHash128.HashToUInt128(bytes) == part.Checksum
            ? bytes
            : throw Damaged($"part '{name}' does not fit its checksum");
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static SegmentReader Open(string path, Func<Stream> open) => Disk.Read(path, () =>
    {
        var reader = new SegmentReader(path, open());
        try
        {
            reader.CheckHeader();
            reader.ReadIndex();
            return reader;
        }
        catch (Exception)
        {
            reader.Dispose();
            throw;
        }
    });

    private void CheckHeader()
    {
        if (_file.Length < SegmentFormat.HeaderBytes + SegmentFormat.TrailerBytes)
        {
            throw Damaged("it is too short");
        }

        byte[] header = Bytes(0, SegmentFormat.HeaderBytes);
        if (!header.AsSpan(0, 8).SequenceEqual(SegmentFormat.HeaderMagic))
        {
            throw Damaged("it does not begin like a segment");
        }

        int version = BitConverter.ToInt32(header, 8);
        if (version > SegmentFormat.Version)
        {
            throw new ResultsException(
                $"checkpoint {_path} was written by a newer AgentVerse (layout {version}; this one reads "
                + $"{SegmentFormat.Version})",
                Disk.NothingChanged, "Install the newer version");
        }
    }

    private void ReadIndex()
    {
        byte[] trailer = Bytes(_file.Length - SegmentFormat.TrailerBytes, SegmentFormat.TrailerBytes);
        if (!trailer.AsSpan(32).SequenceEqual(SegmentFormat.TrailerMagic))
        {
            throw Damaged("its end is missing");
        }

        long offset = BitConverter.ToInt64(trailer, 0);
        long length = BitConverter.ToInt64(trailer, 8);
        if (offset < SegmentFormat.HeaderBytes || length < 0
            || length != _file.Length - SegmentFormat.TrailerBytes - offset)
        {
            throw Damaged("its index is not where its trailer says");
        }

        byte[] index = Bytes(offset, length);
        var checksum = new UInt128(BitConverter.ToUInt64(trailer, 24), BitConverter.ToUInt64(trailer, 16));
        if (XxHash128.HashToUInt128(index) != checksum)
        {
            throw Damaged("its index does not fit its checksum");
        }

        Parts = PartsOf(index);
        foreach (SegmentPart part in Parts)
        {
            _parts.Add(part.Name, part);
        }
    }

    private static SegmentPart[] PartsOf(byte[] index)
    {
        // The index fits its checksum, so it says what the writer wrote.
        using var reader = new BinaryReader(new MemoryStream(index));
        var parts = new SegmentPart[reader.ReadInt32()];
        for (int i = 0; i < parts.Length; i++)
        {
            string name = Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadInt32()));
            long offset = reader.ReadInt64();
            long length = reader.ReadInt64();
            ulong low = reader.ReadUInt64();
            parts[i] = new SegmentPart(name, offset, length, new UInt128(reader.ReadUInt64(), low));
        }

        return parts;
    }

    private byte[] Bytes(long offset, long length)
    {
        var bytes = new byte[length];
        _file.Position = offset;
        _file.ReadExactly(bytes);
        return bytes;
    }

    private ResultsException Damaged(string how) => new(
        $"checkpoint {_path} is damaged: {how}", "Earlier checkpoints and published results are whole",
        "Resume from an earlier checkpoint, or run again");
}
