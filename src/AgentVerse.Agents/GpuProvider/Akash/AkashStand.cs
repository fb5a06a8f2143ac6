using AgentVerse.Agents.Compute;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>What a provider stands with at a market.</summary>
/// <param name="Units">Units that it says it has; 0 ends the offer.</param>
/// <param name="TrueUnits">Units that are there.</param>
/// <param name="Ask">Price of a unit and hour, 1e-6 USD.</param>
/// <param name="Quality">What a unit does over what its class does.</param>
internal readonly record struct AkashOffer(int Units, int TrueUnits, long Ask, double Quality = 1);

/// <summary>Where and how the providers of a population stand on Akash under one policy.</summary>
internal sealed class AkashStand
{
    private readonly ComputeMarkets _markets;
    private readonly AkashFacts? _facts;

    /// <param name="policy">Name of the policy whose script bids.</param>
    /// <param name="population">The population.</param>
    /// <param name="planning">The planned world.</param>
    internal AkashStand(string policy, PopulationPlan population, WorldPlanning planning)
    {
        _markets = new ComputeMarkets(planning);
        _facts = planning.Shards.Select(s => s.Plan.Facts).OfType<AkashFacts>().FirstOrDefault();
        Policy = population.PolicyNames.ToList().IndexOf(policy);
        Akt = planning.FindToken(AkashTerms.Akt);
    }

    /// <summary>Place of the network among those of compute.</summary>
    internal static int Network { get; } = ComputeTerms.NetworkIndex(AkashTerms.Network);

    /// <summary>Column of the units offered here.</summary>
    internal static int Offered { get; } = ProviderColumns.FirstOffered + Network;

    /// <summary>Index of AKT.</summary>
    internal int Akt { get; }

    /// <summary>Place of the policy among the population's.</summary>
    internal int Policy { get; }

    /// <summary>Index of the agent's market, or -1.</summary>
    internal int ShardOf(AgentTick agent) => _markets.ShardOf(
        Network, agent.Int32(ComputeColumns.GpuClass), agent.Int32(ComputeColumns.Region));

    /// <summary>
    /// Stands at the market, or changes what it stands with. A first offer brings what two bids a unit deposit, at
    /// least what an order's bids may: a change of offer brings nothing.
    /// </summary>
    internal void Offer(AgentTick agent, int shard, in AkashOffer offer)
    {
        bool isFirst = agent.Int32(Offered) == 0;
        long deposits = isFirst && _facts is not null ? _facts.BidDeposit * Math.Max(4, 2L * offer.Units) : 0;
        agent.Int32(Offered) = offer.Units;
        agent.Int64(ProviderColumns.Ask) = offer.Units > 0 ? offer.Ask : 0;
        agent.Send(new Intent
        {
            Shard = (ushort)shard,
            Token = (ushort)Akt,
            Kind = AkashIntents.Offer,
            Amount = offer.Units > 0 ? Math.Min(agent.Wallet(Akt), deposits) : 0,
            A = Policy,
            B = (uint)offer.Units | ((long)offer.TrueUnits << 32),
            C = offer.Ask,
            D = BitConverter.DoubleToInt64Bits(offer.Quality),
        });
    }
}
