using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>The end of a subnet: its pool's TAO goes to those who hold its alpha, and all its alpha ceases.</summary>
/// <remarks>
/// Claims are positions of stake (the alpha of an owner who is no agent is one too); alpha that waits for an epoch,
/// belongs to root or to nobody claims nothing, as on the chain. A subnet that was registered in the run counts its
/// pool's reserve with the protocol's part. Fees stay with the authors of blocks.
/// </remarks>
internal static class SubnetDissolving
{
    /// <summary>Pays everybody out and tells everybody who held a uid, alpha or the subnet.</summary>
    internal static void Dissolve(in SubnetRun run, long block)
    {
        SubnetState state = run.State;
        for (int uid = 0; uid < state.Neurons.NeuronCount; uid++)
        {
            SubnetIntents.TellIncome(run, uid);
        }

        SubnetPayout.TellOwner(run);
        long pot = state.Accounts.Pool.Tao;
        int count = state.Stakes.Count;
        long[] claims = new long[count + 1];
        for (int position = 0; position < count; position++)
        {
            claims[position] = state.Stakes[position].Value;
        }

        claims[count] = state.OwnerAlpha;
        long protocol = state.Accounts.ProtocolAlpha + (state.Lock > 0 ? state.Accounts.Pool.Alpha : 0);
        long[] shares = new long[count + 1];
        _ = Dissolution.Divide(pot, claims, protocol, state.Parameters.Chain, shares);
        state.OutsideTao += shares[count];
        long paid = PayAll(run, shares);
        long recycled = pot - paid - shares[count];
        state.TaoRecycled += recycled;
        run.Tick.Burn(run.Spec.Tao, recycled);
        run.Tick.Burn(run.Spec.Alpha, state.Accounts.AlphaIssuance);
        run.Tick.Tell(
            run.Events.SubnetDissolved, run.SecondOf(block), state.Owner, pot, run.Spec.Netuid, recycled);
    }

    /// <summary>One row for each account, in their order: its shares, or 0 for a uid without stake.</summary>
    private static long PayAll(in SubnetRun run, long[] shares)
    {
        SubnetState state = run.State;
        List<(ulong Account, AgentRef Holder, long Tao)> all = [];
        for (int position = 0; position < state.Stakes.Count; position++)
        {
            StakePosition stake = state.Stakes[position];
            all.Add((stake.Coldkey, stake.Holder, shares[position]));
        }

        for (int uid = 0; uid < state.Neurons.NeuronCount; uid++)
        {
            all.Add((state.Account[uid], state.Holder[uid], 0));
        }

        all.Sort(static (a, b) => a.Account.CompareTo(b.Account));
        long paid = 0;
        for (int i = 0, next; i < all.Count; i = next)
        {
            long sum = 0;
            for (next = i; next < all.Count && all[next].Account == all[i].Account; next++)
            {
                sum += all[next].Tao;
            }

            paid += sum;
            run.Tick.Pay(all[i].Holder, RowKinds.SubnetLost, run.Spec.Tao, sum, run.Spec.Netuid);
        }

        return paid;
    }
}
