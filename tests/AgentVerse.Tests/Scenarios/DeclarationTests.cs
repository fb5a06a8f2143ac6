using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using Xunit;

namespace AgentVerse.Tests.Scenarios;

public sealed class DeclarationTests
{
    [Fact]
    public void Every_core_key_and_every_key_of_the_test_catalogue_is_declared_well() =>
        Assert.Empty(ScenarioSchema.Flaws(Files.Catalogue));

    [Fact]
    public void A_catalogue_without_measures_is_no_flaw() => Assert.Empty(ScenarioSchema.Flaws(With([])));

    [Theory]
    [MemberData(nameof(Flawed))]
    public void A_flaw_of_a_key_is_found(string claim, Func<Field> make) =>
        Assert.Contains(ScenarioSchema.Flaws(With([make()])), f => f.StartsWith("networks.bad.", StringComparison.Ordinal) && f.EndsWith(claim, StringComparison.Ordinal));

    public static TheoryData<string, Func<Field>> Flawed => new()
    {
        { "has a sentence as its doc", () => Field.Integer("a", 1, 0, 2, "", "") },
        { "has a sentence as its doc", () => Field.Integer("a", 1, 0, 2, "", "No full stop") },
        { "has a range", () => new Field("a", FieldType.Integer, "A.") { Default = 1L } },
        { "has a range", () => Field.Number("a", 1, 0, double.PositiveInfinity, "", "A.") },
        { "has a range", () => new Field("a", FieldType.Duration, "A.") { Default = 1L, Min = 0 } },
        { "has a range", () => new Field("a", FieldType.Amount, "A.") { Default = 1L, Unit = "T" } },
        { "has a greatest length", () => new Field("a", FieldType.Text, "A.") { Default = "" } },
        { "has a range of lengths", () => new Field("a", FieldType.Numbers, "A.") { Default = (double[])[] } },
        { "has a range that is not empty", () => Field.Integer("a", 1, 2, 0, "", "A.") },
        { "has choices", () => Field.Choice("a", null, [], "A.") },
        { "has choices that YAML reads as text", () => Field.Choice("a", "true", ["true"], "A.") },
        { "has a default of its own type and range", () => Field.Integer("a", 3, 0, 2, "", "A.") },
        { "has a default of its own type and range", () => Field.Number("a", double.NaN, 0, 2, "", "A.") },
        { "has a default of its own type and range", () => Field.Choice("a", "z", ["x", "y"], "A.") },
        { "has a default of its own type and range", () => Field.Duration("a", 1, 12, 60, "A.") },
        { "has a default of its own type and range", () => Field.Texts("a", ["x"], 2, 3, "A.") },
        { "has a default of its own type and range", () => new Field("a", FieldType.Integer, "A.") { Default = 1, Min = 0, Max = 2 } },
        { "has no default if it is required", () => Field.Integer("a", 1, 0, 2, "", "A.") with { Required = true } },
        { "names its token as its unit", () => Field.Amount("a", 1, 0, 2, "", 9, "A.") },
        { "has 0 to 18 decimals", () => Field.Amount("a", 1, 0, 2, "T", 19, "A.") },
        { "begins with a small letter and has letters and digits only", () => Field.Flag("a-b", true, "A.") },
        { "has nested keys exactly if its type has", () => new Field("a", FieldType.Section, "A.") },
        { "is declared once", () => Field.Of("a", new Section("a", "A.", [Field.Flag("x", true, "X."), Field.Flag("x", true, "X.")]), "A.") },
    };

    [Fact]
    public void A_kind_may_not_declare_a_core_key() =>
        Assert.Contains(
            "populations(k).count must be one that is declared once",
            ScenarioSchema.Flaws(With([]).Add(new AgentKind(
                "k", "A kind.", new Section("k", "A kind.", [Field.Integer("count", 1, 0, 2, "", "A.")]), [], [],
                (_, _) => throw new NotSupportedException()))));

    [Fact]
    public void The_reference_page_is_golden()
    {
        string expected = Files.PathOf("reference.md");
        string page = ScenarioSchema.Markdown(Files.Catalogue);
        if (Environment.GetEnvironmentVariable("AGENTVERSE_ACCEPT") == "1")
        {
            File.WriteAllText(expected, page);
        }

        Assert.Equal(File.ReadAllText(expected), page);
    }

    [Fact]
    public void The_schema_is_golden()
    {
        string expected = Files.PathOf("schema.json");
        string schema = ScenarioSchema.Json(Files.Catalogue);
        if (Environment.GetEnvironmentVariable("AGENTVERSE_ACCEPT") == "1")
        {
            File.WriteAllText(expected, schema);
        }

        Assert.Equal(File.ReadAllText(expected), schema);
    }

    private static Catalogue With(IReadOnlyList<Field> fields) => new Catalogue().Add(new Network(
        "bad", "A network.", new Section("bad", "A network.", fields), [], (_, _) => throw new NotSupportedException()));
}
