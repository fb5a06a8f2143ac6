using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Staker;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Nominator;

/// <summary>The kind <c>nominator</c>: stakes TAO with validators, on subnets or root.</summary>
internal static class NominatorKind
{
    internal const string Name = "nominator";

    /// <summary>Dividends on their way to be sold.</summary>
    internal const int Withdrawing = StakerColumns.Count + 1;

    internal static AgentKind Kind { get; } = new(
        Name, "Stakes TAO of its own with validators of Bittensor, one place at a time.",
        new Section(Name, "A nominator.",
        [
            Field.Amount(
                "startWallet", 10_000_000_000, 0, 21_000_000_000_000_000, BittensorTerms.Tao, BittensorTerms.Decimals,
                "TAO that each agent begins with, beside what it has staked.", "[A]"),
            TaoMarket.Key,
            Field.Number(
                "trendTrust", 0.1, 0, 10, "",
                "Weight of a price's trend over the last days in what it expects of a subnet.", "[A]"),
            Field.Number("investedShare", 1, 0, 1, "", "Share of its TAO that it stakes.", "[A]"),
            Field.Number(
                "topUpShare", 0.05, 0, 1, "", "Idle TAO over all it owns from which on it stakes more.", "[A]"),
            Field.Number(
                "withdrawalsPerDay", 0, 0, 1000, "1/d",
                "Times a day at which it sells what its stake has earned, and the TAO where it has a market.", "[A]"),
            .. ChoiceSettings.Fields.Select(OwnDefault),
            .. StakeAttackKeys.All,
        ]),
        [
            .. StakerColumns.All,
            Column.WalletOf(MarketTerms.Usd, "US dollars that it got for TAO."),
            new("withdrawing", ColumnType.Int64, "alpha base units", "Dividends that are on their way to be sold.")
            {
                Split = SplitRule.Own, Recorded = false,
            },
        ],
        StakerColumns.Sums, (population, planning) => new NominatorBehaviour(population, planning))
    {
        Income = StakerColumns.ReceivedName, Cost = StakerColumns.PaidName, DefaultPolicy = HonestNominator.Name,
    };

    internal static IReadOnlyList<PolicyKind> Policies { get; } =
    [
        Of(HonestNominator.Name, "Stakes where yield after take, price trend and cost of moving are worth most.",
            (population, planning) => new HonestNominator(population, planning)),
        Of(IdleNominator.Name, "Keeps the stake that it has.", (_, _) => new IdleNominator()),
        Of(RoundsNominator.Dump, "Accumulates stake on target and sells all of it in one tick.",
            (population, planning) => new RoundsNominator(population, planning, repeats: false)),
        Of(RoundsNominator.Wash, "Buys and sells stake on target round after round, for its price and flow.",
            (population, planning) => new RoundsNominator(population, planning, repeats: true)),
    ];

    /// <summary>Nominators think of it once a week, by the month, and could have 4 % a year elsewhere.</summary>
    private static Field OwnDefault(Field field) => field.Name switch
    {
        "reviewRate" => field with { Default = 0.14 },
        "horizonDays" => field with { Default = 90.0 },
        "switchCost" => field with { Default = 1.0 },
        "reservationIncome" => Reservation(field),
        _ => field,
    };

    private static Field Reservation(Field field) => field with
    {
        Default = 0.0001,
        Unit = "1/d",
        Doc = "Median of what a USD could earn elsewhere a day.",
    };

    private static PolicyKind Of(string name, string doc, Func<PopulationPlan, WorldPlanning, Policy> bind) =>
        new(Name, name, doc, bind);
}
