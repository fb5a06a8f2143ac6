using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AgentVerse.Model.Numerics;

/// <summary>Eight doubles.</summary>
internal struct Lanes512 : ILanes<Lanes512>
{
    public Vector512<double> Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Of(double value) => new() { Value = Vector512.Create(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 OfBits(long bits) => new() { Value = Vector512.Create(bits).AsDouble() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 a, Lanes512 b) => new() { Value = a.Value + b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 a, Lanes512 b) => new() { Value = a.Value - b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 a, Lanes512 b) => new() { Value = a.Value * b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator /(Lanes512 a, Lanes512 b) => new() { Value = a.Value / b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator &(Lanes512 a, Lanes512 b) => new() { Value = a.Value & b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator |(Lanes512 a, Lanes512 b) => new() { Value = a.Value | b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator ^(Lanes512 a, Lanes512 b) => new() { Value = a.Value ^ b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator <(Lanes512 a, Lanes512 b) => new() { Value = Vector512.LessThan(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator >(Lanes512 a, Lanes512 b) =>
        new() { Value = Vector512.GreaterThan(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Equal(Lanes512 a, Lanes512 b) => new() { Value = Vector512.Equals(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Select(Lanes512 mask, Lanes512 ifSet, Lanes512 ifNot) =>
        new() { Value = Vector512.ConditionalSelect(mask.Value, ifSet.Value, ifNot.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes512 mask) => Vector512.ExtractMostSignificantBits(mask.Value) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Sqrt(Lanes512 a) => new() { Value = Vector512.Sqrt(a.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 AddBits(Lanes512 a, Lanes512 b) =>
        new() { Value = (a.Value.AsInt64() + b.Value.AsInt64()).AsDouble() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 ShiftBitsLeft(Lanes512 a, int count) =>
        new() { Value = (a.Value.AsInt64() << count).AsDouble() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 ShiftBitsRight(Lanes512 a, int count) =>
        new() { Value = (a.Value.AsInt64() >>> count).AsDouble() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 MultiplyLowHalves(Lanes512 a, Lanes512 b)
    {
        if (Avx512F.IsSupported)
        {
            return new() { Value = Avx512F.Multiply(a.Value.AsUInt32(), b.Value.AsUInt32()).AsDouble() };
        }

        var low = Vector512.Create(0xFFFFFFFFUL);
        return new() { Value = ((a.Value.AsUInt64() & low) * (b.Value.AsUInt64() & low)).AsDouble() };
    }
}
