using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Reading;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios;

/// <summary>
/// Reads a settings file that is no scenario, in JSON with comments, by the declaration of its keys: the values, or all
/// that is wrong with it. Pure.
/// </summary>
public static class SettingsFile
{
    /// <summary>Reads the text; null where there are problems.</summary>
    /// <param name="file">Name of the file, as problems shall name it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="keys">What may stand in it.</param>
    public static (SettingsMap? Settings, IReadOnlyList<Problem> Problems) Read(string file, string text, Section keys)
    {
        ProblemLog problems = new();
        Node? node = TreeReader.Read(file, JsonComments.Blank(text), problems);
        if (node is MapNode map)
        {
            SettingsMap settings = new SectionReader(problems).Read(keys.Fields, map, "");
            return problems.Count > 0 ? (null, problems.Sorted()) : (settings, []);
        }

        if (node is not null)
        {
            problems.Add(new Problem(
                file, node.Place.Line, "text", Shown.Node(node), "an object of keys", "write { \"key\": value }"));
        }

        return (null, problems.Sorted());
    }
}
