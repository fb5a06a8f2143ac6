namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>
/// Settlement in era A: as many full blocks as the money lasts, then the rest shared by rate, and everything ends.
/// </summary>
/// <remarks>
/// B owner's money, F another depositor's, r_i rates, R their sum, D blocks since the last settlement:
/// n = min(D, floor((B + F) / R)); pay_i += r_i n; F is spent before B; if n is below D, pay_i += (B + F) r_i / R.
/// Source: akash-network/node v0.36.2, x/escrow/keeper/keeper.go (doAccountSettle, accountSettleFullBlocks,
/// accountSettleDistributeWeighted).
/// </remarks>
public static class EscrowStops
{
    /// <summary>
    /// Pays the full blocks of a span. Gives what is left for the weighted stage where the money did not last, else
    /// zero; then it stands in <see cref="EscrowAccount.Own"/> and the account is overdrawn.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="payments">Its payments; those that are not open get nothing.</param>
    /// <param name="blocks">D, not negative.</param>
    /// <param name="isOverdrawn">Whether n is below D.</param>
    public static Dec18 PayFullBlocks(
        ref EscrowAccount account, Span<EscrowPayment> payments, long blocks, out bool isOverdrawn)
    {
        Dec18 rate = RateOf(payments);
        isOverdrawn = false;
        if (!rate.IsPositive)
        {
            return Dec18.Zero;
        }

        long full = Math.Min(blocks, Dec18.WholeQuotient(account.Held, rate));
        foreach (ref EscrowPayment payment in payments)
        {
            if (payment.State == EscrowState.Open)
            {
                payment.Balance += payment.Rate * full;
            }
        }

        account.Draw(rate * full, isForeignFirst: true);
        if (full == blocks)
        {
            return Dec18.Zero;
        }

        isOverdrawn = true;
        account.Own = account.Held;
        account.Foreign = Dec18.Zero;
        return account.Own;
    }

    /// <summary>
    /// Shares what is left by rate; at most a unit stays as dust. Where rounding gives more than there is, which the
    /// chain refuses, the last gets less.
    /// </summary>
    public static void ShareTail(
        ref EscrowAccount account, Span<EscrowPayment> payments, Dec18 rest, AkashParameters chain)
    {
        Dec18 rate = RateOf(payments);
        Dec18 shared = Dec18.Zero;
        long openCount = 0;
        foreach (ref readonly EscrowPayment payment in payments)
        {
            openCount += payment.State == EscrowState.Open ? 1 : 0;
        }

        foreach (ref EscrowPayment payment in payments)
        {
            if (payment.State == EscrowState.Open)
            {
                Dec18 amount = chain.Holds(Rule.TheTailIsSharedByRate)
                    ? rest * payment.Rate / rate
                    : new Dec18(rest.Raw / (openCount + 1));
                amount = Dec18.Min(amount, rest - shared);
                payment.Balance += amount;
                shared += amount;
            }
        }

        account.Transferred += shared;
        account.Own -= shared;
    }

    /// <summary>Settles an open account up to a height. Gives whether it ran dry.</summary>
    internal static bool Settle(
        ref EscrowAccount account, Span<EscrowPayment> payments, long height, in EscrowTerms terms)
    {
        long blocks = height - account.SettledAt;
        account.SettledAt = height;
        if (blocks == 0)
        {
            return false;
        }

        Dec18 rest = PayFullBlocks(ref account, payments, blocks, out bool isOverdrawn);
        if (!isOverdrawn)
        {
            return false;
        }

        ShareTail(ref account, payments, rest, terms.Parameters);
        account.State = EscrowState.Overdrawn;
        foreach (ref EscrowPayment payment in payments)
        {
            if (payment.State == EscrowState.Open)
            {
                payment.State = EscrowState.Overdrawn;
                TakeFee.Withdraw(ref payment, terms);
            }
        }

        return true;
    }

    private static Dec18 RateOf(ReadOnlySpan<EscrowPayment> payments)
    {
        Dec18 rate = Dec18.Zero;
        foreach (ref readonly EscrowPayment payment in payments)
        {
            rate += payment.State == EscrowState.Open ? payment.Rate : Dec18.Zero;
        }

        return rate;
    }
}
