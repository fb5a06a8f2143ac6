using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Delegator;

/// <summary>The kind <c>delegator</c>: holds AKT and bonds it with validators while that pays.</summary>
internal static class DelegatorKind
{
    internal static AgentKind Kind { get; } = new(
        AkashTerms.Delegator, "Holds AKT and decides whether it is bonded, kept free or sold.",
        new Section(AkashTerms.Delegator, "A holder of AKT.",
        [
            Field.Amount(
                "startAkt", 10_000 * AkashTerms.Unit, 0, 388_539_008L * AkashTerms.Unit, AkashTerms.Akt,
                AkashTerms.Decimals, "Mean of the AKT that each agent begins with, log-normal.", "[A]"),
            Field.Number("startSpread", 1, 0, 3, "", "Standard deviation of its logarithm.", "[A]"),
            Field.Number("stakedShare", 0.5, 0, 1, "", "Share of agents who stake from their first tick on.", "[A]"),
            Field.Number(
                "trendTrust", 0, 0, 10, "",
                "Weight of a price's trend over the last days in what it expects; with any, holders move as a herd.",
                "[A]"),
            .. ChoiceSettings.Fields.Select(OwnDefault),
        ]),
        DelegatorColumns.All, DelegatorColumns.Sums,
        (population, planning) => new DelegatorBehaviour(population, planning))
    {
        Income = DelegatorColumns.RewardsName, DefaultPolicy = YieldDelegator.Name,
    };

    internal static IReadOnlyList<PolicyKind> Policies { get; } =
    [
        new(
            AkashTerms.Delegator, YieldDelegator.Name, "Stakes, holds or sells AKT by what is worth most.",
            (population, planning) => new YieldDelegator(population, planning)),
        new(
            AkashTerms.Delegator, IdleDelegator.Name, "Stakes all it has, or keeps it free, as it was born.",
            (_, planning) => new IdleDelegator(planning)),
    ];

    /// <summary>Delegators think of it once a week, by the quarter; gas is not charged.</summary>
    private static Field OwnDefault(Field field) => field.Name switch
    {
        "reviewRate" => field with { Default = 0.14 },
        "horizonDays" => field with { Default = 90.0 },
        "switchCost" => field with { Default = 0.0 },
        "reservationIncome" => field with
        {
            Default = 0.0003,
            Unit = "1/d",
            Doc = "Median of what a free USD could earn elsewhere a day.",
        },
        _ => field,
    };
}
