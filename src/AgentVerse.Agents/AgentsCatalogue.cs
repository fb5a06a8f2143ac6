using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Controller;
using AgentVerse.Agents.Delegator;
using AgentVerse.Agents.GpuProvider;
using AgentVerse.Agents.GpuProvider.Choosing;
using AgentVerse.Agents.Miner;
using AgentVerse.Agents.Nominator;
using AgentVerse.Agents.Render;
using AgentVerse.Agents.SubnetOwner;
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
        return catalogue
            .Add(MinerKind.Kind)
            .Add(new PolicyKind(
                MinerKind.Name, HonestMiner.Name, "Mines; registers where income covers the price.",
                (population, planning) => new HonestMiner(population, planning)))
            .Add(new PolicyKind(
                MinerKind.Name, IdleMiner.Name, "Holds what it has and never registers.",
                (_, _) => new IdleMiner()))
            .Add(GpuProviderKind.Kind)
            .Add(TenantKind.Kind)
            .Add(new AkashPolicies())
            .Add(new RenderPolicies())
            .Add(new PolicyKind(
                GpuProviderKind.Name, ChoosingProvider.Name, "Serves the network that is worth most, or none.",
                (population, planning) => new ChoosingProvider(population, planning)))
            .Add(new PolicyKind(
                TenantKind.Name, ChoosingTenant.Name, "Takes each need to the network that is worth most, or a cloud.",
                (population, planning) => new ChoosingTenant(population, planning)))
            .AddMiners()
            .Add(new PolicyKind(
                MinerKind.Name, OrderedMiner.Name, "Registers where, when and at what price its controller orders.",
                (population, planning) => new OrderedMiner(population, planning)))
            .Add(new PolicyKind(
                MinerKind.Name, DriftingMiner.Name, "Holds its uid while its quality drifts about the median.",
                (population, planning) => new DriftingMiner(population, planning)))
            .Add(ControllerKind.Kind)
            .Add(new PolicyKind(
                ControllerKind.Name, IdleController.Name, "Lets its accounts be.", (_, _) => new IdleController()))
            .Add(new PolicyKind(
                ControllerKind.Name, AttackController.Name, "Wakes, funds and directs accounts, attack by attack.",
                (population, planning) => new AttackController(population, planning)))
            .Add(ValidatorKind.Kind, ValidatorPolicies.All)
            .Add(NominatorKind.Kind, NominatorKind.Policies)
            .Add(DelegatorKind.Kind, DelegatorKind.Policies)
            .Add(SubnetOwnerKind.Kind, SubnetOwnerKind.Policies);
    }

    /// <summary>Registers a kind with its policies.</summary>
    private static Catalogue Add(this Catalogue catalogue, AgentKind kind, IReadOnlyList<PolicyKind> policies)
    {
        catalogue.Add(kind);
        foreach (PolicyKind policy in policies)
        {
            catalogue.Add(policy);
        }

        return catalogue;
    }

    private static Catalogue AddMiners(this Catalogue catalogue) => catalogue
        .Add(Choosing(ChoosingMiner.Logit, "Takes what is worth most to it, by lasting tastes, among subnets it knows."))
        .Add(Choosing(ChoosingMiner.BestResponse, "Takes what is worth most to it among all subnets."))
        .Add(Choosing(ChoosingMiner.Imitating, "Copies another miner in proportion to how much more that one earns."))
        .Add(Choosing(ChoosingMiner.Random, "Does anything that it can pay for."))
        .Add(new PolicyKind(
            MinerKind.Name, GriefingMiner.Name, "Registers only to lift the price.",
            (population, planning) => new GriefingMiner(population, planning)))
        .Add(new PolicyKind(
            MinerKind.Name, DumpingMiner.Name, "Mines, keeps its alpha, and sells it all in one tick.",
            (population, planning) => new DumpingMiner(population, planning)));

    private static PolicyKind Choosing(string name, string doc) => new(
        MinerKind.Name, name, doc, (population, planning) => new ChoosingMiner(population, planning, name));
}
