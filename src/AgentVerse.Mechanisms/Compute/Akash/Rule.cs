namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>
/// Rules that a test can break one at a time, to show that the published numbers and the runs would notice. Each name
/// says what holds.
/// </summary>
internal enum Rule
{
    /// <summary>Every rule holds.</summary>
    None,
    BidDepositsHaveAMinimum,
    TheLimitOfBidsIsStrict,
    BidsDoNotExceedTheOrder,
    AttributesMustMatch,
    AProviderBidsOnceOnAnOrder,
    AllSignersMustHaveSigned,
    OneSignerIsEnoughForAnyOf,
    TheTailIsSharedByRate,
    DebtsAreRemembered,
    DueAmountsAreWhole,
    ADepositThatCoversTheDebtCloses,
    TheTakeFeeIsFloored,
    TheTakeFeeIsTheTokens,
    WalkingAwayPausesTheGroup,
    LostBidsAreNotClosed,
    LeasesOfOverdrawnAccountsLackFunds,
    RequiredWindowsAreChecked,
    WindowsMustElapse,
    MintedAmountsAreFloored,
    SpreadsStayInTheVault,
    SmallMintsAreCancelled,
    EpochsBackOffBelowTheWarning,
    InflationFollowsBonding,
    InflationIsClamped,
    ValidatorsTakeTheirCommission,
    RewardsFollowTheStake,
    StakeIsFreeAfterItsTime,
    MonthsHaveTheScriptsBlocks,
    MemoryIsPricedByTheMebibyte,
}
