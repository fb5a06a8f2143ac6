using System.Globalization;

namespace AgentVerse.Scenarios.Reading;

/// <summary>Spans of time and dates as scenarios write them.</summary>
internal static class TimeText
{
    /// <summary>Seconds of a day.</summary>
    public const long Day = 86_400;

    private const int Decimals = 6;

    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>
    /// Reads a span: a decimal of at most six decimals and one of s, m, h, d (<c>12s</c>, <c>1.5h</c>). It must be
    /// whole seconds.
    /// </summary>
    public static DecimalOutcome TryReadSpan(string text, out Int128 seconds)
    {
        seconds = 0;
        long unit = text.Length < 2 ? 0 : SecondsOf(text[^1]);
        if (unit == 0 || !text[..^1].All(c => char.IsAsciiDigit(c) || c == '.'))
        {
            return DecimalOutcome.NotDecimal;
        }

        string number = text[..^1];
        if (number[0] == '.' || number[^1] == '.' || ExactDecimal.HasLeadingZero(number))
        {
            return DecimalOutcome.NotDecimal;
        }

        DecimalOutcome outcome = ExactDecimal.TryRead(number, Decimals, out Int128 millionths);
        if (outcome != DecimalOutcome.Exact)
        {
            return outcome;
        }

        if (millionths > long.MaxValue)
        {
            return DecimalOutcome.TooLarge;
        }

        seconds = millionths * unit / 1_000_000;
        return millionths * unit % 1_000_000 == 0 ? DecimalOutcome.Exact : DecimalOutcome.TooFine;
    }

    /// <summary>A span in its largest unit that divides it: 5400 s is <c>90m</c>.</summary>
    public static string Span(Int128 seconds)
    {
        char unit = seconds == 0 ? 's'
            : seconds % Day == 0 ? 'd'
            : seconds % 3600 == 0 ? 'h'
            : seconds % 60 == 0 ? 'm' : 's';
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / SecondsOf(unit)}{unit}");
    }

    /// <summary>Reads a UTC date, <c>2025-12-20</c>, as seconds since 1970.</summary>
    public static bool TryReadDate(string text, out long seconds)
    {
        bool read = DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
        seconds = read ? (date.DayNumber - EpochDay) * Day : 0;
        return read;
    }

    /// <summary>The date of a time in seconds since 1970, within the years 1 to 9999.</summary>
    public static string Date(Int128 seconds)
    {
        Int128 day = (seconds / Day) + EpochDay;
        int number = (int)Int128.Clamp(day, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber);
        return DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static long SecondsOf(char unit) => unit switch
    {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => Day,
        _ => 0,
    };
}
