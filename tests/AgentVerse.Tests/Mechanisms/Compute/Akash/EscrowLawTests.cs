using AgentVerse.Mechanisms.Compute.Akash;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Compute.Akash;

/// <summary>Laws of escrow: nothing is lost, the closed form is what a loop over blocks gives, order of settling is free.</summary>
public sealed class EscrowLawTests
{
    private static readonly EscrowTerms Stops = new(new AkashParameters(), Dec18.Ratio(2, 100));
    private static readonly EscrowTerms Debts = new(
        new AkashParameters { Era = Era.Debts }, Dec18.Ratio(20, 100));

    private static readonly Gen<(long Own, long Foreign, long[] Rates, long[] Steps)> AnyAccount =
        Gen.Select(Gen.Long[0, 5000], Gen.Long[0, 3000], Gen.Long[1, 60].Array[1, 4], Gen.Long[0, 40].Array[1, 12]);

    [Fact]
    public void Money_is_what_was_paid_in_in_every_era() => AnyAccount.Sample(
        a => Assert.All(new[] { Stops, Debts }, terms => Conserved(a.Own, a.Foreign, a.Rates, a.Steps, terms)));

    [Fact]
    public void The_closed_form_is_what_a_loop_over_blocks_gives() => AnyAccount.Sample(a =>
    {
        (EscrowAccount account, EscrowPayment[] payments) = Opened(a.Own, a.Foreign, a.Rates);
        (decimal left, decimal[] paid, bool isOver) = Looped(a.Own + a.Foreign, a.Rates, a.Steps.Sum());
        long height = 0;
        foreach (long step in a.Steps)
        {
            height += step;
            Escrow.Settle(ref account, payments, height, Stops);
        }

        Assert.Equal(isOver ? EscrowState.Overdrawn : EscrowState.Open, account.State);
        Assert.InRange(account.Held.ToDouble() - (double)left, -1e-9, 1e-9);
        for (int i = 0; i < paid.Length; i++)
        {
            double got = payments[i].Balance.ToDouble() + payments[i].Withdrawn;
            Assert.InRange(got - (double)paid[i], -1e-9, 1e-9);
        }
    });

    [Fact]
    public void Debts_are_what_was_not_covered() => AnyAccount.Sample(a =>
    {
        (EscrowAccount account, EscrowPayment[] payments) = Opened(a.Own, 0, a.Rates);
        long blocks = a.Steps.Sum();
        Escrow.Settle(ref account, payments, blocks, Debts);
        long due = a.Rates.Sum() * blocks;
        Dec18 unsettled = payments.Aggregate(Dec18.Zero, (sum, p) => sum + p.Unsettled);
        Assert.Equal(Dec18.Of(Math.Max(0, due - a.Own)), unsettled);
        Assert.Equal(Dec18.Of(a.Own - due), account.Funds);
        Assert.Equal(due > a.Own, account.State == EscrowState.Overdrawn);
    });

    [Fact]
    public void Paying_a_debt_in_parts_closes_with_the_last() => AnyAccount.Sample(a =>
    {
        (EscrowAccount account, EscrowPayment[] payments) = Opened(a.Own, 0, a.Rates);
        Escrow.Settle(ref account, payments, a.Steps.Sum(), Debts);
        for (int part = 0; part < 100 && account.State == EscrowState.Overdrawn; part++)
        {
            long debt = payments.Sum(p => p.Unsettled.Truncate());
            long paid = Math.Max(1, debt / 2);
            Assert.Equal(AkashError.None, Escrow.Deposit(ref account, payments, paid, isForeign: false, Debts));
            Assert.Equal(debt - paid <= 0, account.State == EscrowState.Closed);
        }

        Assert.NotEqual(EscrowState.Overdrawn, account.State);
        Assert.All(payments, p => Assert.Equal(Dec18.Zero, p.Unsettled));
    });

    [Fact]
    public void Fee_and_earnings_are_the_gross() => Gen.Select(Gen.Long[0, 1L << 50], Gen.Long[0, 100]).Sample((gross, percent) =>
    {
        EscrowPayment payment = new() { Balance = Dec18.Of(gross) };
        TakeFee.Withdraw(ref payment, new EscrowTerms(new AkashParameters(), Dec18.Ratio(percent, 100)));
        Assert.Equal(gross, payment.Fees + payment.Earnings);
        Assert.Equal((long)((Int128)gross * percent / 100), payment.Fees);
        Assert.Equal(gross, payment.Withdrawn);
    });

    [Fact]
    public void A_zero_rate_is_refused_and_a_closed_account_takes_nothing()
    {
        EscrowAccount account = EscrowAccount.At(0, 100);
        EscrowPayment[] payments = new EscrowPayment[1];
        Assert.Equal(
            AkashError.PaymentRateZero, Escrow.CreatePayment(ref account, payments, 0, Dec18.Zero, (0, Stops)));
        Assert.Equal(AkashError.None, Escrow.CloseAccount(ref account, payments, 5, Stops));
        Assert.Equal(100, account.RefundOwn);
        Assert.Equal(AkashError.AccountClosed, Escrow.Deposit(ref account, payments, 1, isForeign: false, Stops));
        Assert.Equal(AkashError.AccountClosed, Escrow.CloseAccount(ref account, payments, 6, Stops));
    }

    private static void Conserved(long own, long foreign, long[] rates, long[] steps, EscrowTerms terms)
    {
        (EscrowAccount account, EscrowPayment[] payments) = Opened(own, foreign, rates);
        long height = 0;
        for (int s = 0; s < steps.Length; s++)
        {
            height += steps[s];
            Escrow.Withdraw(ref account, payments, s % payments.Length, height, terms);
            Balanced(own + foreign, account, payments);
        }

        Escrow.CloseAccount(ref account, payments, height + 1, terms);
        Balanced(own + foreign, account, payments);
    }

    private static void Balanced(long deposited, in EscrowAccount account, EscrowPayment[] payments)
    {
        Dec18 sum = account.Held + Dec18.Of(account.RefundOwn + account.RefundForeign);
        foreach (EscrowPayment payment in payments)
        {
            Assert.Equal(payment.Withdrawn, payment.Earnings + payment.Fees);
            sum += payment.Balance + Dec18.Of(payment.Withdrawn);
        }

        Assert.Equal(Dec18.Of(deposited), sum);
        Assert.False(account.Own.IsNegative || account.Foreign.IsNegative);
    }

    private static (EscrowAccount Account, EscrowPayment[] Payments) Opened(long own, long foreign, long[] rates) => (
        new EscrowAccount { Own = Dec18.Of(own), Foreign = Dec18.Of(foreign), HasForeign = foreign > 0 },
        [.. rates.Select(r => new EscrowPayment { Rate = Dec18.Of(r) })]);

    private static (decimal Left, decimal[] Paid, bool IsOver) Looped(long money, long[] rates, long blocks)
    {
        decimal left = money;
        decimal[] paid = new decimal[rates.Length];
        decimal rate = rates.Sum();
        for (long b = 0; b < blocks; b++)
        {
            decimal part = Math.Min(1, left / rate);
            for (int i = 0; i < rates.Length; i++)
            {
                paid[i] += rates[i] * part;
            }

            if (left < rate)
            {
                return (0, paid, true);
            }

            left -= rate;
        }

        return (left, paid, false);
    }
}
