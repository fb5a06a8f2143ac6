using AgentVerse.Agents.Choice;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Tests.Agents.Choice;

/// <summary>Agents that choose, by number.</summary>
internal static class Someone
{
    internal const int Many = 20_000;

    internal static Chooser Of(int number, int tick = 0, int halfYear = 0, ulong seed = 7) =>
        new(new Draws(seed, 0), StableHash.Mix((ulong)number + 1), tick, halfYear);

    /// <summary>Share of many agents whose choice passes a test, each with a set of its own making.</summary>
    internal static double Share(IChoiceRule rule, Func<int, bool> isCounted, params Option[] options)
    {
        int counted = 0;
        for (int i = 0; i < Many; i++)
        {
            counted += isCounted(Choose(rule, Of(i), options)) ? 1 : 0;
        }

        return (double)counted / Many;
    }

    internal static int Choose(IChoiceRule rule, Chooser chooser, params Option[] options)
    {
        ChoiceSet set = new(new Option[options.Length], 1);
        foreach (Option option in options)
        {
            set.Add(option.Path, option.Value);
        }

        return rule.Choose(set, chooser);
    }

    /// <summary>Three standard deviations of a share among many.</summary>
    internal static double Error(double share) => 3.5 * Math.Sqrt(share * (1 - share) / Many);
}
