using System.Globalization;
using System.Text.Json.Nodes;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Declarations;
using AgentVerse.Scenarios.Reading;

namespace AgentVerse.Scenarios.Publishing;

/// <summary>Declarations as JSON schema.</summary>
internal static class FieldSchema
{
    private const string NumberText = @"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?$";

    /// <summary>The schema of a section.</summary>
    public static JsonObject OfSection(Section section) => OfKeys(section.Doc, section.Fields, "", "");

    private static JsonObject OfKeys(string doc, IReadOnlyList<Field> fields, string tag, string word)
    {
        JsonObject properties = [];
        JsonArray required = [];
        foreach (Field field in fields)
        {
            bool isTag = tag.Length > 0 && field.Name == tag;
            properties[field.Name] = isTag
                ? new JsonObject { ["const"] = word, ["description"] = field.Doc }
                : Of(field);
            if (field.Required)
            {
                required.Add(field.Name);
            }
        }

        JsonObject schema = new()
        {
            ["description"] = doc,
            ["type"] = required.Count > 0 ? "object" : new JsonArray("object", "null"),
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        return schema;
    }

    private static JsonObject Of(Field field)
    {
        JsonObject schema = Shape(field);
        schema["description"] = Description(field);
        if (DefaultOf(field) is { } value)
        {
            schema["default"] = value;
        }

        return schema;
    }

    private static JsonObject Shape(Field field) => field.Type switch
    {
        FieldType.Integer => Integer(field),
        FieldType.Number => WithRange(new JsonObject { ["type"] = "number" }, field, "minimum", "maximum", 0),
        FieldType.Text or FieldType.Name or FieldType.File or FieldType.Duration or FieldType.Date => Text(field),
        FieldType.Flag => new JsonObject { ["type"] = "boolean" },
        FieldType.Choice => new JsonObject { ["enum"] = Words(field.Choices) },
        FieldType.Amount => Amount(field),
        FieldType.Value => new JsonObject { ["type"] = new JsonArray("number", "string", "boolean") },
        FieldType.Numbers or FieldType.Texts => List(field, Shape(Declared.ItemOf(field))),
        FieldType.Section => WithRange(Nested(field), field, "minProperties", "maxProperties", 0),
        FieldType.List => List(field, Nested(field)),
        FieldType.Points => List(field, Map(new JsonObject())),
        FieldType.Overrides => WithRange(Map(new JsonObject()), field, "minProperties", "maxProperties", 0),
        FieldType.Levels => WithRange(
            Map(new JsonObject { ["type"] = "array", ["minItems"] = 1 }), field, "minProperties", "maxProperties", 0),
        FieldType.Ranges => WithRange(
            Map(OfSection(field.Nested!)), field, "minProperties", "maxProperties", 0),
        _ => [],
    };

    private static JsonObject Integer(Field field)
    {
        if (Bounds.Lower(field) is { } one && one == Bounds.Upper(field))
        {
            return new JsonObject { ["const"] = (long)one };
        }

        JsonObject number = WithRange(new JsonObject { ["type"] = "integer" }, field, "minimum", "maximum", 0);
        return field.Choices.Count == 0
            ? number
            : new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["const"] = field.Choices[0] }, number) };
    }

    private static JsonObject Text(Field field) => field.Type switch
    {
        FieldType.Name => WithRange(Pattern("^[a-z0-9][a-z0-9-]*$"), field, "minLength", "maxLength", 0),
        FieldType.File => WithRange(Pattern(@"\.(csv|parquet)$"), field, "minLength", "maxLength", 0),
        FieldType.Duration => Pattern(@"^(0|[1-9][0-9]*)(\.[0-9]+)?[smhd]$"),
        FieldType.Date => Pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        _ => WithRange(new JsonObject { ["type"] = "string" }, field, "minLength", "maxLength", 0),
    };

    private static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Amount(Field field) => new()
    {
        ["anyOf"] = new JsonArray(
            WithRange(new JsonObject { ["type"] = "number" }, field, "minimum", "maximum", field.Decimals),
            Pattern(NumberText)),
    };

    private static JsonObject List(Field field, JsonObject items)
    {
        JsonObject list = new() { ["type"] = "array", ["items"] = items };
        if (field.Type == FieldType.Texts)
        {
            list["uniqueItems"] = true;
        }

        return WithRange(list, field, "minItems", "maxItems", 0);
    }

    private static JsonObject Map(JsonObject values) => new()
    {
        ["type"] = values.Count == 0 ? new JsonArray("object", "null") : "object",
        ["additionalProperties"] = values,
    };

    /// <summary>Keys of a nested section; with a tag, one alternative for each of its words.</summary>
    private static JsonObject Nested(Field field)
    {
        Section nested = field.Nested!;
        if (field.Tag.Length == 0)
        {
            return OfSection(nested);
        }

        JsonArray alternatives = [];
        foreach (Section variant in field.Variants)
        {
            alternatives.Add(OfKeys(variant.Doc, [.. nested.Fields, .. variant.Fields], field.Tag, variant.Name));
        }

        return alternatives.Count == 0
            ? new JsonObject { ["not"] = new JsonObject() }
            : new JsonObject { ["oneOf"] = alternatives };
    }

    private static JsonObject WithRange(JsonObject schema, Field field, string lower, string upper, int decimals)
    {
        if (Bound(field, field.Min, decimals) is { } min)
        {
            schema[lower] = min;
        }

        if (Bound(field, field.Max, decimals) is { } max)
        {
            schema[upper] = max;
        }

        return schema;
    }

    private static JsonNode? Bound(Field field, double bound, int decimals)
    {
        if (double.IsInfinity(bound))
        {
            return null;
        }

        if (field.Type == FieldType.Number)
        {
            return JsonValue.Create(bound);
        }

        // Whole bounds are written exactly: 2^63 - 1 is no double.
        Int128 units = bound == field.Min ? Bounds.Lower(field)!.Value : Bounds.Upper(field)!.Value;
        return JsonNode.Parse(ExactDecimal.Write(units, decimals));
    }

    private static string Description(Field field)
    {
        bool said = field.Type is FieldType.Duration or FieldType.Date or FieldType.Amount;
        string range = said ? Bounds.Text(field) : field.Unit;
        string source = field.Source.Length > 0 ? $" Default: {field.Source}." : "";
        return range.Length > 0 ? $"{field.Doc} [{range}]{source}" : $"{field.Doc}{source}";
    }

    private static JsonNode? DefaultOf(Field field) => field.Default switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        double number => JsonValue.Create(number),
        long units when field.Type is FieldType.Duration or FieldType.Date || field.Choices.Count == 1 =>
            JsonValue.Create(ScalarText.OfUnits(field, units)),
        long units => JsonNode.Parse(ExactDecimal.Write(units, field.Decimals)),
        IReadOnlyList<string> words => Words(words),
        IReadOnlyList<double> numbers => new JsonArray([.. numbers.Select(n => (JsonNode)JsonValue.Create(n))]),
        _ => throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"'{field.Name}' has a default of {field.Default.GetType()}")),
    };

    private static JsonArray Words(IReadOnlyList<string> words) =>
        new([.. words.Select(w => (JsonNode)JsonValue.Create(w))]);
}
