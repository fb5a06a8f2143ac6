namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>
/// Settlement in eras B and C: payments are served in their order, those that ran dry before first; what is not covered
/// is remembered and the account goes below zero.
/// </summary>
/// <remarks>
/// due_i = floor(r_i D), or what payment i was owed before; paid = min(due_i, what is left); the rest is unsettled.
/// Source: akash-network/node 3efe26bf, x/escrow/keeper/keeper.go (accountSettle, accountSettleFullBlocks,
/// deductFromBalance).
/// </remarks>
public static class EscrowDebts
{
    /// <summary>Serves every payment that is open or was overdrawn. Gives whether some due was not covered.</summary>
    /// <param name="account">The account.</param>
    /// <param name="payments">Its payments in their order.</param>
    /// <param name="blocks">D, not negative; 0 serves debts alone.</param>
    /// <param name="chain">Parameters.</param>
    public static bool Serve(
        ref EscrowAccount account, Span<EscrowPayment> payments, long blocks, AkashParameters chain)
    {
        bool isOverdrawn = false;
        foreach (ref EscrowPayment payment in payments)
        {
            if (payment.State == EscrowState.Overdrawn)
            {
                Dec18 due = payment.Unsettled;
                payment.Unsettled = Dec18.Zero;
                isOverdrawn |= Serve(ref account, ref payment, due, chain);
            }
            else if (payment.State == EscrowState.Open && blocks > 0)
            {
                Dec18 due = payment.Rate * blocks;
                due = chain.Holds(Rule.DueAmountsAreWhole) ? due.Whole() : due;
                isOverdrawn |= Serve(ref account, ref payment, due, chain);
            }
        }

        return isOverdrawn;
    }

    /// <summary>Settles an account that is not closed up to a height. Gives whether it owes.</summary>
    internal static bool Settle(
        ref EscrowAccount account, Span<EscrowPayment> payments, long height, in EscrowTerms terms)
    {
        if (account.Debt.IsPositive)
        {
            return true;
        }

        long blocks = account.State == EscrowState.Overdrawn ? 0 : height - account.SettledAt;
        account.SettledAt = account.State == EscrowState.Overdrawn ? account.SettledAt : height;
        if (!Serve(ref account, payments, blocks, terms.Parameters))
        {
            return false;
        }

        account.State = EscrowState.Overdrawn;
        foreach (ref EscrowPayment payment in payments)
        {
            if (payment.State != EscrowState.Closed)
            {
                payment.State = EscrowState.Overdrawn;
                TakeFee.Withdraw(ref payment, terms);
            }
        }

        return true;
    }

    private static bool Serve(
        ref EscrowAccount account, ref EscrowPayment payment, Dec18 due, AkashParameters chain)
    {
        Dec18 paid = account.Draw(due, account.IsForeignFirst);
        Dec18 missing = due - paid;
        payment.Balance += paid;
        bool isCovered = !missing.IsPositive;
        payment.State = isCovered ? EscrowState.Open : EscrowState.Overdrawn;
        if (chain.Holds(Rule.DebtsAreRemembered))
        {
            account.Debt += missing;
            payment.Unsettled += missing;
        }

        return !isCovered;
    }
}
