using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AgentVerse.Model.Contracts;

/// <summary>
/// The agents of a cohort as columns in one buffer, which is also the checkpoint's and the wire's form: 8-byte columns
/// first, then 4-byte ones, so that nothing is padded and one agent in its own grain costs one array.
/// </summary>
public sealed class Columns
{
    private readonly int[] _offsets;

    /// <summary>Zeroed columns for <paramref name="count"/> agents.</summary>
    public Columns(IReadOnlyList<Column> schema, int count)
        : this(schema, count, new byte[BytesPerAgent(schema) * count])
    {
    }

    /// <summary>Columns over a buffer that now belongs to them.</summary>
    public Columns(IReadOnlyList<Column> schema, int count, byte[] buffer)
    {
        Schema = schema;
        Count = count;
        Buffer = buffer;
        _offsets = Offsets(schema, count);
        Invariant.Check(buffer.Length == BytesPerAgent(schema) * count, "a cohort's buffer fits its columns");
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<Column> Schema { get; }

    /// <summary>Number of agents.</summary>
    public int Count { get; }

    /// <summary>All bytes.</summary>
    public byte[] Buffer { get; }

    /// <summary>A column of signed 64-bit integers.</summary>
    public Span<long> Int64(int column) => Of<long>(column);

    /// <summary>A column of doubles.</summary>
    public Span<double> Double(int column) => Of<double>(column);

    /// <summary>A column of signed 32-bit integers.</summary>
    public Span<int> Int32(int column) => Of<int>(column);

    /// <summary>A column of unsigned 64-bit integers.</summary>
    public Span<ulong> UInt64(int column) => Of<ulong>(column);

    /// <summary>A cell as 64 bits, as tables carry it.</summary>
    public long Cell(int column, int row) =>
        Schema[column].Type == ColumnType.Int32 ? Int32(column)[row] : Int64(column)[row];

    /// <summary>Bytes that one agent takes.</summary>
    public static int BytesPerAgent(IReadOnlyList<Column> schema)
    {
        int bytes = 0;
        for (int i = 0; i < schema.Count; i++)
        {
            bytes += schema[i].Size;
        }

        return bytes;
    }

    private static int[] Offsets(IReadOnlyList<Column> schema, int count)
    {
        int[] offsets = new int[schema.Count];
        int next = 0;
        foreach (int size in (ReadOnlySpan<int>)[sizeof(long), sizeof(int)])
        {
            for (int i = 0; i < schema.Count; i++)
            {
                if (schema[i].Size == size)
                {
                    offsets[i] = next;
                    next = checked(next + (size * count));
                }
            }
        }

        return offsets;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<T> Of<T>(int column)
        where T : unmanaged =>
        MemoryMarshal.CreateSpan(
            ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(Buffer).At(_offsets[column])), Count);
}
