using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Bittensor on the engine: a chain shard that counts issuance and assigns TAO, and a shard a subnet with its neurons,
/// its pool and all alpha of its own.
/// </summary>
public static class BittensorNetwork
{
    /// <summary>The network, as it registers itself.</summary>
    public static Model.Contracts.Network Network { get; } = Of(new ChainParameters());

    /// <summary>The network on a chain whose parameters are these where a scenario cannot say otherwise.</summary>
    internal static Model.Contracts.Network Of(ChainParameters basis) => new(
        BittensorTerms.Network,
        "Subnets whose validators weigh miners, paid by Yuma consensus from an emission that halves with issuance.",
        BittensorSection.Whole, SubnetEvents.All, (settings, planning) => Plan(basis, settings, planning));

    private static NetworkPlan Plan(ChainParameters basis, SettingsMap settings, WorldPlanning planning)
    {
        List<TokenInfo> tokens = [new TokenInfo(BittensorTerms.Tao, BittensorTerms.Decimals)];
        if (planning.TickSeconds % BittensorTerms.BlockSeconds != 0)
        {
            planning.Problems.Add(new Problem(
                settings.File, settings.Line, "tick", $"{planning.TickSeconds}s",
                $"a multiple of {BittensorTerms.BlockSeconds} s, a block", "choose such a tick"));
            return new NetworkPlan(tokens, []);
        }

        ChainParameters chain = ParameterReading.Chain(settings, basis);
        IReadOnlyList<SubnetSpec> subnets = SubnetPlanning.Plan(settings, chain, planning);
        tokens.AddRange(subnets.Select(s => new TokenInfo(BittensorTerms.AlphaOf(s.Netuid), BittensorTerms.Decimals)));
        ChainSpec spec = new()
        {
            Parameters = chain,
            Subnets = subnets,
            StartBlock = settings.Integer("startBlock"),
            Issuance = settings.Integer("issuance"),
            RootStake = settings.Integer("rootStake"),
            RootStakes = RootDeal.Of(settings, subnets, planning),
            LastLock = ParameterReading.LastLock(settings),
            Tao = planning.Tokens.Count,
            BlocksPerTick = (int)(planning.TickSeconds / BittensorTerms.BlockSeconds),
            FirstSubnetShard = planning.Shards.Count + 1,
        };
        ShardPlan chainPlan = new("chain", ChainShard.Series, _ => new ChainShard(spec), () => new ChainBulletin())
        {
            Facts = new ChainFacts { RootStakes = spec.RootStakes },
        };
        bool isSound = planning.Problems.Count == 0;
        return new NetworkPlan(tokens, [chainPlan, .. subnets.Where(_ => isSound).Select(s => PlanOf(s, planning))]);
    }

    private static ShardPlan PlanOf(SubnetSpec spec, WorldPlanning planning) =>
        new(
            SubnetPlanning.NameOf(spec.Netuid), SubnetSeries.All, world => new SubnetShard(spec, world),
            () => new SubnetBulletin())
        {
            Facts = new SubnetFacts
            {
                Netuid = spec.Netuid,
                Task = spec.Task,
                Owner = spec.Owner,
                Populations = [spec.Miners.Name, spec.Validators.Name, .. spec.Blocs.SelectMany(b => b.Populations)],
                Seats = [.. spec.Neurons.Select(n => n.Holder)],
                Qualities = [.. spec.Neurons.Select(n => n.Quality)],
                Stakes = SubnetOpening.Stakes(spec, planning.Populations),
            },
        };
}
