using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AgentVerse.Model.Numerics;

/// <summary>Draws for many streams: Philox4x32-10 over lanes, one stream a lane, then a quantile function.</summary>
internal static class DrawKernels
{
    internal const ulong OneBits = 0x3FF0000000000000;

    /// <summary>2^-53: half the step of the grid of uniform numbers.</summary>
    internal const double HalfStep = 1.1102230246251565e-16;

    public static void Fill<TQuantile>(
        ReadOnlySpan<ulong> streams, ulong counterHigh, ulong key, Span<double> results)
        where TQuantile : struct, IQuantile
    {
        if (streams.Length != results.Length)
        {
            throw new ArgumentException($"{results.Length} results for {streams.Length} streams.", nameof(results));
        }

        var i = 0;
        ref var stream = ref MemoryMarshal.GetReference(streams);
        ref var result = ref MemoryMarshal.GetReference(results);
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i <= streams.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            {
                var lanes = new Lanes512 { Value = Vector512.LoadUnsafe(ref stream, (nuint)i).AsDouble() };
                TQuantile.Of(Uniforms(lanes, counterHigh, key)).Value.StoreUnsafe(ref result, (nuint)i);
            }
        }

        for (; i <= streams.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            var lanes = new Lanes256 { Value = Vector256.LoadUnsafe(ref stream, (nuint)i).AsDouble() };
            TQuantile.Of(Uniforms(lanes, counterHigh, key)).Value.StoreUnsafe(ref result, (nuint)i);
        }

        for (; i < streams.Length; i++)
        {
            var lanes = Lanes128.OfBits((long)streams[i]);
            results[i] = TQuantile.Of(Uniforms(lanes, counterHigh, key)).Value.ToScalar();
        }
    }

    /// <summary>
    /// The uniform numbers of (stream, high half of the counter). Only the low halves of the words count: what stands
    /// above them moves to the high halves of other words, and multiplication reads the low ones.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Uniforms<T>(T stream, ulong counterHigh, ulong key)
        where T : struct, ILanes<T>
    {
        var (m0, m1) = (T.OfBits(Philox4x32.M0), T.OfBits(Philox4x32.M1));
        var (c0, c1) = (stream, T.ShiftBitsRight(stream, 32));
        var (c2, c3) = (T.OfBits((uint)counterHigh), T.OfBits((uint)(counterHigh >> 32)));
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        for (var round = 0; round < Philox4x32.Rounds; round++)
        {
            var p0 = T.MultiplyLowHalves(m0, c0);
            var p1 = T.MultiplyLowHalves(m1, c2);
            c0 = T.ShiftBitsRight(p1, 32) ^ c1 ^ T.OfBits(k0);
            c2 = T.ShiftBitsRight(p0, 32) ^ c3 ^ T.OfBits(k1);
            (c1, c3) = (p1, p0);
            k0 += Philox4x32.W0;
            k1 += Philox4x32.W1;
        }

        // The highest 52 bits of (word 1, word 0) as the mantissa of a number in [1, 2).
        var high = T.ShiftBitsRight(T.ShiftBitsLeft(c1, 32), 12);
        var low = T.ShiftBitsRight(T.ShiftBitsLeft(c0, 32), 44);
        return ((high | low | T.OfBits((long)OneBits)) - T.Of(1)) + T.Of(HalfStep);
    }
}
