using AgentVerse.Model.Networks.Compute;

namespace AgentVerse.Model.Networks.Akash;

/// <summary>What is known of a market of Akash while agents are bound.</summary>
/// <param name="GpuClass">Place of its class of GPUs.</param>
/// <param name="Region">Place of its region.</param>
/// <param name="ChainShard">Index of the chain's shard.</param>
/// <param name="BidDeposit">Deposit of a bid, uakt.</param>
/// <param name="MinDeposit">Least deposit of a deployment, base units of what it pays in.</param>
/// <param name="BidsMost">Bids that an order may get.</param>
/// <param name="BidSeconds">Time from an order to its award, s.</param>
/// <param name="SettlesInAct">Whether leases are paid in ACT (era C).</param>
public sealed record AkashFacts(
    int GpuClass, int Region, int ChainShard, long BidDeposit, long MinDeposit, int BidsMost, long BidSeconds,
    bool SettlesInAct)
    : IComputeMarket
{
    /// <inheritdoc/>
    public int Network => ComputeTerms.NetworkIndex(AkashTerms.Network);
}
