namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>A date on the calendar of burn and mint: years and months counted from its start, both from 1.</summary>
/// <param name="Year">Year, from 1; year 1 begins on 2023-12-20.</param>
/// <param name="Month">Month of the year, 1..12.</param>
public readonly record struct BmeDate(int Year, int Month)
{
    /// <summary>
    /// The date of an instant; whole calendar months since the start. Before the start it is the start's.
    /// </summary>
    /// <param name="seconds">Seconds since 1970, UTC.</param>
    /// <param name="parameters">Where the calendar begins.</param>
    public static BmeDate Of(long seconds, RenderParameters parameters)
    {
        DateTime start = DateTime.UnixEpoch.AddSeconds(parameters.BmeStart);
        DateTime now = DateTime.UnixEpoch.AddSeconds(Math.Max(seconds, parameters.BmeStart));
        int months = ((now.Year - start.Year) * 12) + now.Month - start.Month - (now.Day < start.Day ? 1 : 0);
        return new BmeDate(1 + (months / 12), 1 + (months % 12));
    }

    /// <summary>Start of this date's year, seconds since 1970.</summary>
    public long StartOfYear(RenderParameters parameters)
    {
        DateTime start = DateTime.UnixEpoch.AddSeconds(parameters.BmeStart).AddYears(Year - 1);
        return (start - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
    }
}
