namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>
/// Operations on an escrow account and its payments, each of which first settles the account up to its height. What is
/// to be sent gathers in the refunds of the account and the earnings and fees of its payments.
/// </summary>
/// <remarks>
/// Source: akash-network/node v0.36.2 and 3efe26bf, x/escrow/keeper/keeper.go. Closing an account also closes payments
/// that were settled in the same block, which the chain leaves to the market's hooks.
/// </remarks>
public static class Escrow
{
    /// <summary>Settles up to a height. Gives whether the account ran dry.</summary>
    public static bool Settle(
        ref EscrowAccount account, Span<EscrowPayment> payments, long height, in EscrowTerms terms) =>
        terms.Parameters.Era == Era.StopsAtZero
            ? account.State == EscrowState.Open && EscrowStops.Settle(ref account, payments, height, terms)
            : account.State != EscrowState.Closed && EscrowDebts.Settle(ref account, payments, height, terms);

    /// <summary>
    /// Pays money in. An overdrawn account (eras B and C) whose debt is covered is settled and closes with its
    /// payments.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="payments">Its payments.</param>
    /// <param name="amount">Whole base units.</param>
    /// <param name="isForeign">Whether another depositor pays.</param>
    /// <param name="terms">Rules.</param>
    public static AkashError Deposit(
        ref EscrowAccount account, Span<EscrowPayment> payments, long amount, bool isForeign, in EscrowTerms terms)
    {
        bool isOpen = account.State == EscrowState.Open;
        if (account.State == EscrowState.Closed || (!isOpen && terms.Parameters.Era == Era.StopsAtZero))
        {
            return AkashError.AccountClosed;
        }

        account.IsForeignFirst |= isForeign && !account.Held.IsPositive;
        account.HasForeign |= isForeign;
        account.Own += isForeign ? Dec18.Zero : Dec18.Of(amount);
        account.Foreign += isForeign ? Dec18.Of(amount) : Dec18.Zero;
        if (!isOpen)
        {
            account.Debt = Dec18.Zero;
            bool owes = EscrowDebts.Settle(ref account, payments, account.SettledAt, terms);
            Close(payments, terms);
            bool closes = terms.Parameters.Holds(Rule.ADepositThatCoversTheDebtCloses);
            account.State = owes || !closes ? EscrowState.Overdrawn : EscrowState.Closed;
            account.Refund();
        }

        return AkashError.None;
    }

    /// <summary>Begins a payment in a slot of the account's payments that is at its end.</summary>
    public static AkashError CreatePayment(
        ref EscrowAccount account, Span<EscrowPayment> payments, int slot, Dec18 rate,
        (long Height, EscrowTerms Terms) at)
    {
        if (account.State != EscrowState.Open)
        {
            return account.State == EscrowState.Closed ? AkashError.AccountClosed : AkashError.AccountOverdrawn;
        }

        if (Settle(ref account, payments, at.Height, at.Terms))
        {
            return AkashError.AccountOverdrawn;
        }

        if (!rate.IsPositive)
        {
            return AkashError.PaymentRateZero;
        }

        payments[slot] = new EscrowPayment { Rate = rate };
        return AkashError.None;
    }

    /// <summary>Settles and pays out one payment.</summary>
    public static AkashError Withdraw(
        ref EscrowAccount account, Span<EscrowPayment> payments, int slot, long height, in EscrowTerms terms)
    {
        if (payments[slot].State != EscrowState.Open)
        {
            return AkashError.PaymentClosed;
        }

        if (!Settle(ref account, payments, height, terms))
        {
            TakeFee.Withdraw(ref payments[slot], terms);
        }

        return AkashError.None;
    }

    /// <summary>Settles, pays out and ends one payment; one that ran dry stays overdrawn.</summary>
    public static AkashError ClosePayment(
        ref EscrowAccount account, Span<EscrowPayment> payments, int slot, long height, in EscrowTerms terms)
    {
        bool isOverdrawn = payments[slot].State == EscrowState.Overdrawn;
        if (payments[slot].State == EscrowState.Closed || (isOverdrawn && terms.Parameters.Era == Era.StopsAtZero))
        {
            return AkashError.PaymentClosed;
        }

        Settle(ref account, payments, height, terms);
        Close(payments.Slice(slot, 1), terms);
        return AkashError.None;
    }

    /// <summary>Settles, ends the account and its payments and refunds what is left; one that owes stays.</summary>
    public static AkashError CloseAccount(
        ref EscrowAccount account, Span<EscrowPayment> payments, long height, in EscrowTerms terms)
    {
        bool isOpen = account.State == EscrowState.Open;
        if (account.State == EscrowState.Closed || (!isOpen && terms.Parameters.Era == Era.StopsAtZero))
        {
            return AkashError.AccountClosed;
        }

        if (!Settle(ref account, payments, height, terms) && isOpen)
        {
            account.State = EscrowState.Closed;
            Close(payments, terms);
            account.Refund();
        }

        return AkashError.None;
    }

    /// <summary>Ends the payments that are open and pays out what all of them hold.</summary>
    private static void Close(Span<EscrowPayment> payments, in EscrowTerms terms)
    {
        foreach (ref EscrowPayment payment in payments)
        {
            payment.State = payment.State == EscrowState.Open ? EscrowState.Closed : payment.State;
            TakeFee.Withdraw(ref payment, terms);
        }
    }
}
