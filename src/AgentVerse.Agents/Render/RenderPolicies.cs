using AgentVerse.Agents.GpuProvider;
using AgentVerse.Agents.Tenant;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Render;

/// <summary>The policies of Render: operators of nodes, attacks by them, creators.</summary>
internal sealed class RenderPolicies : IPlugin
{
    /// <inheritdoc/>
    public void Register(Catalogue catalogue) => catalogue
        .Add(Provider(
            RenderProvider.Name, "Runs nodes on Render while that pays more than it costs.",
            (p, w) => new RenderProvider(p, w)))
        .Add(Provider(
            RenderSelf.Name, "Runs nodes and pays for jobs of its own to draw on Render's pool.",
            (p, w) => new RenderSelf(p, w)))
        .Add(Provider(
            RenderSplitter.Name, "Spreads its nodes over its accounts, few in each, for availability rewards.",
            (p, w) => new RenderSplitter(p, w)))
        .Add(Provider(
            RenderIdler.Name, "Stands ready on Render and declines work.", (p, w) => new RenderIdler(p, w)))
        .Add(Provider(
            RenderInflator.Name, "Claims a benchmark score above its own.", (p, w) => new RenderInflator(p, w)))
        .Add(new PolicyKind(
            TenantKind.Name, RenderCreator.Name, "Sends scenes to Render, in its tier, or to another farm.",
            (p, w) => new RenderCreator(p, w)));

    private static PolicyKind Provider(
        string name, string doc, Func<PopulationPlan, WorldPlanning, Policy> bind) =>
        new(GpuProviderKind.Name, name, doc, bind);
}
