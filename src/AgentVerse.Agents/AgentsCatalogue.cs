using AgentVerse.Agents.GpuProvider;
using AgentVerse.Agents.Miner;
using AgentVerse.Agents.Render;
using AgentVerse.Agents.Tenant;
using AgentVerse.Agents.Validator;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents;

/// <summary>The kinds of agents of this assembly and their policies, as scenarios name them.</summary>
public static class AgentsCatalogue
{
    /// <summary>Registers them all.</summary>
    public static Catalogue Register(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return RenderPolicies.Register(catalogue)
            .Add(MinerKind.Kind)
            .Add(new PolicyKind(
                MinerKind.Name, HonestMiner.Name, "Mines; registers where income covers the price.",
                (population, planning) => new HonestMiner(population, planning)))
            .Add(new PolicyKind(
                MinerKind.Name, IdleMiner.Name, "Holds what it has and never registers.",
                (_, _) => new IdleMiner()))
            .Add(GpuProviderKind.Kind)
            .Add(TenantKind.Kind)
            .Add(ValidatorKind.Kind)
            .Add(new PolicyKind(
                ValidatorKind.Name, HonestValidator.Name, "Scores every miner's output itself, with some error.",
                (population, planning) => new HonestValidator(population, planning)))
            .Add(new PolicyKind(
                ValidatorKind.Name, StandingValidator.Name, "Keeps the weights that stand, those of a metagraph say.",
                (population, planning) => new StandingValidator(population, planning)));
    }
}
