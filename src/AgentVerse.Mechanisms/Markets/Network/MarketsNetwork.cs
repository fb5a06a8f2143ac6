using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Markets.Network;

/// <summary>Markets of tokens on the engine: a shard a token, which trades it against USD.</summary>
public static class MarketsNetwork
{
    /// <summary>The network, as it registers itself.</summary>
    public static Model.Contracts.Network Network { get; } = new(
        MarketTerms.Network,
        "Markets that price tokens in USD, each at one price a tick: fixed, drawn, replayed, or by a pool.",
        MarketsSection.Whole, [], Plan);

    private static NetworkPlan Plan(SettingsMap settings, WorldPlanning planning)
    {
        int usd = planning.EnsureToken(MarketTerms.UsdToken);
        IReadOnlyList<TokenSpec> specs = MarketPlanning.Plan(settings, planning, usd);

        // Tokens that no network has brought so far stand in the plan already; a network that is planned later
        // ensures its own.
        return new NetworkPlan(
            [],
            [
                .. specs.Select(spec => new ShardPlan(
                    spec.Name, MarketSeries.All, world => new MarketShard(spec, world), () => new TokenBulletin())
                {
                    Facts = new TokenFacts(spec.Name),
                }),
            ]);
    }
}
