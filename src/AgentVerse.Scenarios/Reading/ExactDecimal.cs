using System.Globalization;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Reading;

/// <summary>Outcome of reading a decimal.</summary>
internal enum DecimalOutcome
{
    /// <summary>It is a whole number of units.</summary>
    Exact,

    /// <summary>It is no decimal.</summary>
    NotDecimal,

    /// <summary>It has more decimals than a unit.</summary>
    TooFine,

    /// <summary>It has over 38 digits.</summary>
    TooLarge,
}

/// <summary>Decimal text to whole units and back, without a double between.</summary>
internal static class ExactDecimal
{
    private const int DigitsMax = 38;

    /// <summary>
    /// Reads <c>text x 10^decimals</c> where that is a whole number: <c>1.5</c> with 9 decimals is 1,500,000,000;
    /// <c>1e3</c> with none is 1000.
    /// </summary>
    public static DecimalOutcome TryRead(string text, int decimals, out Int128 units)
    {
        units = 0;
        if (!CoreSchema.IsDecimal(text))
        {
            return DecimalOutcome.NotDecimal;
        }

        bool negative = text[0] == '-';
        ReadOnlySpan<char> unsigned = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        int e = unsigned.IndexOfAny('e', 'E');
        ReadOnlySpan<char> mantissa = e < 0 ? unsigned : unsigned[..e];
        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        long power = decimals - (point < 0 ? 0 : mantissa.Length - point - 1);
        string significant = digits.TrimEnd('0');
        power += digits.Length - significant.Length;
        significant = significant.TrimStart('0');
        if (significant.Length == 0)
        {
            return DecimalOutcome.Exact;
        }

        if (e >= 0)
        {
            // An exponent of more than nine digits says "far too large" or "far too fine" whatever it is exactly.
            ReadOnlySpan<char> exponent = unsigned[(e + 1)..];
            bool down = exponent[0] == '-';
            exponent = exponent.TrimStart("+-").TrimStart('0');
            long size = exponent.Length > 9 ? 1_000_000_000
                : exponent.Length == 0 ? 0 : long.Parse(exponent, NumberStyles.None, CultureInfo.InvariantCulture);
            power += down ? -size : size;
        }

        if (power < 0)
        {
            return DecimalOutcome.TooFine;
        }

        if (significant.Length + power > DigitsMax)
        {
            return DecimalOutcome.TooLarge;
        }

        units = Int128.Parse(significant, NumberStyles.None, CultureInfo.InvariantCulture);
        for (long i = 0; i < power; i++)
        {
            units *= 10;
        }

        units = negative ? -units : units;
        return DecimalOutcome.Exact;
    }

    /// <summary>Whether a decimal has a zero in front (<c>010</c>), so that YAML 1.1 reads it in base 8.</summary>
    public static bool HasLeadingZero(string text)
    {
        string unsigned = text.TrimStart('-', '+');
        return unsigned.Length > 1 && unsigned[0] == '0' && char.IsAsciiDigit(unsigned[1]);
    }

    /// <summary>Units as decimal text without trailing zeros: 1,500,000,000 with 9 decimals is <c>1.5</c>.</summary>
    public static string Write(Int128 units, int decimals)
    {
        string digits = Int128.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        string whole = digits[..^decimals];
        string fraction = digits[^decimals..].TrimEnd('0');
        return (units < 0 ? "-" : "") + whole + (fraction.Length > 0 ? "." + fraction : "");
    }
}
