using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>Money that leaves the escrow of a deployment: to the provider, the community, back to the tenant.</summary>
internal static class MarketPayouts
{
    /// <summary>
    /// Time after which a debt is given up and its deployment forgotten. [A] The chain keeps it for ever.
    /// </summary>
    private const long DebtSeconds = 30 * 86_400;

    /// <summary>Sends what has gathered in the payment of a deployment.</summary>
    internal static void Pay(MarketRun run, ref DeploymentRecord record, long height)
    {
        long fees = record.Payment.Fees;
        long earnings = record.Payment.Earnings;
        (record.Payment.Fees, record.Payment.Earnings) = (0, 0);
        if (fees + earnings == 0)
        {
            return;
        }

        int currency = (int)record.Currency;
        long grossUsd = run.Usd(fees + earnings, record.Currency);
        Leave(run, ref record, fees + earnings);
        run.State.CommunityPool[currency] += fees;
        run.Counts.Gross[currency] += fees + earnings;
        run.Counts.Fees[currency] += fees;
        run.Counts.GrossUsd += grossUsd;
        run.Counts.FeesUsd += run.Usd(fees, record.Currency);
        record.PaidUsd += grossUsd;
        ref ProviderRecord provider = ref run.State.Providers[record.Provider];
        provider.Serve(height);
        double claimed = (height - record.PaidAt) * (double)record.Units;
        double delivered = (provider.Served - record.ServedAtPay) * record.Units;
        (record.PaidAt, record.ServedAtPay) = (height, provider.Served);
        run.Tick.Pay(
            provider.Receiver, AkashRows.Earned, run.Spec.Tokens[currency], earnings,
            run.Usd(earnings, record.Currency), Hours(run, claimed, delivered));
        PayIncentive(run, record.Provider, record.Currency, fees + earnings, earnings);
    }

    /// <summary>Ends a deployment whose account has ended; one that owes stays until it is paid or given up.</summary>
    internal static void Finish(MarketRun run, int deployment, long height)
    {
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        int token = run.Spec.Tokens[(int)record.Currency];
        long refund = record.Account.RefundOwn;
        record.Account.RefundOwn = 0;
        Leave(run, ref record, refund);
        bool hadLease = record.EarlierPaid > 0 || record.PaidUsd > 0;
        run.Tick.Pay(
            record.Tenant, hadLease ? AkashRows.Ended : AkashRows.Unfilled, token, refund, record.PaidUsd,
            Hours(run, record.EarlierPaid, record.EarlierReceived));
        long debt = record.Account.State == EscrowState.Overdrawn ? record.Payment.Unsettled.Truncate() : 0;
        if (debt > 0)
        {
            run.Counts.DebtUsd += run.Usd(debt, record.Currency);
            run.State.Owing++;
            run.Tick.Pay(record.Tenant, AkashRows.Owes, token, 0, NameOf(record.Number, deployment), debt);
            record.HasOwed = true;
            record.AwardAt = height + BlockClock.Blocks(DebtSeconds, run.Chain);
            run.State.Events.Add(new DueEvent(record.AwardAt, record.Seed, record.Number, deployment));
            return;
        }

        Forget(run, deployment);
    }

    /// <summary>
    /// Removes a deployment at its end; fractions of a unit that are left stay in an account of their own.
    /// </summary>
    internal static void Forget(MarketRun run, int deployment)
    {
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        run.State.Dust[(int)record.Currency] += record.Held;
        run.State.Escrowed[(int)record.Currency] -= record.Held;
        run.State.Owing -= record.HasOwed ? 1 : 0;
        run.State.Deployments.Free(deployment);
    }

    /// <summary>Pays a debt that a deployment left; what is more than it owes goes back.</summary>
    internal static AkashError Repay(MarketRun run, in Intent intent, long height)
    {
        int deployment = (int)(uint)intent.A;
        if ((uint)deployment >= (uint)run.State.Deployments.Count)
        {
            return AkashError.InvalidRequest;
        }

        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        bool owes = record.Number > 0 && NameOf(record.Number, deployment) == intent.A
            && record.Account.State == EscrowState.Overdrawn && record.TenantAccount == intent.Account
            && intent.Token == run.Spec.Tokens[(int)record.Currency] && intent.Amount > 0;
        if (!owes)
        {
            return AkashError.InvalidRequest;
        }

        Span<EscrowPayment> payments = new(ref record.Payment);
        long debt = record.Payment.Unsettled.Truncate();
        record.Held += intent.Amount;
        run.State.Escrowed[(int)record.Currency] += intent.Amount;
        Escrow.Deposit(ref record.Account, payments, intent.Amount, isForeign: false, run.Terms(record.Currency));
        run.Counts.RepaidUsd += run.Usd(debt - record.Payment.Unsettled.Truncate(), record.Currency);
        ref ProviderRecord provider = ref run.State.Providers[record.Provider];
        provider.Serve(height);
        (record.PaidAt, record.ServedAtPay) = (height, provider.Served);
        Pay(run, ref record, height);
        long refund = record.Account.RefundOwn;
        record.Account.RefundOwn = 0;
        Leave(run, ref record, refund);
        run.Tick.Pay(record.Tenant, AkashRows.Received, intent.Token, refund);
        if (record.Account.State == EscrowState.Closed)
        {
            Forget(run, deployment);
        }

        return AkashError.None;
    }

    /// <summary>What a tenant calls its deployment by.</summary>
    private static long NameOf(long number, int deployment) => (number << 32) | (uint)deployment;

    /// <summary>Money of a deployment leaves its escrow.</summary>
    private static void Leave(MarketRun run, ref DeploymentRecord record, long amount)
    {
        record.Held -= amount;
        run.State.Escrowed[(int)record.Currency] -= amount;
    }

    private static void PayIncentive(MarketRun run, int provider, Currency currency, long gross, long earnings)
    {
        IncentiveSpec incentive = run.Spec.Incentive;
        bool isOver = run.Tick.Tick.Index * run.Tick.Tick.Seconds >= incentive.Until;
        long due = (Dec18.Of(incentive.OnGross ? gross : earnings) * incentive.Rate).Truncate();
        long paid = isOver ? 0 : Math.Min(due, run.State.Incentive[(int)currency]);
        if (paid > 0)
        {
            run.State.Incentive[(int)currency] -= paid;
            run.Counts.IncentiveUsd += run.Usd(paid, currency);
            run.Tick.Pay(
                run.State.Providers[provider].Receiver, AkashRows.Incentive, run.Spec.Tokens[(int)currency], paid,
                run.Usd(paid, currency));
        }
    }

    /// <summary>Unit-seconds claimed and delivered in one value.</summary>
    private static long Hours(MarketRun run, double claimed, double delivered) =>
        (long)((ulong)(uint)Math.Min(uint.MaxValue, BlockClock.Seconds(claimed, run.Chain))
            | ((ulong)(uint)Math.Min(uint.MaxValue, BlockClock.Seconds(delivered, run.Chain)) << 32));
}
