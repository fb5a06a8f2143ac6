using AgentVerse.Mechanisms.Compute.Akash.Network;
using AgentVerse.Mechanisms.Compute.Render.Network;
using AgentVerse.Mechanisms.Controllers;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Mechanisms.Markets.Network;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms;

/// <summary>The networks of this assembly, as scenarios name them.</summary>
public static class MechanismsCatalogue
{
    /// <summary>Registers them all, a line a network.</summary>
    public static Catalogue Register(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue
            .Add(AkashNetwork.Network)
            .Add(ControllersNetwork.Network)
            .Add(BittensorNetwork.Network)
            .Add(MarketsNetwork.Network)
            .Add(RenderNetwork.Network);
    }
}
