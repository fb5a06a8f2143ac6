using System.Text;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Declarations;
using AgentVerse.Scenarios.Reading;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Publishing;

/// <summary>
/// Writes checked values as YAML: every key in declared order with its default filled in, one form a value, LF line
/// ends. A key without value (a file that is not named, a network that takes no part) is left out. Overrides keep the
/// values as written, since their types belong to other keys.
/// </summary>
internal sealed class CanonicalText
{
    private readonly StringBuilder _text = new();

    /// <summary>The text of all fields but those left out.</summary>
    public static string Of(IReadOnlyList<Field> fields, SettingsMap values, params ReadOnlySpan<string> without)
    {
        CanonicalText canonical = new();
        foreach (Field field in fields)
        {
            if (!without.Contains(field.Name))
            {
                canonical.Key(field, values, "");
            }
        }

        return canonical._text.ToString();
    }

    private void Key(Field field, SettingsMap values, string indent)
    {
        if (!values.Has(field.Name))
        {
            return;
        }

        _text.Append(indent).Append(field.Name).Append(':');
        string below = indent + "  ";
        switch (field.Type)
        {
            case FieldType.Section:
                Section(field, values.Section(field.Name), below);
                break;
            case FieldType.List:
                Sections(field, values.List(field.Name), below);
                break;
            case FieldType.Numbers:
                Inline(values.Numbers(field.Name).Select(ScalarText.OfNumber));
                break;
            case FieldType.Texts:
                Inline(values.Texts(field.Name).Select(FlowText.Text));
                break;
            case FieldType.Overrides:
                Inline(values.Overrides(field.Name));
                break;
            case FieldType.Points:
                Points(values.OverrideLists(field.Name), below);
                break;
            case FieldType.Levels:
                Levels(values.OverrideLists(field.Name), below);
                break;
            case FieldType.Ranges:
                Ranges(field, values.Ranges(field.Name), below);
                break;
            default:
                _text.Append(' ').Append(Scalar(field, values)).Append('\n');
                break;
        }
    }

    private static string Scalar(Field field, SettingsMap values) => field.Type switch
    {
        FieldType.Number => ScalarText.Of(field, values.Number(field.Name)),
        FieldType.Flag => ScalarText.Of(field, values.Flag(field.Name)),
        FieldType.Integer or FieldType.Duration or FieldType.Date or FieldType.Amount =>
            ScalarText.Of(field, values.Integer(field.Name)),
        _ => ScalarText.Of(field, values.Text(field.Name)),
    };

    private void Section(Field field, SettingsMap section, string indent)
    {
        int start = _text.Append('\n').Length;
        foreach (Field key in Declared.FieldsOf(field, section))
        {
            Key(key, section, indent);
        }

        if (_text.Length == start)
        {
            _text.Length--;
            _text.Append(" {}\n");
        }
    }

    private void Sections(Field field, IReadOnlyList<SettingsMap> items, string indent)
    {
        _text.Append(items.Count == 0 ? " []\n" : "\n");
        foreach (SettingsMap item in items)
        {
            int start = _text.Length;
            foreach (Field key in Declared.FieldsOf(field, item))
            {
                Key(key, item, indent + "  ");
            }

            Dash(start, indent);
        }
    }

    /// <summary>Turns the lines from a place on into an item of a list.</summary>
    private void Dash(int start, string indent)
    {
        if (_text.Length == start)
        {
            _text.Append(indent).Append("- {}\n");
        }
        else
        {
            _text[start + indent.Length] = '-';
        }
    }

    private void Inline(IEnumerable<string> values) =>
        _text.Append(" [").AppendJoin(", ", values).Append("]\n");

    private void Inline(IReadOnlyList<Override> overrides) =>
        _text.Append(" {").AppendJoin(", ", overrides.Select(Pair)).Append("}\n");

    private static string Pair(Override one) => $"{FlowText.Text(one.Path)}: {one.Value}";

    private void Points(IReadOnlyList<IReadOnlyList<Override>> points, string indent)
    {
        _text.Append('\n');
        foreach (IReadOnlyList<Override> point in points)
        {
            _text.Append(indent).Append('-');
            Inline(point);
        }
    }

    private void Levels(IReadOnlyList<IReadOnlyList<Override>> axes, string indent)
    {
        _text.Append('\n');
        foreach (IReadOnlyList<Override> axis in axes)
        {
            _text.Append(indent).Append(FlowText.Text(axis[0].Path)).Append(':');
            Inline(axis.Select(l => l.Value));
        }
    }

    private void Ranges(Field field, IReadOnlyList<KeyValuePair<string, SettingsMap>> ranges, string indent)
    {
        _text.Append('\n');
        foreach (KeyValuePair<string, SettingsMap> range in ranges)
        {
            IEnumerable<string> keys = field.Nested!.Fields.Select(f => $"{f.Name}: {Scalar(f, range.Value)}");
            _text.Append(indent).Append(FlowText.Text(range.Key)).Append(": {").AppendJoin(", ", keys).Append("}\n");
        }
    }
}
