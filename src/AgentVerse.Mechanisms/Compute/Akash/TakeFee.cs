namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>The community's share of what a lease is paid.</summary>
/// <remarks>
/// Source: akash-network/node v0.36.2, x/take/keeper/keeper.go (SubtractFees, findRate) and x/escrow/keeper/keeper.go
/// (paymentWithdraw); at HEAD 3efe26bf the escrow pays in full.
/// </remarks>
public static class TakeFee
{
    /// <summary>The fee of a payout: floor(gross * rate), base units, in [0, gross].</summary>
    /// <param name="gross">Whole base units that leave the payment, not negative.</param>
    /// <param name="rate">Share, in [0, 1].</param>
    /// <param name="chain">Parameters.</param>
    public static long Of(long gross, Dec18 rate, AkashParameters chain)
    {
        long fee = (Dec18.Of(gross) * rate).Truncate();
        bool isExact = Dec18.Of(fee) == Dec18.Of(gross) * rate;
        return chain.Holds(Rule.TheTakeFeeIsFloored) || isExact ? fee : fee + 1;
    }

    /// <summary>Rate of a token: that of its own entry, else the default; none in era C.</summary>
    public static Dec18 RateOf(Currency currency, AkashParameters chain) =>
        chain.Era == Era.BurnMint ? Dec18.Zero
        : currency == Currency.Akt == chain.Holds(Rule.TheTakeFeeIsTheTokens) ? chain.TakeRateAkt
        : chain.TakeRateDefault;

    /// <summary>
    /// Pays out the whole units of a payment's balance: fee to the pool, the rest to the provider; the withdrawn count
    /// the fee. Nothing below one unit.
    /// </summary>
    public static void Withdraw(ref EscrowPayment payment, in EscrowTerms terms)
    {
        long gross = payment.Balance.Truncate();
        if (gross == 0)
        {
            return;
        }

        long fee = Of(gross, terms.TakeRate, terms.Parameters);
        payment.Fees = checked(payment.Fees + fee);
        payment.Earnings = checked(payment.Earnings + gross - fee);
        payment.Withdrawn = checked(payment.Withdrawn + gross);
        payment.Balance -= Dec18.Of(gross);
    }
}
