using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Reading;

/// <summary>A tree read and checked by the declarations.</summary>
/// <param name="Settings">Its values; those that do not fit are absent.</param>
/// <param name="Files">Data files that it names.</param>
internal sealed record Checked(SettingsMap Settings, IReadOnlyList<DataFile> Files)
{
    /// <summary>Reads and checks a tree; problems go to the log.</summary>
    public static Checked Of(Catalogue catalogue, IReadOnlyList<Field> fields, MapNode root, ProblemLog problems)
    {
        SectionReader reader = new(problems);
        SettingsMap settings = reader.Read(fields, root, "");
        new WorldCheck(catalogue, problems).Run(settings);
        return new Checked(settings, reader.Files);
    }
}
