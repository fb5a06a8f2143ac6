using AgentVerse.Agents.Controller;
using AgentVerse.Agents.Miner;
using AgentVerse.Agents.Nominator;
using AgentVerse.Agents.SubnetOwner;
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
}
