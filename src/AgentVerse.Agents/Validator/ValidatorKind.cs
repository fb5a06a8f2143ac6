using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Records;
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

    /// <summary>Alpha of its own staked with its hotkey when its subnet opened.</summary>
    internal const int OpeningStake = Script + 1;

    internal const int TakesSum = NeuronColumns.BidSum + 1;

    internal static AgentKind Kind { get; } = new(
        Name, "Scores the miners of a subnet of Bittensor with its stake behind it.",
        new Section(Name, "A validator.",
        [
            Field.Amount(
                "startWallet", 10_000_000_000, 0, 21_000_000_000_000_000, BittensorTerms.Tao, BittensorTerms.Decimals,
                "TAO that each agent begins with.", "[A]"),
            .. Measurement.Fields,
            Field.Amount(
                "reservation", 1_000_000_000, 0, 21_000_000_000_000, BittensorTerms.Tao, BittensorTerms.Decimals,
                "Most that one which lost its uid pays for another.", "[A]"),
            .. Strategies, .. Take,
        ]),
        [
            .. NeuronColumns.All,
            new("script", ColumnType.Int32, "", "Index of the policy that its subnet knows as its script."),
            new(
                "openingStake", ColumnType.Int64, "alpha base units",
                "Alpha of its own staked with its hotkey when its subnet opened.") { Split = SplitRule.Own },
        ],
        [.. NeuronColumns.Sums, new("takesAsked", CellType.Integer, "", "Changes of take asked for in the tick.")],
        (population, planning) => new ValidatorBehaviour(population, planning))
    {
        Income = NeuronColumns.IncomeName, Cost = NeuronColumns.SpentName, DefaultPolicy = HonestValidator.Name,
    };

    private static IReadOnlyList<Field> Strategies =>
    [
        Field.Integer(
            "copyDelay", 1, 0, 16, "epochs",
            "Age of the consensus that policy copy sets; at 0 that of the weights that stand before an epoch.",
            "[A] the last published"),
        Field.Integer(
            "lazyPeriod", 20, 1, 10_000, "epochs", "Epochs in one of which policy lazy measures: about a day.", "[A]"),
        Field.Texts("allies", [], 0, 16, "Populations whose uids policy cabal gives all its weight."),
        Field.Text(
            "favoured", "", 64,
            "Population in which controller k is controller k of this one: policy selfWeight favours its uids."),
        Field.Number("favourShare", 0.5, 0, 1, "", "Share of its weight that policy selfWeight gives them.", "[A]"),
    ];

    private static IReadOnlyList<Field> Take =>
    [
        new Field("take", FieldType.Number, "Take that it asks of nominators, or strives for; else the default.")
        {
            Min = 0, Max = 0.18, Source = "opentensor/subtensor 14bc6f9f, MaxDelegateTake",
        },
        Field.Choice(
            "takeRule", "fixed", ["fixed", "compete"],
            "Whether it asks for take, or moves below it with what the subnet's other validators pay.", "[A]"),
        Field.Number("takeStep", 0.01, 0.0001, 0.18, "", "Change of a competing take at a review.", "[A]"),
        Field.Number("takeReviewRate", 1, 0, 1000, "1/d", "Reviews of its take a day.", "[A]"),
    ];
}
