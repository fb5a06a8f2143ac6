using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Reading;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Publishing;

/// <summary>Looks for declarations that the reader, the schema or a person could not use.</summary>
internal sealed class FlawFinder
{
    private readonly List<string> _flaws = [];

    /// <summary>All flaws below a section, each with the path of its key.</summary>
    public IReadOnlyList<string> Of(Section root)
    {
        Section("", root.Doc, root.Fields);
        return _flaws;
    }

    /// <summary>Looks at a section. Its tag may lack words: a catalogue need not have measures.</summary>
    private void Section(string path, string doc, IReadOnlyList<Field> fields, string tag = "")
    {
        Check(IsSentence(doc), path, "has a sentence as its doc");
        HashSet<string> names = [];
        foreach (Field field in fields)
        {
            string at = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            Check(names.Add(field.Name), at, "is declared once");
            Check(IsKey(field.Name), at, "begins with a small letter and has letters and digits only");
            Check(IsSentence(field.Doc), at, "has a sentence as its doc");
            Check(field.Min <= field.Max, at, "has a range that is not empty");
            Check(!field.Required || field.Default is null, at, "has no default if it is required");
            Check(field.Choices.All(IsText), at, "has choices that YAML reads as text");
            if (field.Name != tag || field.Choices.Count > 0)
            {
                Range(field, at);
            }

            Default(field, at);
            Nested(field, at);
        }
    }

    private void Range(Field field, string at)
    {
        bool bounded = double.IsFinite(field.Min) && double.IsFinite(field.Max);
        bool isPlural = field.Type is FieldType.Numbers or FieldType.Texts or FieldType.List or FieldType.Points
            or FieldType.Levels or FieldType.Ranges;
        switch (field.Type)
        {
            case FieldType.Integer or FieldType.Number or FieldType.Duration or FieldType.Date or FieldType.Amount:
                Check(bounded, at, "has a range");
                break;
            case FieldType.Text or FieldType.Name or FieldType.File:
                Check(double.IsFinite(field.Max), at, "has a greatest length");
                break;
            case FieldType.Choice:
                Check(field.Choices.Count > 0, at, "has choices");
                break;
            default:
                Check(!isPlural || bounded, at, "has a range of lengths");
                break;
        }

        Check(field.Type != FieldType.Amount || field.Decimals is >= 0 and <= 18, at, "has 0 to 18 decimals");
        Check(field.Type != FieldType.Amount || field.Unit.Length > 0, at, "names its token as its unit");
        Check(field.Type != FieldType.Integer || field.Choices.Count <= 1, at, "has at most one word for 0");
    }

    /// <summary>A default must be what the reader would make of its own text.</summary>
    private void Default(Field field, string at)
    {
        if (field.Default is null)
        {
            return;
        }

        bool fits = field.Default switch
        {
            IReadOnlyList<double> numbers => numbers.Count >= field.Min && numbers.Count <= field.Max,
            IReadOnlyList<string> words => words.Count >= field.Min && words.Count <= field.Max &&
                (field.Choices.Count == 0 || words.All(field.Choices.Contains)),
            long or double or bool or string => ReadsBack(field, field.Default),
            _ => false,
        };
        Check(fits, at, "has a default of its own type and range");
    }

    private static bool ReadsBack(Field field, object value)
    {
        string text = ScalarText.Of(field, value);
        Node? node = TreeReader.ReadValue(default, text, new ProblemLog());
        return node is ScalarNode scalar && value.Equals(ScalarReader.Read(field, scalar).Value);
    }

    private void Nested(Field field, string at)
    {
        bool mayNest = field.Type is FieldType.Section or FieldType.List or FieldType.Ranges;
        Check(mayNest == field.Nested is not null, at, "has nested keys exactly if its type has");
        if (!mayNest || field.Nested is not { } nested)
        {
            return;
        }

        Section(at, nested.Doc, nested.Fields, field.Tag);
        foreach (Section variant in field.Variants)
        {
            Section($"{at}({variant.Name})", variant.Doc, variant.Fields);
            foreach (Field own in variant.Fields.Where(f => nested.Fields.Any(n => n.Name == f.Name)))
            {
                Check(false, $"{at}({variant.Name}).{own.Name}", "is declared once");
            }
        }
    }

    private void Check(bool holds, string at, string claim)
    {
        if (!holds)
        {
            _flaws.Add($"{(at.Length == 0 ? "the file" : at)} must be one that {claim}");
        }
    }

    private static bool IsText(string word) => CoreSchema.TypeOf(word) == ScalarType.Text;

    private static bool IsSentence(string doc) => doc.Trim().Length > 1 && doc[^1] == '.';

    private static bool IsKey(string name) =>
        name.Length is > 0 and <= 64 && char.IsAsciiLetterLower(name[0]) && name.All(char.IsAsciiLetterOrDigit);
}
