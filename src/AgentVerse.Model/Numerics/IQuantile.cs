using System.Runtime.CompilerServices;

namespace AgentVerse.Model.Numerics;

/// <summary>A quantile function over lanes.</summary>
internal interface IQuantile
{
    static abstract T Of<T>(T u)
        where T : struct, ILanes<T>;
}

internal readonly struct IdentityQuantile : IQuantile
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T u)
        where T : struct, ILanes<T> => u;
}

internal readonly struct ExponentialQuantile : IQuantile
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T u)
        where T : struct, ILanes<T> => LogKernels.Log(T.Of(1) - u) ^ T.Of(-0.0);
}

internal readonly struct GumbelQuantile : IQuantile
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T u)
        where T : struct, ILanes<T> => LogKernels.Log(LogKernels.Log(u) ^ T.Of(-0.0)) ^ T.Of(-0.0);
}
