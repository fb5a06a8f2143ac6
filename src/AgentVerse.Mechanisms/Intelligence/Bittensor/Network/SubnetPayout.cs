using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>The payment of an epoch: to hotkeys, their nominators, the owner and root.</summary>
internal static class SubnetPayout
{
    /// <summary>
    /// Stakes incentive and take for the holder of each uid, raises the share pools by the dividends, stakes the cut
    /// for the owner, divides root's part, and books what nobody gets.
    /// </summary>
    internal static void Pay(in SubnetRun run, PendingEmission pending)
    {
        SubnetState state = run.State;
        SubnetScratch scratch = run.Scratch;
        PayoutRows rows = scratch.Payout;
        double price = Balancer.Price(state.Accounts.Pool).ToDouble();
        SubnetRoot.Pay(run, pending.Root, price);
        Divide(state, scratch, pending with { Root = 0, OwnerCut = 0 }, rows);
        double days = (double)Math.Max(1, state.Parameters.Tempo) / BittensorTerms.BlocksPerDay;
        double kept = SmoothedRates.Kept(Math.Max(1, state.Parameters.Tempo));
        for (int uid = 0; uid < state.Neurons.NeuronCount; uid++)
        {
            long before = state.Neurons.AlphaStake[uid];
            double rate = before > 0 ? rows.AlphaDividend[uid] / (before * days) : 0;
            state.Yield[uid] = rate + (kept * (state.Yield[uid] - rate));
            PayHotkey(run, rows, uid, price);
        }

        PayOwner(run, pending.OwnerCut, price);
        state.UnpaidAlpha += rows.Undistributed + rows.Withheld;
        state.MinerBurned = rows.MinerBurned;
    }

    /// <summary>Take of a uid's hotkey from its nominators, 1/65535.</summary>
    internal static int TakeOf(SubnetState state, int uid) =>
        state.Stakes.Hotkeys.TakeOf(state.Account[uid]) is int take and not StakeHotkeys.NoTake
            ? take
            : state.Parameters.Chain.DefaultTake;

    private static void Divide(SubnetState state, SubnetScratch scratch, PendingEmission pending, PayoutRows rows)
    {
        int count = state.Neurons.NeuronCount;
        for (int uid = 0; uid < count; uid++)
        {
            scratch.Take[uid] = TakeOf(state, uid);
        }

        HotkeyColumns hotkeys = new()
        {
            AlphaStake = state.Neurons.AlphaStake,
            RootStake = state.Neurons.RootStake,
            Owner = scratch.NoOwner.AsSpan(0, count),
            Take = scratch.Take.AsSpan(0, count),
            ChildTake = scratch.NoTake.AsSpan(0, count),
        };
        EpochEmission emission = new()
        {
            HotkeyOfUid = scratch.Identity.AsSpan(0, count),
            Server = state.Neurons.ServerEmission,
            Validator = state.Neurons.ValidatorEmission,
            OwnerHotkey = state.Neurons.OwnerUid,
            OwnerColdkey = -1,
        };
        Payout.Pay(pending, emission, hotkeys, state.Parameters, rows);
    }

    /// <summary>
    /// The holder's income is incentive, take and its own part of the dividend; nominators' part is in the share pool.
    /// A pool that nobody has a share in goes to the holder.
    /// </summary>
    private static void PayHotkey(in SubnetRun run, PayoutRows rows, int uid, double price)
    {
        SubnetState state = run.State;
        ulong account = state.Account[uid];
        long own = rows.Incentive[uid] + rows.AlphaTake[uid];
        long dividend = rows.AlphaDividend[uid];
        long ownPart = state.Stakes.PartOf(account, account, dividend);
        if (dividend > 0 && !state.Stakes.TryAddForAll(account, dividend))
        {
            (own, ownPart) = (own + dividend, 0);
        }

        state.Stakes.Stake(account, account, state.Holder[uid], own);
        state.Neurons.AlphaStake[uid] = state.Stakes.StakeOf(account);
        state.Income[uid] += own + ownPart;
        state.IncomeRao[uid] += (long)((own + ownPart) * price);
        run.Counts.AlphaPaid += rows.Incentive[uid] + rows.AlphaTake[uid] + dividend;
    }

    /// <summary>Stakes the cut with the owner's hotkey; one who is no agent has an account for it.</summary>
    private static void PayOwner(in SubnetRun run, long cut, double price)
    {
        SubnetState state = run.State;
        if (state.OwnerAccount == 0)
        {
            state.OwnerAlpha += cut;
            return;
        }

        state.Stakes.Stake(state.OwnerAccount, state.OwnerAccount, state.Owner, cut);
        state.ShowStake(state.OwnerAccount);
        state.Rates.CountOwnerCut(cut);
        run.Counts.OwnerCut += cut;
        run.Counts.OwnerCutRao += (long)(cut * price);
    }

    /// <summary>Tells the owner what its cut came to since it was last told.</summary>
    internal static void TellOwner(in SubnetRun run)
    {
        if (run.Counts.OwnerCut > run.Counts.OwnerCutTold)
        {
            run.Tick.Pay(
                run.State.Owner, RowKinds.OwnerCut, run.Spec.Tao, 0, run.Counts.OwnerCut - run.Counts.OwnerCutTold,
                run.Counts.OwnerCutRao - run.Counts.OwnerCutRaoTold);
            run.Counts.OwnerCutTold = run.Counts.OwnerCut;
            run.Counts.OwnerCutRaoTold = run.Counts.OwnerCutRao;
        }
    }
}
