namespace AgentVerse.Model.Contracts;

/// <summary>
/// An assembly's way in: the engine makes one with its parameterless constructor and lets it register. Version 0 of the
/// API: names and shapes may still change.
/// </summary>
public interface IPlugin
{
    /// <summary>Registers networks, kinds, policies and measures.</summary>
    void Register(Catalogue catalogue);
}
