using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Choice;

/// <summary>How the agents of a population choose; the same keys for every role.</summary>
public sealed record ChoiceSettings
{
    private static readonly IReadOnlyList<string> EntryModes = ["open", "rateLimited", "admitted"];

    /// <summary>Temperature of choice.</summary>
    public required double Temperature { get; init; }

    /// <summary>Reviews a day.</summary>
    public required double ReviewRate { get; init; }

    /// <summary>H, days.</summary>
    public required double HorizonDays { get; init; }

    /// <summary>r, a day.</summary>
    public required double RequiredReturn { get; init; }

    /// <summary>rho.</summary>
    public required double RiskAversion { get; init; }

    /// <summary>Share that considers dishonest options.</summary>
    public required double Opportunistic { get; init; }

    /// <summary>m over the scale of the choice.</summary>
    public required double HonestyCost { get; init; }

    /// <summary>S, USD.</summary>
    public required double SwitchCost { get; init; }

    /// <summary>USD that an agent may owe.</summary>
    public required double CreditLimit { get; init; }

    /// <summary>What agents could have elsewhere.</summary>
    public required SupplyCurve Supply { get; init; }

    /// <summary>Who may enter.</summary>
    public required EntryRule Entry { get; init; }

    /// <summary>The keys of every role that chooses; a kind may give others of its own defaults.</summary>
    public static IReadOnlyList<Field> Fields { get; } =
    [
        Field.Number(
            "temperature", 0.1, 0, 100, "",
            "Spread of tastes over what options are worth, in units of income; 0 takes the best.",
            "[A]"),
        Field.Number("reviewRate", 1, 0, 1000, "1/d", "Reviews of its strategy a day.", "[A]"),
        Field.Number("horizonDays", 30, 0.01, 3650, "d", "Days over which it counts on income.", "[A]"),
        Field.Number("requiredReturn", 0.001, 0, 1, "1/d", "Rate at which it discounts income.", "[A]"),
        Field.Number("riskAversion", 0, 0, 100, "", "Relative risk aversion.", "[A]"),
        Field.Number(
            "opportunistic", 0.2, 0, 1, "", "Share of agents that consider dishonest options at all.", "[A]"),
        Field.Number(
            "honestyCost", 0.1, 0, 100, "",
            "What being dishonest costs an opportunistic agent itself, in units of income.", "[A]"),
        Field.Number("switchCost", 5, 0, 1e9, "USD", "Paid once for doing something else: work and downtime.", "[A]"),
        Field.Number("creditLimit", 100, 0, 1e9, "USD", "What an agent may owe before it must leave.", "[A]"),
        Field.Number(
            "reservationIncome", 0, 0, 1e9, "USD/d", "Median of what an agent could have elsewhere, a unit.", "[A]"),
        Field.Number("reservationIncomeSpread", 1, 0, 5, "", "Standard deviation of its logarithm.", "[A]"),
        Field.Choice("entry", "open", EntryModes, "Which of those who wait may enter.", "[A]"),
        Field.Number("entriesPerDay", 1000, 0, 1e9, "1/d", "Entries a day where entry is rateLimited.", "[A]"),
        Field.Number(
            "admittedShare", 0.1, 0, 1, "", "Share of those who wait that may enter at the start: admitted.", "[A]"),
        Field.Number("admittedDays", 30, 0, 36_500, "d", "Days until all may enter: admitted.", "[A]"),
    ];

    /// <summary>Reads the keys of a population.</summary>
    public static ChoiceSettings Of(SettingsMap settings) => new()
    {
        Temperature = settings.Number("temperature"),
        ReviewRate = settings.Number("reviewRate"),
        HorizonDays = settings.Number("horizonDays"),
        RequiredReturn = settings.Number("requiredReturn"),
        RiskAversion = settings.Number("riskAversion"),
        Opportunistic = settings.Number("opportunistic"),
        HonestyCost = settings.Number("honestyCost"),
        SwitchCost = settings.Number("switchCost"),
        CreditLimit = settings.Number("creditLimit"),
        Supply = new SupplyCurve(
            settings.Number("reservationIncome"), settings.Number("reservationIncomeSpread")),
        Entry = new EntryRule(
            (EntryMode)EntryModes.ToList().IndexOf(settings.Text("entry")), settings.Number("entriesPerDay"),
            settings.Number("admittedShare"), settings.Number("admittedDays")),
    };
}
