using AgentVerse.Model;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Choice;

/// <summary>
/// Nested choice: stay or leave, then a network, a shard, a tactic. A nest's value is theta ln(mean exp(z / theta))
/// over its members, the mean, so that duplicates attract nobody; at each level the largest value + theta * taste wins.
/// Over agents that is a nested logit; for one agent it is an order of preference that lasts half a year. Temperature 0
/// takes the largest value, equal ones by a drawn hash.
/// </summary>
/// <remarks><b>Source:</b> McFadden, "Modelling the choice of residential location" (1978), with the mean for the sum.
/// Cost O(levels x options) exponentials, nothing allocated.</remarks>
public sealed class NestedLogit : IChoiceRule
{
    private readonly double[] _temperatures;

    /// <summary>One temperature at every level.</summary>
    /// <param name="temperature">Temperature, at least 0.</param>
    public NestedLogit(double temperature)
        : this([temperature, temperature, temperature, temperature])
    {
    }

    /// <summary>A temperature a level: stay or leave, network, shard, tactic.</summary>
    /// <param name="temperatures">Temperatures, at least 0; they should not rise from level to level.</param>
    public NestedLogit(ReadOnlySpan<double> temperatures)
    {
        Invariant.Check(temperatures.Length == OptionPath.Levels, "every level has a temperature");
        _temperatures = temperatures.ToArray();
    }

    /// <summary>Best response: the most valuable of all options, without tastes.</summary>
    public static NestedLogit BestResponse { get; } = new(0);

    /// <inheritdoc/>
    public int Choose(in ChoiceSet options, in Chooser chooser)
    {
        int from = 0;
        int to = options.Count;
        for (int level = 0; level < OptionPath.Levels && to - from > 1; level++)
        {
            (from, to) = Pick(options, chooser, from, to, level);
        }

        return from;
    }

    /// <summary>Value of the nest of options [from, to) whose members differ at a level.</summary>
    public double Inclusive(in ChoiceSet options, int from, int to, int level)
    {
        if (to - from == 1)
        {
            return options.Z(from);
        }

        if (level == OptionPath.Levels)
        {
            return Mean(options, from, to);
        }

        Span<double> values = stackalloc double[to - from];
        int members = 0;
        double largest = double.NegativeInfinity;
        for (int start = from, end; start < to; start = end)
        {
            end = EndOf(options, start, to, level);
            values[members] = Inclusive(options, start, end, level + 1);
            largest = Math.Max(largest, values[members++]);
        }

        double temperature = _temperatures[level];
        if (members == 1 || temperature == 0)
        {
            return largest;
        }

        double sum = 0;
        foreach (double value in values[..members])
        {
            sum += DeterministicMath.Exp((value - largest) / temperature);
        }

        return largest + (temperature * DeterministicMath.Log(sum / members));
    }

    private (int From, int To) Pick(in ChoiceSet options, in Chooser chooser, int from, int to, int level)
    {
        double temperature = _temperatures[level];
        (int From, int To) best = (from, to);
        double bestValue = double.NegativeInfinity;
        ulong bestKey = 0;
        for (int start = from, end; start < to; start = end)
        {
            end = EndOf(options, start, to, level);
            if (start == from && end == to)
            {
                return (from, to);
            }

            ulong key = KeyOf(options[start].Path, level);
            double taste = temperature == 0 ? 0 : temperature * chooser.TasteFor(key);
            double value = Inclusive(options, start, end, level + 1) + taste;
            bool isBetter = value > bestValue
                || (value == bestValue && chooser.TieFor(key) > chooser.TieFor(bestKey));
            if (isBetter)
            {
                (best, bestValue, bestKey) = ((start, end), value, key);
            }
        }

        return best;
    }

    /// <summary>End of the options that share the key of the one at the start.</summary>
    private static int EndOf(in ChoiceSet options, int start, int to, int level)
    {
        int end = start + 1;
        while (end < to && options[end].Path[level] == options[start].Path[level])
        {
            end++;
        }

        return end;
    }

    /// <summary>Hash of the keys down to a level: the same tactic elsewhere is another one.</summary>
    private static ulong KeyOf(in OptionPath path, int level)
    {
        ulong key = 0;
        for (int i = 0; i <= level; i++)
        {
            key = StableHash.Combine(key, path[i]);
        }

        return key;
    }

    private static double Mean(in ChoiceSet options, int from, int to)
    {
        double sum = 0;
        for (int place = from; place < to; place++)
        {
            sum += options.Z(place);
        }

        return sum / (to - from);
    }
}
