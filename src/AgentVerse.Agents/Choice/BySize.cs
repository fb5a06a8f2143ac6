using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Choice;

/// <summary>Draws from a list in proportion to size: how an agent comes to know of options.</summary>
public static class BySize
{
    /// <summary>Options that an agent considers beside its own and leaving.</summary>
    public const int Considered = 8;

    private const int TriesPerOption = 32;
    private static readonly Purpose Known = Purpose.Of("choice.known");

    /// <summary>Running sums of sizes of at least 0.</summary>
    public static void Cumulate(ReadOnlySpan<double> sizes, Span<double> cumulative)
    {
        double sum = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            sum += sizes[i];
            cumulative[i] = sum;
        }
    }

    /// <summary>The place that a uniform number in (0, 1) falls on; -1 if all sizes are 0. O(log n).</summary>
    public static int Pick(ReadOnlySpan<double> cumulative, double uniform)
    {
        if (cumulative.IsEmpty || cumulative[^1] <= 0)
        {
            return -1;
        }

        double at = uniform * cumulative[^1];
        int low = 0;
        int high = cumulative.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = cumulative[middle] > at ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>
    /// Draws different places one after the other, each by size among those not drawn yet; a place that comes again is
    /// drawn anew, up to 32 times an option, so that sets in which a few hold nearly all may stay short.
    /// </summary>
    /// <param name="cumulative">Running sums of the sizes.</param>
    /// <param name="chooser">Who considers; every review draws anew.</param>
    /// <param name="known">Places; those that it begins with are not drawn.</param>
    /// <param name="begins">How many it begins with.</param>
    /// <returns>How many places there are, those at the beginning included.</returns>
    public static int Draw(ReadOnlySpan<double> cumulative, in Chooser chooser, Span<int> known, int begins)
    {
        int count = begins;
        int tries = (known.Length - begins) * TriesPerOption;
        for (int draw = 0; draw < tries && count < known.Length; draw++)
        {
            int place = Pick(cumulative, chooser.Uniform(Known, draw));
            if (place < 0)
            {
                break;
            }

            if (!known[..count].Contains(place))
            {
                known[count++] = place;
            }
        }

        return count;
    }
}
