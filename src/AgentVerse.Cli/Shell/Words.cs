using System.Globalization;

namespace AgentVerse.Cli.Shell;

/// <summary>Numbers as people read them, the same in every culture.</summary>
internal static class Words
{
    private static readonly string[] Units = ["", " k", " M", " G", " T", " P", " E"];

    /// <summary>Three digits and a unit: <c>12.3 M</c>.</summary>
    internal static string Count(double value)
    {
        int unit = 0;
        while (Math.Abs(value) >= 999.5 && unit < Units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        string form = unit == 0 && value == Math.Floor(value) ? "0" : Math.Abs(value) >= 99.95 ? "0"
            : Math.Abs(value) >= 9.995 ? "0.0" : "0.00";
        return value.ToString(form, CultureInfo.InvariantCulture) + Units[unit];
    }

    /// <summary>A span of time in its two largest units: <c>2 h 5 min</c>.</summary>
    internal static string Span(TimeSpan? span) => span switch
    {
        null => "unknown",
        { TotalDays: >= 1 } t => $"{(long)t.TotalDays} d {t.Hours} h",
        { TotalHours: >= 1 } t => $"{t.Hours} h {t.Minutes} min",
        { TotalMinutes: >= 1 } t => $"{t.Minutes} min {t.Seconds} s",
        { } t => $"{Math.Ceiling(t.TotalSeconds).ToString("0", CultureInfo.InvariantCulture)} s",
    };

    /// <summary>A share in per cent: <c>42.0%</c>.</summary>
    internal static string Share(double share) => share.ToString("0.0%", CultureInfo.InvariantCulture);

    /// <summary>A value of a measure with six digits.</summary>
    internal static string Value(double value) =>
        double.IsNaN(value) ? "not defined" : value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>An interval: <c>[1.2, 3.4]</c>.</summary>
    internal static string Interval(double? low, double? high) =>
        low is { } from && high is { } to ? $"[{Value(from)}, {Value(to)}]" : "-";
}
