using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>
/// Akash on the engine: a chain shard for inflation, transfers, the oracle and the vault, and a shard for each class of
/// GPUs in each region, where providers stand, tenants deploy and escrow pays.
/// </summary>
public static class AkashNetwork
{
    /// <summary>The network, as it registers itself.</summary>
    public static Model.Contracts.Network Network { get; } = Of(new AkashParameters());

    /// <summary>The network on a chain whose parameters are these where a scenario cannot say otherwise.</summary>
    internal static Model.Contracts.Network Of(AkashParameters basis) => new(
        AkashTerms.Network,
        "A market of leases: tenants' orders are bid on by providers and paid from escrow block by block.",
        AkashSection.Whole, [], (settings, planning) => Plan(basis, settings, planning));

    private static NetworkPlan Plan(AkashParameters basis, SettingsMap settings, WorldPlanning planning)
    {
        AkashParameters chain = AkashReading.Chain(settings, basis);
        bool isBurnMint = chain.Era == Era.BurnMint;
        int usd = planning.EnsureToken(MarketTerms.UsdToken);
        int akt = planning.EnsureToken(new TokenInfo(AkashTerms.Akt, AkashTerms.Decimals));
        int act = isBurnMint ? planning.EnsureToken(new TokenInfo(AkashTerms.Act, AkashTerms.Decimals)) : -1;
        int chainShard = planning.Shards.Count;
        int[] tokens = isBurnMint ? [akt, -1, act] : [akt, usd, -1];
        ChainSpec chainPlan = AkashReading.ChainPlan(settings, chain, (akt, act));
        List<ShardPlan> shards =
        [
            new(
                "chain", ChainShard.Series, world => new ChainShard(chainPlan, PriceShard(world)),
                () => new AkashChainBulletin())
            {
                Facts = new AkashChainFacts(chain.Staking.UnbondingSeconds / 86_400.0),
            },
        ];
        CheckBonded(settings, planning, chainPlan);
        foreach (string gpuClass in settings.Texts("gpuClasses"))
        {
            foreach (string region in settings.Texts("regions"))
            {
                (int Class, int Region) place = (ComputeTerms.ClassIndex(gpuClass), ComputeTerms.RegionIndex(region));
                MarketSpec spec = AkashReading.Market(settings, chain, place, (chainShard, tokens));
                shards.Add(new ShardPlan(
                    $"{gpuClass}/{region}", MarketSeries.All, _ => new MarketShard(spec),
                    () => new AkashMarketBulletin())
                {
                    Facts = new AkashFacts(
                        place.Class, place.Region, chainShard, chain.BidMinDeposit,
                        isBurnMint ? chain.MinDepositUsd : chain.MinDepositAkt, (int)chain.OrderMaxBids + 1,
                        settings.Integer("bidWindow"), isBurnMint),
                });
            }
        }

        return new NetworkPlan([], shards);
    }

    /// <summary>Others and agents together may have no more than there is.</summary>
    private static void CheckBonded(SettingsMap settings, WorldPlanning planning, ChainSpec chain)
    {
        double agents = planning.Populations
            .Where(p => string.Equals(p.Kind.Name, AkashTerms.Delegator, StringComparison.Ordinal))
            .Sum(p => (double)p.Capacity * p.Settings.Integer("startAkt"));
        double share = chain.Supply > 0 ? agents / chain.Supply : 0;
        SettingsMap inflation = settings.Section("inflation");
        if (share > 0 && share + inflation.Number("bonded") > 1.000001)
        {
            planning.Problems.Add(inflation.Problem(
                "bonded", $"{inflation.Number("bonded")}",
                $"at most {Math.Max(0, 1 - share):F4}, what delegators leave of the supply",
                "lower it, or startAkt of delegators"));
        }
    }

    /// <summary>The shard that makes the price of AKT, or -1 if the run has none.</summary>
    private static int PriceShard(WorldPlan world)
    {
        ShardInfo? market = world.Shards.FirstOrDefault(s =>
            s.Plan.Facts is TokenFacts facts && string.Equals(facts.Token, AkashTerms.Akt, StringComparison.Ordinal));
        return market?.Index ?? -1;
    }
}
