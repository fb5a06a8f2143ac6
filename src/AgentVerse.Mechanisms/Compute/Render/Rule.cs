namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// Rules that a test can break one at a time, to show that the published numbers would notice. Each name says what
/// holds.
/// </summary>
internal enum Rule
{
    /// <summary>Every rule holds.</summary>
    None,
    BudgetIsAFifthOfGenesis,
    FirstYearIsLarger,
    MonthsAreWholeTokens,
    GrowthStageIsDamped,
    FoundationTakesHalfOfTheFirstYear,
    LiquidityProvidersEndInTheFirstYear,
    ArtistsFollowLiquidityProviders,
    NodePoolIsPaidByTheDay,
    NodePoolIsCutInJune2024,
    AvailabilityIsSpreadOverWeeks,
    FeeComesFirst,
    BurnFollowsThePrice,
    GrossUpCoversTheFee,
    GrantsLowerTheRate,
    PoolIsSharedByValue,
    ThreeNodesGoUnpunished,
    FurtherNodesAreDamped,
    ClientEarningsHaveAFloor,
    ClientCriteriaAreWeighted,
    ClientPoolIsCapped,
    ClientPoolIsSpreadOverMonths,
    ComputePaysByTheHour,
    ComputeAvailabilityFollowsUptime,
    MultipliersAreWeighted,
    SaladBurnsItsShare,
    SaladRewardsByThePrice,
    SaladComesOnTop,
    UpgradePointsAreShared,
}
