using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Root's part of a subnet's alpha.</summary>
/// <remarks>
/// Root is taken as one pool whose validators sit on every subnet in proportion to their stake. The part of agents is
/// sold here at once, without fee, as the chain's default claim does; the TAO leaves this shard as burned and its sum
/// stands in the bulletin, and the chain's shard makes the same sum again in the next tick for those who stake there.
/// The part of stakers who are no agents waits in an account of its own. Departs from opentensor/subtensor 14bc6f9f,
/// staking/claim_root.rs, where each hotkey has its own rate and coldkeys claim in turn.
/// </remarks>
internal static class SubnetRoot
{
    /// <summary>Divides root's alpha of an epoch between agents and others by stake, and sells that of agents.</summary>
    internal static void Pay(in SubnetRun run, long alpha, double price)
    {
        SubnetState state = run.State;
        long staked = run.Chain.RootStake;
        long ofAgents = staked > 0 ? MulDiv.Floor(alpha, Math.Min(run.Chain.RootStaked, staked), staked) : 0;
        long poolTao = state.Accounts.Pool.Tao;
        long poolAlpha = state.Accounts.Pool.Alpha;
        long tao = ofAgents > 0 ? Staking.SellForRoot(state.Accounts, ofAgents, state.Parameters) : 0;
        long sold = state.Accounts.Pool.Alpha - poolAlpha;
        Model.Invariant.Check(poolTao - state.Accounts.Pool.Tao == tao, "the pool pays what a sale for root brings");
        state.RootClaims += alpha - sold;
        run.Tick.Burn(run.Spec.Tao, tao);
        run.Counts.RootPaid += tao;
        run.Counts.RootEarned += tao + (long)((alpha - sold) * price);
    }

    /// <summary>Shows the epoch what agents stake on root with each uid's hotkey.</summary>
    internal static void ShowStakes(in SubnetRun run)
    {
        SubnetState state = run.State;
        for (int uid = 0; uid < state.Neurons.NeuronCount; uid++)
        {
            state.Neurons.RootStake[uid] = run.Chain.RootStakeOf(state.Account[uid]);
        }
    }
}
