using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Reading;

namespace AgentVerse.Scenarios.Declarations;

/// <summary>
/// All keys of a scenario, for the networks, kinds, policies and measures of a catalogue. The reader, the JSON schema,
/// the reference page and the canonical text are made from it, and from nothing else.
/// </summary>
internal static class ScenarioKeys
{
    /// <summary>The only version of the schema.</summary>
    public const int Version = 1;

    /// <summary>Most agents of all populations together.</summary>
    public const int AgentsMax = Scenario.AgentsMax;

    /// <summary>Most ticks of a run.</summary>
    public const int TicksMax = 10_000_000;

    /// <summary>Most replicates of an experiment.</summary>
    public const int ReplicatesMax = 100_000;

    /// <summary>Longest time over which agents arrive, seconds: a hundred years.</summary>
    private const long ArrivalsMax = 36_500 * TimeText.Day;

    /// <summary>First date that a scenario may have.</summary>
    public static long DateMin { get; } = DateOf("2000-01-01");

    /// <summary>Last date that a run may reach.</summary>
    public static long DateMax { get; } = DateOf("2199-12-31");

    /// <summary>The whole file.</summary>
    public static Section Root(Catalogue catalogue) => new("scenario", "An experiment.",
    [
        Field.Integer("scenario", null, Version, Version, "", "Version of this schema."),
        Field.NameOf("name", "Name of the experiment; its results are filed under it."),
        Field.Text("description", "", 4000, "What the experiment asks, in the author's words."),
        Field.Date("start", null, DateMin, DateMax, "First day of the simulated time (UTC)."),
        Field.Duration("tick", null, 12, 30 * TimeText.Day, "Simulated time of one step."),
        Field.Integer("ticks", null, 1, TicksMax, "ticks", "Length of a run."),
        Field.Integer("seed", null, 0, long.MaxValue, "", "Seed of all randomness."),
        Field.Of(
            "networks", Networks(catalogue), "The simulated networks; one that is not named takes no part.", true) with
        {
            Min = 1,
        },
        Populations(catalogue),
        Field.Of("record", Record(), "What is recorded of single agents."),
        Measures(catalogue),
        ComparisonKeys.Whole,
        Field.Of("design", Design(), "The runs of the experiment: points x treatments x replicates."),
        Field.Of("execution", Execution(), "How runs are executed; no key here can change a result."),
    ]);

    /// <summary>The keys of a measure that has been read.</summary>
    public static IReadOnlyList<Field> MeasureFields(Catalogue catalogue, SettingsMap measure) =>
        Declared.FieldsOf(Measures(catalogue), measure);

    private static Section Networks(Catalogue catalogue) => new(
        "networks", "Networks by name.",
        [.. catalogue.Networks.Values.Select(n => Field.Of(n.Name, n.Section, n.Doc) with { Optional = true })]);

    private static Field Populations(Catalogue catalogue) =>
        Field.ListOf("populations", new Section("population", "Agents of one kind with one configuration.",
        [
            Field.NameOf("name", "Name of the population, unlike all others."),
            Field.Choice("kind", null, [.. catalogue.Kinds.Keys], "Kind of its agents; it selects further keys."),
            Field.Integer("count", null, 0, AgentsMax, "agents", "Capacity: agents that may ever live."),
            Field.Integer(
                "accountsPerController", 1, 1, 1_000_000, "accounts", "Agents with one principal behind them.", "[A]"),
            Field.Number("initial", 1, 0, 1, "", "Share of the agents that is awake at the start.", "[A]"),
            Field.Duration("arrivals", 0, 0, ArrivalsMax, "Time over which the others wake, uniformly.", "[A]"),
            .. AccountKeys.All,
        ]), 0, 1000, "The agents.") with
        {
            Tag = "kind",
            Variants = [.. catalogue.Kinds.Values.Select(k => Variant(catalogue, k))],
        };

    private static Section Variant(Catalogue catalogue, AgentKind kind)
    {
        string[] names = [.. catalogue.PoliciesOf(kind.Name).Select(p => p.Name)];
        string[] first = kind.DefaultPolicy.Length > 0 ? [kind.DefaultPolicy] : [.. names.Take(1)];
        Field policies = Field.Texts(
            "policies", first, Math.Min(1, names.Length), names.Length,
            "Policies that its agents may follow; they begin with the first.", "[A]") with
        { Choices = names };
        return new Section(kind.Name, kind.Doc, [policies, .. kind.Section.Fields]);
    }

    private static Field Measures(Catalogue catalogue) =>
        Field.ListOf("measures", new Section("measure", "A measure of a recorded column when a run has ended.",
        [
            Field.Choice("measure", null, [.. catalogue.Measures.Keys], "What is computed; it selects further keys."),
            Field.NameOf("population", "Population whose agents are measured."),
            Field.Text("column", null, 64, "Recorded column of its kind."),
            Field.Choice("by", "agent", ["agent", "controller"], "Whether one controller's agents count as one."),
        ]), 0, 1000, "Measures to compute.") with
        {
            Tag = "measure",
            Variants = [.. catalogue.Measures.Values.Select(m => new Section(m.Name, m.Doc, m.Section.Fields))],
        };

    private static Section Record() => new("record", "What is recorded.",
    [
        Field.Of("agents", new Section("agents", "The panel of agents.",
        [
            Field.Integer("every", 0, 0, TicksMax, "ticks", "Ticks between two records; 0 for the end alone.", "[A]"),
            Field.Number("share", 1, 0, 1, "", "Share of the agents in the panel; at the end all are recorded.", "[A]"),
        ]), "The panel of agents."),
    ]);

    private static Section Design() => new("design", "The runs of the experiment.",
    [
        Field.Integer(
            "replicates", 1, 1, ReplicatesMax, "runs", "Runs of a point and treatment, with other draws each.", "[A]"),
        Field.ListOf("treatments", new Section("treatment", "A variant of the scenario, run on the same seeds.",
        [
            Field.NameOf("name", "Name of the treatment, unlike all others."),
            new Field("set", FieldType.Overrides, "Values that differ from the file's.") { Max = 100 },
        ]), 0, 100, "Treatments; without any there is one, named control, that changes nothing."),
        Field.Of("plan", Plan(), "Points at which treatments are run; without one it is the file as it is.") with
        {
            Max = 1,
        },
        SearchKeys.Whole(Range),
    ]);

    private static Section Plan() => new("plan", "Points of the design: one of its keys.",
    [
        new Field("list", FieldType.Points, "Each point with its values.") { Min = 1, Max = 10_000 },
        new Field("grid", FieldType.Levels, "All combinations of levels; the last axis changes fastest.")
        {
            Min = 1, Max = 64,
        },
        Field.Of("latinHypercube", Sample(1, 10_000, 100, "Latin hypercube."),
            "Random points of which each of n equal parts of each axis holds one.") with { Optional = true },
        Field.Of("sobol", Sample(1, 65_536, 64, "Sobol sequence."),
            "The first points of the Sobol sequence, a power of two of them.") with { Optional = true },
    ]);

    private static Section Sample(int min, int max, int axes, string doc) => new("sample", doc,
    [
        Field.Integer("points", null, min, max, "points", "Number of points."),
        new Field("over", FieldType.Ranges, "The axes: paths with their ranges.")
        {
            Required = true, Min = 1, Max = axes,
            Nested = Range,
        },
    ]);

    private static Section Range => new("range", "A range of one value; both ends belong to it.",
    [
        new Field("from", FieldType.Value, "Lower end, written as for the key itself.") { Required = true },
        new Field("to", FieldType.Value, "Upper end, written as for the key itself.") { Required = true },
        Field.Choice("scale", "linear", ["linear", "log"], "Whether values or their logarithms are even."),
    ]);

    private static Section Execution() => new("execution", "How runs are executed.",
    [
        Field.Integer("cohortSize", 0, 1, 1 << 20, "agents", "Agents of one grain.", "[A]") with { Choices = ["auto"] },
        Field.Choice(
            "placement", "auto", ["auto", "whole", "spread"],
            "Whether a run stays in one silo (whole) or is spread over all.", "[A]"),
        Field.Integer("threads", 0, 0, 1024, "threads", "Threads of a silo; 0 for one a core.", "[A]"),
        Field.Integer(
            "checkpointEvery", 0, 1, TicksMax, "ticks",
            "Ticks between two checkpoints; auto: as often as it costs no more than 4 % of the time, at most every 10 s.",
            "[A]") with
        {
            Choices = ["auto"],
        },
    ]);

    private static long DateOf(string date)
    {
        Invariant.Check(TimeText.TryReadDate(date, out long seconds), $"'{date}' is a date");
        return seconds;
    }
}
