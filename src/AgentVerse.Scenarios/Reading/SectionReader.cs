using System.Globalization;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Declarations;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Reading;

/// <summary>
/// Reads a tree by the declarations of its sections: the only reader there is, for the core's keys as for those of
/// networks, kinds and measures. A value that does not fit is reported and left out of its map.
/// </summary>
internal sealed class SectionReader(ProblemLog problems)
{
    private readonly List<DataFile> _files = [];

    /// <summary>Data files named so far, in reading order.</summary>
    public IReadOnlyList<DataFile> Files => _files;

    /// <summary>Reads a section; <paramref name="node"/> is a map.</summary>
    public SettingsMap Read(
        IReadOnlyList<Field> fields, MapNode node, string path, IReadOnlyList<Field>? alsoKnown = null)
    {
        SortedDictionary<string, MapEntry> written = new(StringComparer.Ordinal);
        HashSet<string> known = [.. fields.Select(f => f.Name), .. (alsoKnown ?? []).Select(f => f.Name)];
        foreach (MapEntry entry in node.Entries)
        {
            written[entry.Key] = entry;
            if (!known.Contains(entry.Key))
            {
                ReportUnknown(entry, path, fields);
            }
        }

        List<KeyValuePair<string, object?>> values = [];
        List<KeyValuePair<string, Place>> places = [];
        foreach (Field field in fields)
        {
            string at = Shown.Path(path, field.Name);
            object? value;
            if (written.TryGetValue(field.Name, out MapEntry? entry))
            {
                places.Add(new(field.Name, entry.Value.Place));
                value = Value(field, entry.Value, at);
            }
            else
            {
                value = Absent(field, node.Place, at);
            }

            values.Add(new(field.Name, value));
        }

        return new SettingsMap(node.Place.File, path, node.Place.Line, values, places);
    }

    /// <summary>Reads the value of a field; null where it does not fit, which is reported.</summary>
    public object? Value(Field field, Node node, string path) => field.Type switch
    {
        FieldType.Section => Section(field, node, path),
        FieldType.List => Sections(field, node, path),
        FieldType.Numbers or FieldType.Texts => Scalars(field, node, path),
        FieldType.Overrides => Overrides(field, node, path),
        FieldType.Points => Points(field, node, path),
        FieldType.Levels => Levels(field, node, path),
        FieldType.Ranges => Ranges(field, node, path),
        _ => Scalar(field, node, path),
    };

    private object? Absent(Field field, Place place, string path)
    {
        if (field.Required)
        {
            problems.Add(new Problem(place.File, place.Line, path, "", Allowed.Of(field), "add it"));
            return null;
        }

        return field.Type switch
        {
            FieldType.Section when field.Optional => null,
            FieldType.Section => Section(field, MapNode.Empty(place), path),
            FieldType.List => Array.Empty<SettingsMap>(),
            FieldType.Overrides => Array.Empty<Override>(),
            _ => field.Default,
        };
    }

    private object? Scalar(Field field, Node node, string path)
    {
        ScalarReading reading = node is ScalarNode scalar
            ? ScalarReader.Read(field, scalar)
            : new ScalarReading(null, "write a single value");
        if (reading.Value is null)
        {
            Report(field, node, path, reading.Fix);
        }
        else if (field.Type == FieldType.File)
        {
            _files.Add(new DataFile((string)reading.Value, path, node.Place.File, node.Place.Line));
        }

        return reading.Value;
    }

    private SettingsMap? Section(Field field, Node node, string path)
    {
        MapNode? map = AsMap(node);
        if (map is null)
        {
            Report(field, node, path, "write keys below it");
            return null;
        }

        // The bounds of a list are of its items, not of the keys in one.
        if (field.Type == FieldType.Section && !HasLength(field, map.Entries.Count))
        {
            Report(
                field, node, path, map.Entries.Count < field.Min
                    ? $"write {Allowed.OneOf(KeysOf(field))}"
                    : $"remove all but {ScalarText.OfNumber(field.Max)}");
        }

        Section nested = field.Nested!;
        if (field.Tag.Length == 0)
        {
            return Read(nested.Fields, map, path);
        }

        Section? variant = Declared.VariantOf(field, map);
        return variant is null
            ? Read(nested.Fields, map, path, [.. field.Variants.SelectMany(v => v.Fields)])
            : Read([.. nested.Fields, .. variant.Fields], map, path);
    }

    private static string[] KeysOf(Field field) => [.. field.Nested!.Fields.Select(f => f.Name)];

    private List<SettingsMap>? Sections(Field field, Node node, string path)
    {
        if (AsList(field, node, path) is not { } list)
        {
            return null;
        }

        List<SettingsMap> sections = [];
        for (int i = 0; i < list.Items.Count; i++)
        {
            // A null item of a list is a slip ("- " with nothing after it), not a section of defaults.
            string at = Item(path, i);
            SettingsMap? section = list.Items[i] is MapNode ? Section(field, list.Items[i], at) : null;
            if (section is not null)
            {
                sections.Add(section);
            }
            else
            {
                Report(list.Items[i], at, "a map of keys", "write keys below it");
            }
        }

        return sections;
    }

    private object? Scalars(Field field, Node node, string path)
    {
        if (AsList(field, node, path) is not { } list)
        {
            return null;
        }

        bool texts = field.Type == FieldType.Texts;
        Field item = Declared.ItemOf(field);
        List<object> values = [];
        for (int i = 0; i < list.Items.Count; i++)
        {
            object? value = Scalar(item, list.Items[i], Item(path, i));
            if (value is not null && texts && values.Contains(value))
            {
                Report(list.Items[i], Item(path, i), "listed once", "remove it");
            }
            else if (value is not null)
            {
                values.Add(value);
            }
        }

        return texts ? values.Cast<string>().ToArray() : values.Cast<double>().ToArray();
    }

    private List<Override>? Overrides(Field field, Node node, string path)
    {
        if (AsMap(node) is not { } map || !HasLength(field, map.Entries.Count))
        {
            Report(field, node, path, "write paths with their values below it");
            return null;
        }

        return [.. map.Entries.Select(OverrideOf)];
    }

    private List<IReadOnlyList<Override>>? Points(Field field, Node node, string path)
    {
        if (AsList(field, node, path) is not { } list)
        {
            return null;
        }

        List<IReadOnlyList<Override>> points = [];
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (AsMap(list.Items[i]) is { } map)
            {
                points.Add([.. map.Entries.Select(OverrideOf)]);
            }
            else
            {
                Report(list.Items[i], Item(path, i), "a map from paths to values", "write {path: value}");
            }
        }

        return points;
    }

    private List<IReadOnlyList<Override>>? Levels(Field field, Node node, string path)
    {
        if (AsMap(field, node, path, "write paths with lists of values below it") is not { } map)
        {
            return null;
        }

        List<IReadOnlyList<Override>> axes = [];
        foreach (MapEntry entry in map.Entries)
        {
            if (entry.Value is ListNode { Items.Count: > 0 } levels)
            {
                axes.Add([.. levels.Items.Select(v => OverrideOf(new MapEntry(entry.Key, v.Place, v)))]);
            }
            else
            {
                Report(entry.Value, Shown.Path(path, entry.Key), "a list of values", "write [value, value]");
            }
        }

        return axes;
    }

    private List<KeyValuePair<string, SettingsMap>>? Ranges(Field field, Node node, string path)
    {
        if (AsMap(field, node, path, "write paths with ranges below it") is not { } map)
        {
            return null;
        }

        List<KeyValuePair<string, SettingsMap>> ranges = [];
        foreach (MapEntry entry in map.Entries)
        {
            string at = Shown.Path(path, entry.Key);
            if (AsMap(entry.Value) is { } range)
            {
                ranges.Add(new(entry.Key, Read(field.Nested!.Fields, range, at)));
            }
            else
            {
                Report(entry.Value, at, "a range", "write {from: value, to: value}");
            }
        }

        return ranges;
    }

    private static Override OverrideOf(MapEntry entry) =>
        new(entry.Key, FlowText.Of(entry.Value), entry.Value.Place.File, entry.Value.Place.Line);

    /// <summary>A map; nothing (<c>key:</c>) is a map without keys.</summary>
    private static MapNode? AsMap(Node node) => node switch
    {
        MapNode map => map,
        ScalarNode { Type: ScalarType.Null } => MapNode.Empty(node.Place),
        _ => null,
    };

    private MapNode? AsMap(Field field, Node node, string path, string fix)
    {
        MapNode? map = AsMap(node);
        if (map is not null && HasLength(field, map.Entries.Count))
        {
            return map;
        }

        Report(field, node, path, map is null ? fix : "choose a number of them in that range");
        return null;
    }

    private ListNode? AsList(Field field, Node node, string path)
    {
        if (node is ListNode list && HasLength(field, list.Items.Count))
        {
            return list;
        }

        Report(
            field, node, path,
            node is ListNode ? "choose a number of them in that range" : "write a list: [a, b], or lines of - a");
        return null;
    }

    private static bool HasLength(Field field, int length) => length >= field.Min && length <= field.Max;

    private static string Item(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private void ReportUnknown(MapEntry entry, string path, IReadOnlyList<Field> fields)
    {
        string fix = problems.IsFull ? "" : Nearest.KeyFix(entry.Key, [.. fields.Select(f => f.Name)]);
        string at = Shown.Path(path, entry.Key);
        problems.Add(new Problem(entry.Place.File, entry.Place.Line, at, "", "a known key", fix));
    }

    private void Report(Field field, Node node, string path, string fix) =>
        Report(node, path, Allowed.Of(field), fix);

    private void Report(Node node, string path, string allowed, string fix)
    {
        string shown = problems.IsFull ? "" : Shown.Node(node);
        problems.Add(new Problem(node.Place.File, node.Place.Line, path, shown, allowed, fix));
    }
}
