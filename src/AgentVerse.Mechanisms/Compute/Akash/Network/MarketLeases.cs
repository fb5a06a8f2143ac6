using AgentVerse.Model.Networks.Akash;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>
/// Leases from their start to their end. Between events escrow accrues by its closed form: nothing loops over blocks.
/// </summary>
internal static class MarketLeases
{
    /// <summary>Puts the next event of a deployment in line.</summary>
    internal static void Schedule(MarketRun run, int deployment)
    {
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        run.State.Events.Add(new DueEvent(record.NextAt, record.Seed, record.Number, deployment));
    }

    /// <summary>Does what is due of a deployment at a height.</summary>
    internal static void Act(MarketRun run, in DueEvent due)
    {
        ref DeploymentRecord record = ref run.State.Deployments[due.Deployment];
        if (record.Number != due.Number)
        {
            return;
        }

        if (record.Standing.Deployment == DeploymentState.Closed)
        {
            MarketPayouts.Forget(run, due.Deployment);
        }
        else if (!record.Standing.IsLeased)
        {
            MarketAwards.Award(run, due.Deployment, due.Height);
        }
        else if (due.Height >= record.End || due.Height >= record.DryAt)
        {
            End(run, due.Deployment, due.Height);
        }
        else if (due.Height >= record.DeadlineAt)
        {
            WalkAway(run, due.Deployment, due.Height);
        }
        else if (due.Height >= record.BenchmarkAt)
        {
            Benchmark(run, due.Deployment, due.Height);
        }
        else
        {
            Withdraw(run, due.Deployment, due.Height);
        }
    }

    /// <summary>Height of a tenant's benchmark; never where nothing can fall short, as it would find nothing.</summary>
    internal static long BenchmarkAt(MarketRun run, in DeploymentRecord record, in ProviderRecord provider)
    {
        IAwardScript script = run.Script<IAwardScript>(record.Tenant, record.Script)!;
        return provider.MayFallShort && script.AcceptsAbove > 0
            ? record.Start + run.Spec.BenchmarkBlocks
            : long.MaxValue;
    }

    /// <summary>The tenant closes the deployment; what is left of the deposit goes back.</summary>
    internal static void CloseDeployment(MarketRun run, int deployment, long height)
    {
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        Span<EscrowPayment> payments = new(ref record.Payment);
        Escrow.CloseAccount(ref record.Account, payments, height, run.Terms(record.Currency));
        MarketTransitions.OnAccountClosed(ref record.Standing, record.Account.State, height, run.Chain);
        MarketPayouts.Pay(run, ref record, height);
        MarketPayouts.Finish(run, deployment, height);
    }

    private static void End(MarketRun run, int deployment, long height)
    {
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        Span<EscrowPayment> payments = new(ref record.Payment);
        Escrow.ClosePayment(ref record.Account, payments, 0, height, run.Terms(record.Currency));
        if (record.Account.State == EscrowState.Overdrawn)
        {
            MarketTransitions.OnAccountClosed(ref record.Standing, record.Account.State, height, run.Chain);
        }

        MarketTransitions.OnPaymentClosed(ref record.Standing, record.Payment.State, height, run.Chain);
        run.Counts.Dry += record.Standing.Lease == LeaseState.InsufficientFunds ? 1 : 0;
        EndLease(run, ref record, height);
        CloseDeployment(run, deployment, height);
    }

    private static void Withdraw(MarketRun run, int deployment, long height)
    {
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        Span<EscrowPayment> payments = new(ref record.Payment);
        Escrow.Withdraw(ref record.Account, payments, 0, height, run.Terms(record.Currency));
        if (record.Account.State == EscrowState.Overdrawn)
        {
            End(run, deployment, height);
            return;
        }

        MarketPayouts.Pay(run, ref record, height);
        record.WithdrawAt = height + run.Spec.WithdrawBlocks;
        ref ProviderRecord provider = ref run.State.Providers[record.Provider];
        double factor = run.Script<IBidScript>(provider.Receiver, provider.Script)!.WalksAwayAbove;
        if (run.Quote > record.Price * factor && record.ReclaimedAt < 0)
        {
            TryToWalkAway(run, deployment, height);
        }
        else
        {
            Schedule(run, deployment);
        }
    }

    /// <summary>
    /// Walks away at once where that is free; else reclaims the lease and tries, and again at the deadline.
    /// </summary>
    private static void TryToWalkAway(MarketRun run, int deployment, long height)
    {
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        long? window = MarketBids.WindowOf(run, run.State.Providers[record.Provider]);
        AkashError error = Bidding.ValidateReclaim(
            record.Standing.HasLease, record.Standing.Lease, window,
            record.ReclaimedAt >= 0 ? record.ReclaimedAt : null);
        if (error == AkashError.None)
        {
            record.Standing.Lease = LeaseState.Reclaiming;
            record.ReclaimedAt = height;
            record.DeadlineAt = height + BlockClock.Blocks(window ?? 0, run.Chain);
        }

        WalkAway(run, deployment, height);
    }

    private static void WalkAway(MarketRun run, int deployment, long height)
    {
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        AkashError mayWalk = record.ReclaimedAt < 0
            ? AkashError.None
            : Bidding.ValidateWalkAway(
                record.ReclaimedAt, record.DeadlineAt - record.ReclaimedAt, height, run.Chain);
        if (Bidding.CloseBid(ref record.Standing, (true, true), mayWalk, height, run.Chain) != AkashError.None)
        {
            Schedule(run, deployment);
            return;
        }

        Span<EscrowPayment> payments = new(ref record.Payment);
        Escrow.ClosePayment(ref record.Account, payments, 0, height, run.Terms(record.Currency));
        run.Counts.WalkedAway++;
        EndLease(run, ref record, height);
        MarketPayouts.Pay(run, ref record, height);
        Restart(run, deployment, height);
    }

    /// <summary>The tenant starts its group again for what is left of its time, or closes the deployment.</summary>
    private static void Restart(MarketRun run, int deployment, long height)
    {
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        long left = record.End - height;
        bool restarts = left > 0 && record.Account.State == EscrowState.Open
            && run.Script<IAwardScript>(record.Tenant, record.Script)!.Restarts
            && GroupTransitions.Start(ref record.Standing) == AkashError.None;
        if (!restarts)
        {
            CloseDeployment(run, deployment, height);
            return;
        }

        record.Blocks = left;
        MarketOrders.AskForBids(run, deployment, height);
    }

    private static void Benchmark(MarketRun run, int deployment, long height)
    {
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        ref ProviderRecord provider = ref run.State.Providers[record.Provider];
        provider.Serve(height);
        double delivered = (provider.Served - record.ServedAtStart) / (height - record.Start);
        record.BenchmarkAt = long.MaxValue;
        if (delivered < run.Script<IAwardScript>(record.Tenant, record.Script)!.AcceptsAbove)
        {
            run.Counts.Rejected++;
            End(run, deployment, height);
        }
        else
        {
            Schedule(run, deployment);
        }
    }

    /// <summary>The units are free, the bid's deposit goes back, the provider's history is told.</summary>
    private static void EndLease(MarketRun run, ref DeploymentRecord record, long height)
    {
        const double Weight = 0.2;
        ref ProviderRecord provider = ref run.State.Providers[record.Provider];
        provider.Serve(height);
        double blocks = height - record.Start;
        double received = provider.Served - record.ServedAtStart;
        provider.Leased -= record.Units;
        MarketOffers.TellIfClear(run, provider);
        provider.Ended++;
        provider.History += blocks > 0 ? Weight * ((received / blocks) - provider.History) : 0;
        record.EarlierPaid += blocks * record.Units;
        record.EarlierReceived += received * record.Units;
        run.State.Leased -= record.Units;
        run.State.Providers.Index(record.Provider);
        MarketBids.ReturnDeposit(run, record.Provider, record.BidDeposit);
        record.BidDeposit = 0;
        run.Counts.Ended++;
        run.Counts.PaidUnitBlocks += blocks * record.Units;
        run.Counts.ReceivedUnitBlocks += received * record.Units;
    }
}
