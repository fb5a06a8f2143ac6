namespace AgentVerse.Model.Settings;

/// <summary>
/// The checked values of one section: every declared key is present with the type of its field, defaults filled in.
/// Asking for a key that the section does not declare is a programmer's error and throws.
/// </summary>
public sealed class SettingsMap
{
    private readonly SortedDictionary<string, object?> _values;
    private readonly SortedDictionary<string, Place> _places;

    /// <summary>Makes the map; <paramref name="places"/> says where the value of each written key stands.</summary>
    public SettingsMap(
        string file, string path, int line,
        IEnumerable<KeyValuePair<string, object?>> values, IEnumerable<KeyValuePair<string, Place>> places)
    {
        File = file;
        Path = path;
        Line = line;
        _values = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        _places = new SortedDictionary<string, Place>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, object?> value in values)
        {
            _values.Add(value.Key, value.Value);
        }

        foreach (KeyValuePair<string, Place> entry in places)
        {
            _places[entry.Key] = entry.Value;
        }
    }

    /// <summary>File that the section was read from.</summary>
    public string File { get; }

    /// <summary>Path of the section within the file.</summary>
    public string Path { get; }

    /// <summary>Line on which the section begins.</summary>
    public int Line { get; }

    /// <summary>Keys and values in ordinal order of the keys.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Values => _values;

    /// <summary>Whether the key has a value (written or by default).</summary>
    public bool Has(string key) => _values.TryGetValue(key, out object? value) && value is not null;

    /// <summary>A whole number, a duration in seconds, a date in seconds since 1970, an amount in base units.</summary>
    public long Integer(string key) => (long)Value(key);

    /// <summary>A whole number that fits an int by its field's range.</summary>
    public int Int32(string key) => checked((int)(long)Value(key));

    /// <summary>A real number.</summary>
    public double Number(string key) => (double)Value(key);

    /// <summary>A truth value.</summary>
    public bool Flag(string key) => (bool)Value(key);

    /// <summary>Text, a name, a choice, a file's path or a value as written.</summary>
    public string Text(string key) => (string)Value(key);

    /// <summary>A list of real numbers.</summary>
    public IReadOnlyList<double> Numbers(string key) => (IReadOnlyList<double>)Value(key);

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string key) => (IReadOnlyList<string>)Value(key);

    /// <summary>A nested section; its keys have their defaults when it was not written.</summary>
    public SettingsMap Section(string key) => (SettingsMap)Value(key);

    /// <summary>A list of nested sections.</summary>
    public IReadOnlyList<SettingsMap> List(string key) => (IReadOnlyList<SettingsMap>)Value(key);

    /// <summary>Overrides in written order.</summary>
    public IReadOnlyList<Override> Overrides(string key) => (IReadOnlyList<Override>)Value(key);

    /// <summary>Points of a plan, or the axes of a grid with an override a level; in written order.</summary>
    public IReadOnlyList<IReadOnlyList<Override>> OverrideLists(string key) =>
        (IReadOnlyList<IReadOnlyList<Override>>)Value(key);

    /// <summary>Paths with their ranges, in written order.</summary>
    public IReadOnlyList<KeyValuePair<string, SettingsMap>> Ranges(string key) =>
        (IReadOnlyList<KeyValuePair<string, SettingsMap>>)Value(key);

    /// <summary>Where the value of a key is written; where the section begins for a default.</summary>
    public Place PlaceOf(string key) => _places.TryGetValue(key, out Place place) ? place : new Place(File, Line);

    /// <summary>A problem with one of the keys, found after the reading (a data file that does not fit, say).</summary>
    public Problem Problem(string key, string value, string allowed, string fix)
    {
        Place place = PlaceOf(key);
        return new Problem(place.File, place.Line, Path.Length == 0 ? key : $"{Path}.{key}", value, allowed, fix);
    }

    private object Value(string key) =>
        _values.TryGetValue(key, out object? value) && value is not null
            ? value
            : throw new InvalidOperationException($"section '{Path}' declares no value '{key}'");
}
