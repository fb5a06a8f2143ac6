namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>
/// What bonded AKT earns: of each block's provision the community's tax goes first, then the validators' commission;
/// the rest is shared by stake. A stake S of B bonded, of a supply T at inflation i, yields
/// <c>i T / B (1 - tax) (1 - commission)</c> a year.
/// </summary>
/// <remarks>
/// Source: Cosmos SDK, x/distribution/keeper/allocation.go (AllocateTokens, AllocateTokensToValidator) and
/// delegation.go (calculateDelegationRewards): rewards stand as an amount a unit of stake that only grows, and a
/// delegation is owed stake x (now - when it was last paid). One validator stands for all here.
/// </remarks>
public static class Staking
{
    /// <summary>Of what is minted, the part for those who delegate: minted (1 - tax) (1 - commission), uakt.</summary>
    public static Dec18 ForDelegators(long minted, AkashParameters chain)
    {
        Dec18 taxed = Dec18.Of(minted) * (Dec18.One - chain.Mint.CommunityTax);
        return chain.Holds(Rule.ValidatorsTakeTheirCommission)
            ? taxed * (Dec18.One - chain.Staking.Commission)
            : taxed;
    }

    /// <summary>What a bonded unit gets of an amount, cut after 18 places; zero where nothing is bonded.</summary>
    public static Dec18 PerUnit(Dec18 amount, long bonded) =>
        bonded > 0 ? new Dec18(amount.Raw / bonded) : Dec18.Zero;

    /// <summary>What a stake is owed, whole uakt: floor(stake x raise) with the raise of the reward a unit.</summary>
    public static long Rewards(long stake, Dec18 raise, AkashParameters chain) =>
        chain.Holds(Rule.RewardsFollowTheStake) ? (raise * stake).Truncate() : raise.IsPositive ? 1 : 0;

    /// <summary>Time from the end of a delegation until its tokens are free, s.</summary>
    public static long UnbondingSeconds(AkashParameters chain) =>
        chain.Holds(Rule.StakeIsFreeAfterItsTime) ? chain.Staking.UnbondingSeconds : 0;
}
