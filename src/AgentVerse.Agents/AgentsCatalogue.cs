namespace AgentVerse.Agents;
/// <summary>x</summary>
public static class AgentsCatalogue
{
    /// <summary>x</summary>
    public static void Register(Model.Contracts.Catalogue catalogue) => System.ArgumentNullException.ThrowIfNull(catalogue);
}
