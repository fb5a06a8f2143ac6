namespace AgentVerse.Results.Checkpoints;

/// <summary>
/// A segment file: a header (8 bytes magic, 4 bytes version, 4 bytes zero), the parts one after the other, an index
/// (count; for each part the length of its name, its name in UTF-8, offset, length, XxHash128), and a trailer (offset,
/// length and XxHash128 of the index, 8 bytes magic). All numbers little-endian.
/// </summary>
internal static class SegmentFormat
{
    /// <summary>Version of the layout.</summary>
    public const int Version = 1;

    /// <summary>Bytes of the header.</summary>
    public const int HeaderBytes = 16;

    /// <summary>Bytes of the trailer.</summary>
    public const int TrailerBytes = 40;

    /// <summary>First bytes of a segment.</summary>
    public static ReadOnlySpan<byte> HeaderMagic => "AVSEGMNT"u8;

    /// <summary>Last bytes of a segment.</summary>
    public static ReadOnlySpan<byte> TrailerMagic => "AVSEGEND"u8;
}

/// <summary>Where a part stands in its segment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Its first byte.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Checksum">XxHash128 of its bytes.</param>
public sealed record SegmentPart(string Name, long Offset, long Length, UInt128 Checksum);
