using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Miner.Renting;
using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Networks.Markets;

namespace AgentVerse.Agents.Miner;

/// <summary>What all miners of a population decide with under one rule; immutable.</summary>
internal sealed class MinerMind
{
    internal MinerMind(PopulationPlan population, WorldPlanning planning, IChoiceRule rule, Sight sight)
    {
        Choice = ChoiceSettings.Of(population.Settings);
        MiningTasks tasks = new(population.Settings);
        Subnets = new SubnetShards(planning);
        Traits = new MinerTraits(population, planning, tasks, Choice);
        Compute = new MinerCompute(population, planning);
        Options = new MinerOptions(population, Traits, Compute, Choice);
        Purse = new MinerPurse(population, planning, Traits, Choice);
        Tao = planning.FindToken(BittensorTerms.Tao);
        (Rule, Sight) = (rule, sight);
    }

    /// <summary>How it picks.</summary>
    internal IChoiceRule Rule { get; }

    /// <summary>How widely it looks.</summary>
    internal Sight Sight { get; }

    /// <summary>The keys of choice.</summary>
    internal ChoiceSettings Choice { get; }

    /// <summary>The subnets.</summary>
    internal SubnetShards Subnets { get; }

    /// <summary>What the agents are able to do.</summary>
    internal MinerTraits Traits { get; }

    /// <summary>What their compute costs, and where it comes from.</summary>
    internal MinerCompute Compute { get; }

    /// <summary>What options are worth.</summary>
    internal MinerOptions Options { get; }

    /// <summary>What becomes of their money.</summary>
    internal MinerPurse Purse { get; }

    /// <summary>Index of TAO.</summary>
    internal int Tao { get; }

    /// <summary>Wealth that risk is set against, USD; 0 for agents who do not mind it.</summary>
    internal double RiskWealthOf(AgentTick agent, double taoUsd) => Choice.RiskAversion == 0 ? 0
        : Math.Max(1, (agent.Wallet(Tao) / BittensorTerms.UnitsPerToken * taoUsd)
            + (agent.Int64(MinerKind.Usd) / MarketTerms.UnitsPerUsd));
}
