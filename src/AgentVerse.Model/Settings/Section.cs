namespace AgentVerse.Model.Settings;

/// <summary>A group of keys of a scenario.</summary>
/// <param name="Name">Its name: the key that holds it, or the tag word that selects it.</param>
/// <param name="Doc">What it configures, one sentence.</param>
/// <param name="Fields">Its keys, in the order in which they are documented.</param>
public sealed record Section(string Name, string Doc, IReadOnlyList<Field> Fields)
{
    /// <summary>A section without keys.</summary>
    public static Section Empty(string name, string doc) => new(name, doc, []);
}
