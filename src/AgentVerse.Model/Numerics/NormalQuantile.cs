using System.Runtime.CompilerServices;

namespace AgentVerse.Model.Numerics;

/// <summary>
/// The standard normal quantile by rational functions: of 0.180625 - q² for |q| = |u - 1/2| ≤ 0.425, else of
/// r = √(-ln min(u, 1 - u)), apart for r ≤ 5 and beyond.
/// </summary>
/// <remarks><b>Source:</b> Wichura, "Algorithm AS 241", Applied Statistics 37 (1988), PPND16.</remarks>
internal readonly struct NormalQuantile : IQuantile
{
    private const double CentreMax = 0.425;
    private const double CentreMaxSquare = 0.180625;
    private const double NearTailMax = 5;
    private const double NearTailShift = 1.6;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Of<T>(T u)
        where T : struct, ILanes<T>
    {
        var q = u - T.Of(0.5);
        var sign = q & T.Of(-0.0);
        var distance = q ^ sign;
        var centre = q * Centre(T.Of(CentreMaxSquare) - (q * q));
        var inTail = distance > T.Of(CentreMax);
        if (!T.Any(inTail))
        {
            return centre;
        }

        var r = T.Sqrt(LogKernels.Log(T.Select(q < T.Of(0), u, T.Of(1) - u)) ^ T.Of(-0.0));
        var tail = NearTail(r - T.Of(NearTailShift));
        var isFar = inTail & (r > T.Of(NearTailMax));
        if (T.Any(isFar))
        {
            tail = T.Select(isFar, FarTail(r - T.Of(NearTailMax)), tail);
        }

        return T.Select(inTail, tail ^ sign, centre);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Centre<T>(T r)
        where T : struct, ILanes<T>
    {
        var numerator = (r * T.Of(2509.0809287301226727)) + T.Of(33430.575583588128105);
        numerator = (numerator * r) + T.Of(67265.770927008700853);
        numerator = (numerator * r) + T.Of(45921.953931549871457);
        numerator = (numerator * r) + T.Of(13731.693765509461125);
        numerator = (numerator * r) + T.Of(1971.5909503065514427);
        numerator = (numerator * r) + T.Of(133.14166789178437745);
        numerator = (numerator * r) + T.Of(3.387132872796366608);
        var denominator = (r * T.Of(5226.495278852854561)) + T.Of(28729.085735721942674);
        denominator = (denominator * r) + T.Of(39307.89580009271061);
        denominator = (denominator * r) + T.Of(21213.794301586595867);
        denominator = (denominator * r) + T.Of(5394.1960214247511077);
        denominator = (denominator * r) + T.Of(687.1870074920579083);
        denominator = (denominator * r) + T.Of(42.313330701600911252);
        return numerator / ((denominator * r) + T.Of(1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T NearTail<T>(T r)
        where T : struct, ILanes<T>
    {
        var numerator = (r * T.Of(7.7454501427834140764e-4)) + T.Of(0.0227238449892691845833);
        numerator = (numerator * r) + T.Of(0.24178072517745061177);
        numerator = (numerator * r) + T.Of(1.27045825245236838258);
        numerator = (numerator * r) + T.Of(3.64784832476320460504);
        numerator = (numerator * r) + T.Of(5.7694972214606914055);
        numerator = (numerator * r) + T.Of(4.6303378461565452959);
        numerator = (numerator * r) + T.Of(1.42343711074968357734);
        var denominator = (r * T.Of(1.05075007164441684324e-9)) + T.Of(5.475938084995344946e-4);
        denominator = (denominator * r) + T.Of(0.0151986665636164571966);
        denominator = (denominator * r) + T.Of(0.14810397642748007459);
        denominator = (denominator * r) + T.Of(0.68976733498510000455);
        denominator = (denominator * r) + T.Of(1.6763848301838038494);
        denominator = (denominator * r) + T.Of(2.05319162663775882187);
        return numerator / ((denominator * r) + T.Of(1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T FarTail<T>(T r)
        where T : struct, ILanes<T>
    {
        var numerator = (r * T.Of(2.01033439929228813265e-7)) + T.Of(2.71155556874348757815e-5);
        numerator = (numerator * r) + T.Of(0.0012426609473880784386);
        numerator = (numerator * r) + T.Of(0.026532189526576123093);
        numerator = (numerator * r) + T.Of(0.29656057182850489123);
        numerator = (numerator * r) + T.Of(1.7848265399172913358);
        numerator = (numerator * r) + T.Of(5.4637849111641143699);
        numerator = (numerator * r) + T.Of(6.6579046435011037772);
        var denominator = (r * T.Of(2.04426310338993978564e-15)) + T.Of(1.4215117583164458887e-7);
        denominator = (denominator * r) + T.Of(1.8463183175100546818e-5);
        denominator = (denominator * r) + T.Of(7.868691311456132591e-4);
        denominator = (denominator * r) + T.Of(0.0148753612908506148525);
        denominator = (denominator * r) + T.Of(0.13692988092273580531);
        denominator = (denominator * r) + T.Of(0.59983220655588793769);
        return numerator / ((denominator * r) + T.Of(1));
    }
}
