using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// The kind <c>validator</c>: scores the miners of a subnet and is paid for agreeing with the majority of stake.
/// </summary>
internal static class ValidatorKind
{
    internal const string Name = "validator";

    /// <summary>Policy that the subnet knows as the validator's script.</summary>
    internal const int Script = NeuronColumns.Count;

    internal static AgentKind Kind { get; } = new(
        Name, "Scores the miners of a subnet of Bittensor with its stake behind it.",
        new Section(Name, "A validator.",
        [
            Field.Amount(
                "startWallet", 10_000_000_000, 0, 21_000_000_000_000_000, BittensorTerms.Tao, BittensorTerms.Decimals,
                "TAO that each agent begins with.", "[A]"),
            Field.Number(
                "scoreNoise", 0.1, 0, 5, "", "Standard deviation of the logarithm of a score about true quality.",
                "[A]"),
            Field.Number(
                "scoreExponent", 1, 0, 20, "",
                "Weight = score^value: above 1 rewards the best more than in proportion.", "[A]"),
            Field.Amount(
                "reservation", 1_000_000_000, 0, 21_000_000_000_000, BittensorTerms.Tao, BittensorTerms.Decimals,
                "Most that one which lost its uid pays for another.", "[A]"),
        ]),
        [
            .. NeuronColumns.All,
            new("script", ColumnType.Int32, "", "Index of the policy that its subnet knows as its script."),
        ],
        NeuronColumns.Sums, (population, planning) => new ValidatorBehaviour(population, planning))
    {
        Income = NeuronColumns.IncomeName, Cost = NeuronColumns.SpentName,
    };
}
