using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace AgentVerse.Model.State;

/// <summary>
/// Writes state as bytes: values as they stand in memory (little-endian), arrays with their length before.
/// </summary>
public sealed class StateWriter : StateCodec
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What has been written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <inheritdoc/>
    public override void Value<T>(string name, ref T value) =>
        _bytes.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(ref value)));

    /// <inheritdoc/>
    public override void Array<T>(string name, ref T[] values)
    {
        int length = values.Length;
        Value(name, ref length);
        _bytes.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    /// <inheritdoc/>
    public override void Text(string name, ref string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        Array(name, ref bytes);
    }
}
