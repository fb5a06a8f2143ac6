using AgentVerse.Model.Settings;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Settings by hand: a section's defaults with some values of one's own.</summary>
internal static class Settings
{
    /// <summary>The map of a section; a nested section or list is given as maps.</summary>
    internal static SettingsMap Of(Section section, params (string Key, object? Value)[] own)
    {
        SortedDictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (Field field in section.Fields)
        {
            values[field.Name] = field.Type switch
            {
                FieldType.Section => Of(field.Nested!),
                FieldType.List => Array.Empty<SettingsMap>(),
                _ => field.Default,
            };
        }

        foreach ((string key, object? value) in own)
        {
            Xunit.Assert.True(values.ContainsKey(key), $"'{section.Name}' declares '{key}'");
            values[key] = value;
        }

        return new SettingsMap("test", section.Name, 1, values, []);
    }

    /// <summary>The section of a nested key.</summary>
    internal static Section Nested(Section section, string key) =>
        section.Fields.Single(f => f.Name == key).Nested!;
}
