using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Model.Contracts;
using AgentVerse.Scenarios.Declarations;
using AgentVerse.Scenarios.Publishing;

namespace AgentVerse.Scenarios;

/// <summary>
/// The published form of the declarations: a JSON schema for editors and other programs, and a page for people. Both
/// are functions of the catalogue alone, with LF line ends.
/// </summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// JSON schema, draft 2020-12. Every scenario that <see cref="ScenarioReader"/> accepts fits it; what a schema
    /// cannot say (spans of time, sums, names that must exist) only the reader refuses.
    /// </summary>
    public static string Json(Catalogue catalogue)
    {
        JsonObject schema = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "AgentVerse scenario",
        };
        foreach (KeyValuePair<string, JsonNode?> key in FieldSchema.OfSection(ScenarioKeys.Root(catalogue)))
        {
            schema[key.Key] = key.Value?.DeepClone();
        }

        return schema.ToJsonString(Indented) + "\n";
    }

    /// <summary>Reference page, Markdown: a table for every section.</summary>
    public static string Markdown(Catalogue catalogue) => ReferencePage.Of(ScenarioKeys.Root(catalogue));

    /// <summary>
    /// What is wrong with the declarations of a catalogue, for tests: a key without a sentence, a number without a
    /// range, a default outside of it, a name that cannot be written or stands twice. Empty if all is well.
    /// </summary>
    public static IReadOnlyList<string> Flaws(Catalogue catalogue) =>
        new FlawFinder().Of(ScenarioKeys.Root(catalogue));
}
