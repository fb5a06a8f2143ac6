using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AgentVerse.Scenarios.Yaml;

/// <summary>
/// Reads one YAML document into a tree that knows its lines. Bounded (<see cref="DepthMax"/>, <see cref="NodesMax"/>),
/// and without anchors, aliases, tags and directives: no text can grow in memory or name a type.
/// </summary>
internal sealed class TreeReader
{
    /// <summary>Deepest nesting of lists and maps.</summary>
    public const int DepthMax = 32;

    /// <summary>Largest number of values.</summary>
    public const int NodesMax = 100_000;

    private readonly string _file;
    private readonly int _line;
    private readonly ProblemLog _problems;
    private readonly Parser _parser;
    private int _nodes;

    private TreeReader(string file, int line, string text, ProblemLog problems)
    {
        _file = file;
        _line = line;
        _problems = problems;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a file's text; null where it is no YAML or holds nothing, which is reported.</summary>
    public static Node? Read(string file, string text, ProblemLog problems)
    {
        string body = text.StartsWith('\ufeff') ? text[1..] : text;
        int before = problems.Count;
        TextCheck.Run(file, body, problems);
        return problems.Count > before ? null : ReadChecked(file, 1, body, problems);
    }

    /// <summary>Reads a value that is written outside the file (an override); all of it has one place.</summary>
    public static Node? ReadValue(Place place, string text, ProblemLog problems)
    {
        int before = problems.Count;
        TextCheck.Run(place.File, text, problems);
        if (problems.Count > before)
        {
            return null;
        }

        ProblemLog inside = new();
        Node? node = text.Length == 0
            ? new ScalarNode(place, "", Plain: true)
            : ReadChecked(place.File, 0, text, inside);
        foreach (Problem problem in inside.Sorted())
        {
            problems.Add(problem with { Line = place.Line });
        }

        return node is null ? null : At(place, node);
    }

    private static Node? ReadChecked(string file, int line, string text, ProblemLog problems)
    {
        TreeReader reader = new(file, line, text, problems);
        try
        {
            return reader.Document();
        }
        catch (YamlException error)
        {
            reader.Report((int)Math.Min(error.Start.Line, int.MaxValue), text, error.Message);
        }
        catch (TreeLimitException error)
        {
            problems.Add(new Problem(file, error.Line, "text", "", error.Message, "make the file simpler"));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException
            or OverflowException or IndexOutOfRangeException or NullReferenceException)
        {
            // The parser meets a few malformed texts with exceptions of its own machinery instead of YamlException.
            reader.Report(line == 0 ? 0 : reader.CurrentLine, text, "The text is malformed.");
        }

        return null;
    }

    private int CurrentLine => (int)Math.Min(_parser.Current?.End.Line ?? 1, int.MaxValue);

    private Node? Document()
    {
        Next();
        ParsingEvent first = Next();
        if (first is not DocumentStart start)
        {
            _problems.Add(new Problem(_file, _line, "text", "", "a map of keys", "the text holds nothing: write it"));
            return null;
        }

        if (start.Version is not null || start.Tags?.Any(t => !IsStandard(t.Handle)) == true)
        {
            Refuse(start, "%", "a document without directives", "remove the lines that begin with %");
        }

        Next();
        Node node = Value(1);
        Next();
        if (Next() is not StreamEnd)
        {
            Refuse(_parser.Current!, "---", "one document", "remove what follows; a scenario is one document");
        }

        return node;
    }

    private static bool IsStandard(string handle) => handle is "!" or "!!";

    private ParsingEvent Next()
    {
        while (_parser.MoveNext())
        {
            if (_parser.Current is not Comment)
            {
                return _parser.Current!;
            }
        }

        throw new InvalidOperationException("the stream of events ended early");
    }

    /// <summary>The value that begins with the current event; ends on its last event.</summary>
    private Node Value(int depth)
    {
        ParsingEvent current = _parser.Current!;
        Place place = PlaceOf(current);
        if (++_nodes > NodesMax)
        {
            throw new TreeLimitException(place.Line, $"at most {NodesMax} values");
        }

        if (depth > DepthMax)
        {
            throw new TreeLimitException(place.Line, $"nested at most {DepthMax} deep");
        }

        RefuseProperties(current);
        return current switch
        {
            Scalar scalar => new ScalarNode(place, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => List(place, depth),
            MappingStart => Map(place, depth),
            _ => new ScalarNode(place, "", Plain: true),
        };
    }

    private ListNode List(Place place, int depth)
    {
        List<Node> items = [];
        while (Next() is not SequenceEnd)
        {
            items.Add(Value(depth + 1));
        }

        return new ListNode(place, items);
    }

    private MapNode Map(Place place, int depth)
    {
        List<MapEntry> entries = [];
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        while (Next() is not MappingEnd)
        {
            Place keyPlace = PlaceOf(_parser.Current!);
            Node key = Value(depth + 1);
            Next();
            Node value = Value(depth + 1);
            if (key is not ScalarNode scalar)
            {
                Report(keyPlace, FlowText.Of(key), "a key that is one word", "write the key as one word");
            }
            else if (!lines.TryAdd(scalar.Text, keyPlace.Line))
            {
                Report(
                    keyPlace, scalar.Text, "a key that stands once",
                    _line == 0 ? "remove one of the two" : $"remove it, or that on line {lines[scalar.Text]}");
            }
            else
            {
                entries.Add(new MapEntry(scalar.Text, keyPlace, value));
            }
        }

        return new MapNode(place, entries);
    }

    private void RefuseProperties(ParsingEvent current)
    {
        if (current is AnchorAlias alias)
        {
            Refuse(current, $"*{alias.Value}", "a value without aliases", "write the value out");
        }
        else if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            Refuse(current, $"&{anchored.Anchor}", "a value without anchors", "remove the anchor");
        }

        if (current is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            Refuse(current, tagged.Tag.Value, "a value without tags", "remove the tag; keys know their types");
        }
    }

    private void Refuse(ParsingEvent at, string value, string allowed, string fix) =>
        Report(PlaceOf(at), value, allowed, fix);

    private void Report(Place at, string value, string allowed, string fix) =>
        _problems.Add(new Problem(_file, at.Line, "text", Shown.Text(value), allowed, fix));

    private void Report(int line, string text, string message)
    {
        // The parser complains of a tab where the map around it begins.
        int tab = message.Contains("tab", StringComparison.Ordinal) ? TabIndent(text, line) : 0;
        int at = _line == 0 ? 0 : Math.Max(line, tab);
        string fix = tab > 0 ? "indent with spaces, not with tabs" : message.TrimEnd('.').ToLowerInvariant();
        _problems.Add(new Problem(_file, at, "text", "", "YAML", fix));
    }

    /// <summary>The first line from a line on with a tab before its first letter; 0 for none.</summary>
    private static int TabIndent(string text, int line)
    {
        string[] lines = text.Split('\n');
        for (int i = Math.Max(line, 1); i <= lines.Length; i++)
        {
            string content = lines[i - 1].TrimStart(' ', '\t');
            if (lines[i - 1].AsSpan(0, lines[i - 1].Length - content.Length).Contains('\t'))
            {
                return i;
            }
        }

        return 0;
    }

    private Place PlaceOf(ParsingEvent at) =>
        new(_file, _line == 0 ? 0 : (int)Math.Min(at.Start.Line, int.MaxValue));

    private static Node At(Place place, Node node) => node switch
    {
        ListNode list => new ListNode(place, [.. list.Items.Select(i => At(place, i))]),
        MapNode map => new MapNode(
            place, [.. map.Entries.Select(e => new MapEntry(e.Key, place, At(place, e.Value)))]),
        _ => node with { Place = place },
    };
}
