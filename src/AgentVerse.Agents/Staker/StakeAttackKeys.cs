using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Staker;

/// <summary>Keys of strategies that buy stake on one subnet in order to sell it.</summary>
internal static class StakeAttackKeys
{
    private const int MostTicks = 1_000_000;

    internal static IReadOnlyList<Field> All { get; } =
    [
        Field.Integer("target", 1, 1, 65_535, "", "Number of the subnet that dump, wash and raid act on.", "[A]"),
        Field.Amount(
            "budget", 1_000_000_000_000, 0, 21_000_000_000_000_000, BittensorTerms.Tao, BittensorTerms.Decimals,
            "TAO that a round of such a policy may buy stake for.", "[A]"),
        Field.Integer("attackFrom", 0, 0, MostTicks, "ticks", "Tick in which the first round begins.", "[A]"),
        Field.Integer("buyTicks", 1, 1, MostTicks, "ticks", "Ticks over which a round buys, in equal parts.", "[A]"),
        Field.Integer(
            "holdTicks", 24, 0, MostTicks, "ticks", "Ticks between the last purchase and the sale of all.", "[A]"),
        Field.Integer("pauseTicks", 0, 0, MostTicks, "ticks", "Ticks between a sale and the next round (wash).", "[A]"),
    ];
}
