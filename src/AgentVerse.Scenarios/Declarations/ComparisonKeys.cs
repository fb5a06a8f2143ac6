using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Reading;

namespace AgentVerse.Scenarios.Declarations;

/// <summary>The keys of <c>comparisons</c>, and of values that are made from recorded columns.</summary>
internal static class ComparisonKeys
{
    /// <summary>Most terms of a value.</summary>
    private const int TermsMax = 32;

    private const int PopulationsMax = 64;

    /// <summary>Required return of present values.</summary>
    public static Field Rate { get; } = Field.Number(
        "rate", 0, 0, 10, "1/y",
        "Required return by which changes are discounted; it needs records of all agents within the run.", "[A]");

    /// <summary>The whole list.</summary>
    public static Field Whole { get; } = Field.ListOf(
        "comparisons", new Section("comparison", "What a treatment changes against a control, in pairs of runs.",
        [
            Field.NameOf("name", "Name of the comparison, unlike all others."),
            Field.Choice("compare", null, Words, "What is compared; it selects further keys."),
            Field.NameOf("control", "Treatment that is compared with.") with
            {
                Required = false, Default = Plans.Design.Control,
            },
        ]), 0, 200, "Comparisons of treatments, in pairs of runs that share all draws.") with
    {
        Tag = "compare",
        Variants = [Capture, Difference, Dilution, Roi, SplitGain, Survival],
    };

    /// <summary>A value as a weighted sum of recorded columns.</summary>
    public static Field Terms(string name, bool required, string doc) => new(name, FieldType.List, doc)
    {
        Nested = new Section("term", "A recorded column of a population, summed over its agents.",
        [
            Field.NameOf("population", "The population."),
            Field.Text("column", null, 64, "Recorded column of its kind, a running total: its changes come and go."),
            Field.Number("weight", 1, -1e18, 1e18, "", "Factor: -1 for a cost, 1e-9 from rao to TAO."),
            Field.Text(
                "price", "", 200,
                "Series of a shard that each change is multiplied with, as network/shard/series; empty for none."),
        ]),
        Min = required ? 1 : 0, Max = TermsMax, Required = required,
    };

    private static string[] Words => ["capture", "difference", "dilution", "roi", "splitGain", "survival"];

    private static Section Difference => new(
        "difference", "Difference of a value: treatment less control.",
        [Treatment, Terms("value", true, "What is compared."), Rate]);

    private static Section SplitGain => new(
        "splitGain", "What splitting over k accounts brings against one: g(k), n(k), their largest, a break-even fee.",
    [
        Field.ListOf("splits", new Section("split", "A treatment in which the same resources stand behind k accounts.",
        [
            Field.NameOf("treatment", "Name of the treatment."),
            Field.Integer("accounts", null, 2, 1_000_000_000, "accounts", "k, accounts in place of each one."),
        ]), 1, 64, "The splits; the control has one account each."),
        Field.Choice(
            "who", "split", ["split", "all"],
            "Whose values count: of the controllers that have another number of accounts than in the control, or all."),
        Terms("reward", true, "R: income."),
        Terms("value", false, "NPV: income less costs; without it the reward."),
        Rate,
        Field.Number(
            "fresh", 0.5, 0, 0.9, "",
            "Share of the replicates, the last ones, on which alone the largest gain is stated.", "[A]"),
    ]);

    private static Section Roi => new(
        "roi", "Return of an attack on the most it ever binds.",
    [
        Treatment, Terms("value", true, "NPV of the attack: income less costs."),
        Terms("bound", true, "What was spent and what is locked so far; its peak is what the attack needs."), Rate,
    ]);

    private static Section Capture => new(
        "capture", "Attackers' share of the reward beside their share of the true units, under the treatment.",
    [
        Treatment, Populations("attackers", "Populations that attack."), Populations("honest", "The others."),
        Column("reward", null, "Recorded column of rewards."),
        Column("spent", "", "Recorded column of what was spent; empty for no dollar ratio."),
        Column("units", "", "Recorded column of true units; empty where attackers truly have nothing."),
    ]);

    private static Section Dilution => new(
        "dilution", "What the treatment takes from the honest, entity by entity of the control run.",
    [
        Treatment, Populations("honest", "Populations that are honest."),
        Column("reward", null, "Recorded column of rewards."),
        Field.Choice(
            "who", "others", ["others", "all"],
            "Whose rewards count: of the controllers that have as many accounts as in the control, or of all."),
    ]);

    private static Section Survival => new(
        "survival", "How long agents stay, from events: Kaplan-Meier, hazard, churn.",
    [
        Treatment, Field.NameOf("population", "Population whose agents come and go."),
        Field.Texts("entry", null, 1, 16, "Events with which an agent comes."),
        Field.Texts("exit", null, 1, 16, "Events with which it goes."),
        Field.Duration(
            "horizon", 30 * TimeText.Day, TimeText.Day, 36_500 * TimeText.Day, "Time at which survival is stated.",
            "[A]"),
    ]);

    private static Field Treatment => Field.NameOf("treatment", "Treatment that is compared.");

    private static Field Populations(string name, string doc) => Field.Texts(name, null, 1, PopulationsMax, doc);

    private static Field Column(string name, string? value, string doc) => Field.Text(name, value, 64, doc);
}
