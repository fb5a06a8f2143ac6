namespace AgentVerse.Model.Numerics;

/// <summary>
/// Some doubles side by side, so that a kernel is written once and gives the same bits at every width. Masks are lanes
/// with all bits set or none; members named after bits see each lane as a 64-bit integer.
/// </summary>
/// <remarks>
/// The compiler inlines in proportion to the size of the method it starts from. Kernels are therefore methods of some
/// size that are not inlined themselves, and their parts are.
/// </remarks>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    static abstract T Of(double value);

    static abstract T OfBits(long bits);

    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);

    static abstract T operator *(T a, T b);

    static abstract T operator /(T a, T b);

    static abstract T operator <(T a, T b);

    static abstract T operator >(T a, T b);

    static abstract T operator &(T a, T b);

    static abstract T operator |(T a, T b);

    static abstract T operator ^(T a, T b);

    static abstract T Equal(T a, T b);

    static abstract T Select(T mask, T ifSet, T ifNot);

    static abstract bool Any(T mask);

    static abstract T Sqrt(T a);

    static abstract T AddBits(T a, T b);

    static abstract T ShiftBitsLeft(T a, int count);

    static abstract T ShiftBitsRight(T a, int count);

    /// <summary>The 64-bit products of the low halves of the lanes, as unsigned integers.</summary>
    static abstract T MultiplyLowHalves(T a, T b);
}
