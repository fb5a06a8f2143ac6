using AgentVerse.Model.Comparing;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Declarations;
using AgentVerse.Scenarios.Plans;
using AgentVerse.Scenarios.Publishing;
using AgentVerse.Scenarios.Reading;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios;

/// <summary>
/// Reads scenarios: text to a <see cref="Scenario"/>, or to all that is wrong with it. Pure, and without exceptions for
/// any text. The text is one document of YAML 1.2 (core schema), at most 1 MiB, 32 levels and 100,000 values, without
/// anchors, aliases, tags and directives. Numbers are decimal, without zeros in front, underscores and infinities.
/// </summary>
public static class ScenarioReader
{
    /// <summary>Reads an experiment.</summary>
    /// <param name="file">Name of the file, as problems shall name it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="catalogue">What scenarios may name.</param>
    /// <param name="overrides">Values of the command line, applied in order before anything is checked.</param>
    public static ScenarioReading Read(
        string file, string text, Catalogue catalogue, IReadOnlyList<Override> overrides)
    {
        ProblemLog problems = new();
        if (Tree(file, text, overrides, problems) is not { } root)
        {
            return new ScenarioReading(null, problems.Sorted());
        }

        IReadOnlyList<Field> fields = ScenarioKeys.Root(catalogue).Fields;
        Checked read = Checked.Of(catalogue, fields, root, problems);
        Trial trial = new(catalogue, fields, root, problems);
        long seed = read.Settings.Has("seed") ? read.Settings.Integer("seed") : 0;
        ComparisonCheck comparisons = new(catalogue, read.Settings, problems);
        Design design = read.Settings.Has("design")
            ? new DesignReader(trial, comparisons, problems).Read(read.Settings.Section("design"), seed)
            : Design.Single;
        comparisons.Run([.. design.Treatments.Select(t => t.Name)]);
        return Reading(fields, read, design, problems);
    }

    /// <summary>
    /// Reads the scenario of one run of an experiment: the overrides are those of the experiment and then those of the
    /// run's <see cref="RunPoint"/>; the design is left aside.
    /// </summary>
    /// <inheritdoc cref="Read"/>
    public static ScenarioReading ReadRun(
        string file, string text, Catalogue catalogue, IReadOnlyList<Override> overrides)
    {
        ProblemLog problems = new();
        if (Tree(file, text, overrides, problems) is not { } root)
        {
            return new ScenarioReading(null, problems.Sorted());
        }

        IReadOnlyList<Field> fields = ScenarioKeys.Root(catalogue).Fields;
        Checked read = Checked.Of(catalogue, fields, root.Without("design").Without("comparisons"), problems);
        return Reading(fields, read, Design.Single, problems);
    }

    private static MapNode? Tree(
        string file, string text, IReadOnlyList<Override> overrides, ProblemLog problems)
    {
        Node? node = TreeReader.Read(file, text, problems);
        if (node is not MapNode root)
        {
            if (node is not null)
            {
                problems.Add(new Problem(
                    file, node.Place.Line, "text", Shown.Node(node), "a map of keys", "write lines of key: value"));
            }

            return null;
        }

        if (IsOtherVersion(root, problems))
        {
            return null;
        }

        return new TreeEdit(problems).Apply(root, overrides);
    }

    /// <summary>Reports a file of another version, alone: its keys mean something else.</summary>
    private static bool IsOtherVersion(MapNode root, ProblemLog problems)
    {
        if (root.Find("scenario") is not ScalarNode { Type: ScalarType.Number } version ||
            ExactDecimal.TryRead(version.Text, 0, out Int128 number) != DecimalOutcome.Exact ||
            number == ScenarioKeys.Version)
        {
            return false;
        }

        problems.Add(new Problem(
            version.Place.File, version.Place.Line, "scenario", Shown.Text(version.Text),
            $"{ScenarioKeys.Version}, the only version of the schema that this program reads",
            "use the program that the file was written for, or rewrite the file"));
        return true;
    }

    private static ScenarioReading Reading(
        IReadOnlyList<Field> fields, Checked read, Design design, ProblemLog problems) =>
        problems.Count > 0
            ? new ScenarioReading(null, problems.Sorted())
            : new ScenarioReading(Build(fields, read, design), []);

    private static Scenario Build(IReadOnlyList<Field> fields, Checked read, Design design)
    {
        SettingsMap root = read.Settings;
        SettingsMap agents = root.Section("record").Section("agents");
        SettingsMap networks = root.Section("networks");
        return new Scenario
        {
            Name = root.Text("name"),
            Description = root.Text("description"),
            Start = root.Integer("start"),
            TickSeconds = root.Integer("tick"),
            Ticks = root.Int32("ticks"),
            Seed = root.Integer("seed"),
            Networks =
            [
                .. networks.Values.Where(n => n.Value is not null)
                    .Select(n => KeyValuePair.Create(n.Key, networks.Section(n.Key))),
            ],
            Populations = [.. root.List("populations").Select(PopulationOf)],
            Record = new Recording(agents.Int32("every"), agents.Number("share")),
            Measures = [.. root.List("measures").Select(MeasureOf)],
            Comparisons =
            [
                .. root.List("comparisons").Select(c => new ComparisonRequest(
                    c.Text("name"), c.Text("compare"), c.Text("control"), c)),
            ],
            Design = design,
            Execution = ExecutionOf(root.Section("execution")),
            DataFiles =
                [.. read.Files.DistinctBy(f => f.Path).OrderBy(f => f.Path, StringComparer.Ordinal)],
            CanonicalText = CanonicalText.Of(fields, root, "execution"),
            RunText = CanonicalText.Of(fields, root, "execution", "description", "design", "comparisons"),
        };
    }

    private static Population PopulationOf(SettingsMap population) => new(
        population.Text("name"), population.Text("kind"), population.Int32("count"), population.Texts("policies"),
        population.Int32("accountsPerController"), population.Number("initial"), population.Integer("arrivals"),
        population);

    private static MeasureRequest MeasureOf(SettingsMap measure) => new(
        measure.Text("measure"), measure.Text("population"), measure.Text("column"), measure.Text("by") == "controller",
        measure);

    private static Execution ExecutionOf(SettingsMap execution) => new(
        execution.Int32("cohortSize"),
        execution.Text("placement") switch
        {
            "whole" => Placement.Whole,
            "spread" => Placement.Spread,
            _ => Placement.Auto,
        },
        execution.Int32("threads"), execution.Int32("checkpointEvery"));
}
