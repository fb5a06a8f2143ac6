using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Tests.Mechanisms.Compute.Akash;

/// <summary>Checks of our own, derived by hand from the source, for rules that no published number binds.</summary>
internal static class RuleProbes
{
    /// <summary>For each such rule, whether its check passes under the given parameters.</summary>
    internal static IReadOnlyDictionary<Rule, Func<AkashParameters, bool>> All { get; } =
        new Dictionary<Rule, Func<AkashParameters, bool>>
        {
            [Rule.DueAmountsAreWhole] = DueIsWhole,
            [Rule.TheTakeFeeIsTheTokens] = TokensHaveTheirRates,
            [Rule.SpreadsStayInTheVault] = SpreadStays,
            [Rule.InflationIsClamped] = InflationStaysWithinItsBounds,
            [Rule.ValidatorsTakeTheirCommission] = CommissionFollowsTheTax,
            [Rule.RewardsFollowTheStake] = RewardsAreStakeTimesRaise,
            [Rule.StakeIsFreeAfterItsTime] = chain => Staking.UnbondingSeconds(chain) == 1_814_400,
        };

    /// <summary>Half a unit a block over three blocks is one unit due in era B, not one and a half.</summary>
    private static bool DueIsWhole(AkashParameters chain)
    {
        EscrowAccount account = EscrowAccount.At(0, 10);
        EscrowPayment[] payments = [new() { Rate = Dec18.Ratio(1, 2) }];
        EscrowDebts.Serve(ref account, payments, 3, chain);
        return payments[0].Balance == Dec18.One && account.Own == Dec18.Of(9);
    }

    private static bool TokensHaveTheirRates(AkashParameters chain) =>
        TakeFee.RateOf(Currency.Akt, chain) == Dec18.Ratio(2, 100)
        && TakeFee.RateOf(Currency.Usd, chain) == Dec18.Ratio(20, 100);

    /// <summary>100 AKT at 3 USD mint 300 ACT, of which 25 bps, 0.75, stay.</summary>
    private static bool SpreadStays(AkashParameters chain)
    {
        BurnMintQuote quote = BurnMint.Quote(100_000_000, (Dec18.Of(3), Dec18.One), toAct: true, chain);
        return quote.Minted == 300_000_000 && quote.User == 299_250_000;
    }

    private static bool InflationStaysWithinItsBounds(AkashParameters chain)
    {
        Dec18 most = chain.Mint.Max;
        return Inflation.Next(most, Dec18.Zero, chain) == most
            && Inflation.Next(chain.Mint.Min, Dec18.One, chain) == chain.Mint.Min;
    }

    /// <summary>Of 1000 minted, 100 are the community's, 5 % of 900 the validators'.</summary>
    private static bool CommissionFollowsTheTax(AkashParameters chain) =>
        Staking.ForDelegators(1000, chain) == Dec18.Of(855);

    /// <summary>10 over 4 bonded are 2.5 a unit: a stake of 3 is owed 7.</summary>
    private static bool RewardsAreStakeTimesRaise(AkashParameters chain) =>
        Staking.Rewards(3, Staking.PerUnit(Dec18.Of(10), 4), chain) == 7;
}
