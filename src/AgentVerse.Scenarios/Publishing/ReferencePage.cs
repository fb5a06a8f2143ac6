using System.Globalization;
using System.Text;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Reading;

namespace AgentVerse.Scenarios.Publishing;

/// <summary>Declarations as a page of Markdown: a table for every section, the file itself first.</summary>
internal sealed class ReferencePage
{
    private readonly StringBuilder _page = new();

    /// <summary>The page.</summary>
    public static string Of(Section root)
    {
        ReferencePage page = new();
        page._page.Append(
            """
            # Scenario reference

            Made from the declarations that the reader itself uses. A key without default must be written. Durations are
            a number and one of s, m, h, d; amounts are decimals in units of their token; [A] marks an assumption.

            """);
        page.Table("The file", root.Doc, root.Fields);
        page.Below("", root.Fields);
        return page._page.ToString().ReplaceLineEndings("\n");
    }

    private void Below(string path, IReadOnlyList<Field> fields)
    {
        foreach (Field field in fields.Where(f => f.Nested is not null))
        {
            string at = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            at += field.Type == FieldType.List ? "[]" : field.Type == FieldType.Ranges ? ".*" : "";
            Section nested = field.Nested!;
            Table($"`{at}`", nested.Doc, nested.Fields);
            Below(at, nested.Fields);
            foreach (Section variant in field.Variants)
            {
                Table($"`{at}` with `{field.Tag}: {variant.Name}`", variant.Doc, variant.Fields);
                Below(at, variant.Fields);
            }
        }
    }

    private void Table(string heading, string doc, IReadOnlyList<Field> fields)
    {
        _page.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n{Cell(doc)}\n");
        if (fields.Count == 0)
        {
            return;
        }

        _page.Append("\n| key | type | default | unit | range | source | meaning |\n|---|---|---|---|---|---|---|\n");
        foreach (Field field in fields)
        {
            string[] cells =
            [
                $"`{field.Name}`", TypeOf(field), DefaultOf(field), field.Unit, RangeOf(field), field.Source, field.Doc,
            ];
            _page.Append("| ").AppendJoin(" | ", cells.Select(Cell)).Append(" |\n");
        }
    }

    private static string TypeOf(Field field) => field.Type switch
    {
        FieldType.Integer => "integer",
        FieldType.Number => "number",
        FieldType.Text => "text",
        FieldType.Name => "name",
        FieldType.Flag => "true or false",
        FieldType.Choice => "word",
        FieldType.Duration => "duration",
        FieldType.Date => "date",
        FieldType.Amount => "amount",
        FieldType.File => "file",
        FieldType.Numbers => "list of numbers",
        FieldType.Texts => "list of texts",
        FieldType.Section => "section",
        FieldType.List => "list of sections",
        FieldType.Value => "value",
        FieldType.Overrides => "map: path to value",
        FieldType.Points => "list of maps: path to value",
        FieldType.Levels => "map: path to list of values",
        _ => "map: path to section",
    };

    private static string DefaultOf(Field field) => field.Default switch
    {
        null => field.Required ? "" : field.Type == FieldType.Section && !field.Optional ? "its keys' own" : "none",
        IReadOnlyList<string> words => $"`[{string.Join(", ", words)}]`",
        IReadOnlyList<double> numbers => $"`[{string.Join(", ", numbers.Select(ScalarText.OfNumber))}]`",
        { } scalar => $"`{ScalarText.Of(field, scalar)}`",
    };

    private static string RangeOf(Field field) => field.Type switch
    {
        FieldType.Choice => string.Join(", ", field.Choices),
        FieldType.Texts when field.Choices.Count > 0 => string.Join(", ", field.Choices),
        FieldType.Integer when field.Choices.Count == 1 =>
            $"{field.Choices[0]}, {Bounds.Text(field with { Unit = "" })}",
        FieldType.Name => "a-z, 0-9 and -",
        FieldType.Text => $"{Bounds.Text(field)} characters",
        FieldType.File => ".csv or .parquet",
        _ => Bounds.Text(field with { Unit = "" }),
    };

    private static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
