using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Controllers;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Controllers;

/// <summary>
/// How controllers reach their accounts: one shard through which orders and money go out and reports and money come
/// back. No protocol; no other network can read it.
/// </summary>
public static class ControllersNetwork
{
    /// <summary>The network, as it registers itself.</summary>
    public static Network Network { get; } = new(
        ControllerTerms.Network,
        "Orders of controllers to their accounts; a run in which one population commands another has it by itself.",
        Section.Empty(ControllerTerms.Network, "Orders of controllers; it has no keys."),
        OrdersShard.Events, (_, _) => new NetworkPlan([], [Shard]));

    private static ShardPlan Shard => new(
        ControllerTerms.Shard, OrdersShard.Series, world => new OrdersShard(world), () => new OrdersBulletin());
}
