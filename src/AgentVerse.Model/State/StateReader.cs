using System.Runtime.InteropServices;
using System.Text;

namespace AgentVerse.Model.State;

/// <summary>Reads what <see cref="StateWriter"/> wrote; a short or over-long input throws.</summary>
public sealed class StateReader(ReadOnlyMemory<byte> bytes) : StateCodec
{
    private int _position;

    /// <summary>Whether all bytes have been read.</summary>
    public bool AtEnd => _position == bytes.Length;

    /// <inheritdoc/>
    public override void Value<T>(string name, ref T value) =>
        Take(name, MemoryMarshal.AsBytes(new Span<T>(ref value)));

    /// <inheritdoc/>
    public override void Array<T>(string name, ref T[] values)
    {
        int length = 0;
        Value(name, ref length);
        Invariant.Check(length >= 0 && length <= bytes.Length - _position, $"array '{name}' fits its checkpoint");
        values = new T[length];
        Take(name, MemoryMarshal.AsBytes(values.AsSpan()));
    }

    /// <inheritdoc/>
    public override void Text(string name, ref string value)
    {
        byte[] text = [];
        Array(name, ref text);
        value = Encoding.UTF8.GetString(text);
    }

    private void Take(string name, Span<byte> target)
    {
        Invariant.Check(bytes.Length - _position >= target.Length, $"state '{name}' is whole");
        bytes.Span.Slice(_position, target.Length).CopyTo(target);
        _position += target.Length;
    }
}
