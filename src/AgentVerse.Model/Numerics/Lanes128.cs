using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AgentVerse.Model.Numerics;

/// <summary>One double, twice in a register: the scalar width, with the instructions of the wide ones.</summary>
internal struct Lanes128 : ILanes<Lanes128>
{
    public Vector128<double> Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Of(double value) => new() { Value = Vector128.Create(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 OfBits(long bits) => new() { Value = Vector128.Create(bits).AsDouble() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 a, Lanes128 b) => new() { Value = a.Value + b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 a, Lanes128 b) => new() { Value = a.Value - b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(Lanes128 a, Lanes128 b) => new() { Value = a.Value * b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator /(Lanes128 a, Lanes128 b) => new() { Value = a.Value / b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator &(Lanes128 a, Lanes128 b) => new() { Value = a.Value & b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator |(Lanes128 a, Lanes128 b) => new() { Value = a.Value | b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator ^(Lanes128 a, Lanes128 b) => new() { Value = a.Value ^ b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator <(Lanes128 a, Lanes128 b) => new() { Value = Vector128.LessThan(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator >(Lanes128 a, Lanes128 b) =>
        new() { Value = Vector128.GreaterThan(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Equal(Lanes128 a, Lanes128 b) => new() { Value = Vector128.Equals(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Select(Lanes128 mask, Lanes128 ifSet, Lanes128 ifNot) =>
        new() { Value = Vector128.ConditionalSelect(mask.Value, ifSet.Value, ifNot.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes128 mask) => Vector128.ExtractMostSignificantBits(mask.Value) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Sqrt(Lanes128 a) => new() { Value = Vector128.Sqrt(a.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 AddBits(Lanes128 a, Lanes128 b) =>
        new() { Value = (a.Value.AsInt64() + b.Value.AsInt64()).AsDouble() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 ShiftBitsLeft(Lanes128 a, int count) =>
        new() { Value = (a.Value.AsInt64() << count).AsDouble() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 ShiftBitsRight(Lanes128 a, int count) =>
        new() { Value = (a.Value.AsInt64() >>> count).AsDouble() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 MultiplyLowHalves(Lanes128 a, Lanes128 b)
    {
        if (Sse2.IsSupported)
        {
            return new() { Value = Sse2.Multiply(a.Value.AsUInt32(), b.Value.AsUInt32()).AsDouble() };
        }

        var low = Vector128.Create(0xFFFFFFFFUL);
        return new() { Value = ((a.Value.AsUInt64() & low) * (b.Value.AsUInt64() & low)).AsDouble() };
    }
}
