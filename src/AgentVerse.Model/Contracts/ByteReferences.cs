using System.Runtime.CompilerServices;

namespace AgentVerse.Model.Contracts;

internal static class ByteReferences
{
    /// <summary>The byte <paramref name="offset"/> bytes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref byte At(this ref byte origin, int offset) => ref Unsafe.AddByteOffset(ref origin, offset);
}
