using System.Globalization;
using System.Text.Json.Nodes;
using AgentVerse.Model.Contracts;
using AgentVerse.Scenarios;
using AgentVerse.Scenarios.Reading;
using AgentVerse.Scenarios.Yaml;
using Xunit;

namespace AgentVerse.Tests.Scenarios;

public sealed class SchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(ScenarioSchema.Json(Files.Catalogue))!.AsObject();

    public static TheoryData<string> Good => [.. Files.In("Good")];

    /// <summary>Broken files whose fault a schema cannot see: sums, references, spans, order, what a design sets.</summary>
    private static readonly string[] OnlyForTheReader =
    [
        "integer-out-of-long", "integer-octal", "duration-fraction", "duration-range", "tick-range", "date-impossible",
        "date-range", "amount-too-fine", "amount-range", "file-parent", "file-drive", "too-long-in-time",
        "population-same-name", "population-total", "measure-twice", "design-too-many-runs", "treatment-same-name",
        "treatment-bad-paths", "treatment-bad-value", "treatment-design", "treatment-breaks-other-key",
        "treatment-overlaps-itself", "treatment-overlaps-plan", "grid-levels", "grid-too-large", "sobol-points",
        "sobol-axis-twice", "plan-combination", "set-bad-value", "set-bad-path", "set-breaks-file",
        "comparison-not-recorded", "search-design", "search-space", "search-grid",
    ];

    public static TheoryData<string> Broken => [.. Files.In("Broken").Where(n => TryTree(n) is not null)];

    [Theory]
    [MemberData(nameof(Good))]
    public void Good_files_fit_the_schema(string name) => Assert.Empty(Misfits(Files.Good(name)));

    [Theory]
    [MemberData(nameof(Broken))]
    public void The_schema_refuses_whatever_a_schema_can(string name) =>
        Assert.Equal(!OnlyForTheReader.Contains(name[4..]), SchemaCheck.Misfits(Schema, Json(TryTree(name)!), "").Any());

    [Fact]
    public void The_schema_is_the_same_whatever_the_order_of_registration()
    {
        Catalogue other = new();
        foreach (PolicyKind policy in Files.Catalogue.Policies.Reverse())
        {
            other.Add(policy);
        }

        foreach (Measure measure in Files.Catalogue.Measures.Values.Reverse())
        {
            other.Add(measure);
        }

        foreach (AgentKind kind in Files.Catalogue.Kinds.Values.Reverse())
        {
            other.Add(kind);
        }

        foreach (Network network in Files.Catalogue.Networks.Values.Reverse())
        {
            other.Add(network);
        }

        Assert.Equal(ScenarioSchema.Json(Files.Catalogue), ScenarioSchema.Json(other));
        Assert.Equal(ScenarioSchema.Markdown(Files.Catalogue), ScenarioSchema.Markdown(other));
    }

    [Fact]
    public void Every_key_has_a_description_and_unknown_keys_are_refused() => Assert.All(Objects(Schema), o =>
    {
        Assert.Equal("false", o["additionalProperties"]!.ToJsonString());
        Assert.All(o["properties"]!.AsObject(), p => Assert.NotNull(p.Value!["description"]));
    });

    /// <summary>What does not fit the schema, by the keywords that it uses.</summary>
    internal static IReadOnlyList<string> Misfits(string text)
    {
        ProblemLog problems = new();
        Node node = TreeReader.Read("s.yaml", text, problems)!;
        Assert.Equal(0, problems.Count);
        return [.. SchemaCheck.Misfits(Schema, Json(node), "")];
    }

    private static Node? TryTree(string name)
    {
        ProblemLog problems = new();
        Node? node = TreeReader.Read(name, File.ReadAllText(Files.PathOf($"Broken/{name}.yaml")), problems);
        return problems.Count == 0 ? node : null;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => (map["properties"] is JsonObject ? [map] : Enumerable.Empty<JsonObject>())
            .Concat(map.SelectMany(p => Objects(p.Value))),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    /// <summary>The tree as JSON by the core schema, as an editor would see it.</summary>
    private static JsonNode? Json(Node node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key, Json(e.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Json)]),
        ScalarNode { Type: ScalarType.Null } => null,
        ScalarNode { Type: ScalarType.Flag } flag => JsonValue.Create(flag.Text[0] is 't' or 'T'),
        ScalarNode { Type: ScalarType.Number } number when CoreSchema.IsDecimal(number.Text) =>
            JsonValue.Create(double.Parse(number.Text, CultureInfo.InvariantCulture)),
        ScalarNode scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };
}
