namespace AgentVerse.Mechanisms.Markets;

/// <summary>A recorded price: from each time on the price of its row, until the next.</summary>
/// <param name="times">Seconds since 1970, ascending.</param>
/// <param name="prices">USD per token, above 0; as many.</param>
public sealed class ReplayPrices(double[] times, double[] prices)
{
    /// <summary>Whether columns are a recorded price: as many, times strictly ascending, prices above 0.</summary>
    public static bool AreSound(double[] times, double[] prices)
    {
        bool isSound = times.Length > 0 && times.Length == prices.Length;
        for (int row = 0; isSound && row < times.Length; row++)
        {
            isSound = double.IsFinite(times[row]) && prices[row] is > 0 and < double.PositiveInfinity
                && (row == 0 || times[row] > times[row - 1]);
        }

        return isSound;
    }

    /// <summary>The price at a time; the first row's before it.</summary>
    public double At(long time)
    {
        int place = Array.BinarySearch(times, (double)time);
        return prices[place >= 0 ? place : Math.Max(0, ~place - 1)];
    }
}
