using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Miner;

/// <summary>The kind <c>miner</c>: produces output of some quality for a subnet that pays by it.</summary>
internal static class MinerKind
{
    internal const string Name = "miner";

    /// <summary>Factor of the agent's own on what it believes an entry to be worth.</summary>
    internal const int Optimism = NeuronColumns.Count;

    internal static AgentKind Kind { get; } = new(
        Name, "Produces output for a subnet of Bittensor, and registers where that looks worth its price.",
        new Section(Name, "A miner.",
        [
            Field.Amount(
                "startWallet", 10_000_000_000, 0, 21_000_000_000_000_000, BittensorTerms.Tao, BittensorTerms.Decimals,
                "TAO that each agent begins with.", "[A]"),
            Field.Number(
                "skillSpread", 0.5, 0, 5, "", "Standard deviation of the logarithm of quality; its median is 1.",
                "[A]"),
            Field.Number("reviewRate", 1, 0, 1000, "1/d", "Reviews of its strategy a day.", "[A]"),
            Field.Number(
                "reservationSpread", 0.5, 0, 5, "", "Standard deviation of the logarithm of optimism; its median is 1.",
                "[A]"),
            Field.Number("horizonDays", 30, 0.01, 3650, "d", "Days over which it counts on income.", "[A]"),
            Field.Number(
                "driftHalfLifeDays", 2, 0.001, 36_500, "d",
                "Time in which half of a lead in skill is lost (policy drifting).", "[A]"),
            Field.Number("requiredReturn", 0.001, 0, 1, "1/d", "Rate at which it discounts income.", "[A]"),
        ]),
        [
            .. NeuronColumns.All,
            new("optimism", ColumnType.Double, "", "Factor on what it believes an entry to be worth."),
        ],
        NeuronColumns.Sums, (population, planning) => new MinerBehaviour(population, planning))
    {
        Income = NeuronColumns.IncomeName, Cost = NeuronColumns.SpentName,
    };
}
