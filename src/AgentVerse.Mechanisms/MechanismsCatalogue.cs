namespace AgentVerse.Mechanisms;
/// <summary>x</summary>
public static class MechanismsCatalogue
{
    /// <summary>x</summary>
    public static void Register(Model.Contracts.Catalogue catalogue) => System.ArgumentNullException.ThrowIfNull(catalogue);
}
