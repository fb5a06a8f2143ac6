using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AgentVerse.Model.Numerics;

/// <summary>Four doubles.</summary>
internal struct Lanes256 : ILanes<Lanes256>
{
    public Vector256<double> Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Of(double value) => new() { Value = Vector256.Create(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 OfBits(long bits) => new() { Value = Vector256.Create(bits).AsDouble() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 a, Lanes256 b) => new() { Value = a.Value + b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 a, Lanes256 b) => new() { Value = a.Value - b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 a, Lanes256 b) => new() { Value = a.Value * b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator /(Lanes256 a, Lanes256 b) => new() { Value = a.Value / b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator &(Lanes256 a, Lanes256 b) => new() { Value = a.Value & b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator |(Lanes256 a, Lanes256 b) => new() { Value = a.Value | b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator ^(Lanes256 a, Lanes256 b) => new() { Value = a.Value ^ b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator <(Lanes256 a, Lanes256 b) => new() { Value = Vector256.LessThan(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator >(Lanes256 a, Lanes256 b) =>
        new() { Value = Vector256.GreaterThan(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Equal(Lanes256 a, Lanes256 b) => new() { Value = Vector256.Equals(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Select(Lanes256 mask, Lanes256 ifSet, Lanes256 ifNot) =>
        new() { Value = Vector256.ConditionalSelect(mask.Value, ifSet.Value, ifNot.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes256 mask) => Vector256.ExtractMostSignificantBits(mask.Value) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Sqrt(Lanes256 a) => new() { Value = Vector256.Sqrt(a.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 AddBits(Lanes256 a, Lanes256 b) =>
        new() { Value = (a.Value.AsInt64() + b.Value.AsInt64()).AsDouble() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 ShiftBitsLeft(Lanes256 a, int count) =>
        new() { Value = (a.Value.AsInt64() << count).AsDouble() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 ShiftBitsRight(Lanes256 a, int count) =>
        new() { Value = (a.Value.AsInt64() >>> count).AsDouble() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 MultiplyLowHalves(Lanes256 a, Lanes256 b)
    {
        if (Avx2.IsSupported)
        {
            return new() { Value = Avx2.Multiply(a.Value.AsUInt32(), b.Value.AsUInt32()).AsDouble() };
        }

        var low = Vector256.Create(0xFFFFFFFFUL);
        return new() { Value = ((a.Value.AsUInt64() & low) * (b.Value.AsUInt64() & low)).AsDouble() };
    }
}
