using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// Parameters of Render's tokenomics. The defaults are those of the proposals that passed; what is assumed says [A].
/// </summary>
/// <remarks>
/// Amounts are in base units (1e-8 RENDER) unless said. Source: rendernetwork/RNPs a7ced77 (RNP-001, 003, 006, 007,
/// 013,
/// 015, 018, 019, 021, 022, 023) and the weekly data of nickypockets/RENDER_RNP20_Tools fd40b17.
/// </remarks>
public sealed record RenderParameters
{
    /// <summary>Supply before any emission; 536,870,912 RENDER (RNP-001).</summary>
    public long GenesisSupply { get; init; } = Tokens(536_870_912);

    /// <summary>New emission over all years, percent of the genesis supply, 0..100; 20 (RNP-001).</summary>
    public int BudgetPercent { get; init; } = 20;

    /// <summary>Emission of year 1 as a share of the budget, in 1/1000; 85 (RNP-003).</summary>
    public int FirstYearPermille { get; init; } = 85;

    /// <summary>Emission of years 2 to 5, the launch stage; 55 (RNP-018 and 022; 4 and 5 [A]).</summary>
    public int LaunchPermille { get; init; } = 55;

    /// <summary>Last year of the launch stage; 5 (RNP-001).</summary>
    public int LaunchYears { get; init; } = 5;

    /// <summary>Emission of year 6, the first of the growth stage; 40 [A], fits the cap in year 60.</summary>
    public int GrowthPermille { get; init; } = 40;

    /// <summary>Factor of a growth year on the one before, in 1/1000; 945 (RNP-001).</summary>
    public int DampingPermille { get; init; } = 945;

    /// <summary>Start of year 1, seconds since 1970; 2023-12-20 (RNP-006).</summary>
    public long BmeStart { get; init; } = 1_703_030_400;

    /// <summary>The foundation's share of year 1, in 1/1000; 500 (RNP-003).</summary>
    public int FoundationPermille { get; init; } = 500;

    /// <summary>Work rewards of nodes a month in year 1; 190,142 (RNP-006).</summary>
    public long NodesMonthly { get; init; } = Tokens(190_142);

    /// <summary>
    /// Liquidity providers a month, in months 1 to 3; half of it in months 4 to 9; 190,142 (RNP-006).
    /// </summary>
    public long LiquidityMonthly { get; init; } = Tokens(190_142);

    /// <summary>Compute clients a month, from the foundation's share of year 1; 95,071 (RNP-006).</summary>
    public long ClientsMonthly { get; init; } = Tokens(95_071);

    /// <summary>Points for upgraded tokens a month, from the foundation's share of year 1; 95,071 (RNP-006).</summary>
    public long UpgradePointsMonthly { get; init; } = Tokens(95_071);

    /// <summary>Start of the epoch from which RNP-013 holds, seconds since 1970; 2024-06-12.</summary>
    public long CutStart { get; init; } = 1_718_150_400;

    /// <summary>Work rewards of nodes a week after the cut; 15,000 (RNP-013).</summary>
    public long NodesWeeklyAfterCut { get; init; } = Tokens(15_000);

    /// <summary>Availability rewards of rendering nodes a month; 12,500 (RNP-013).</summary>
    public long AvailabilityMonthly { get; init; } = Tokens(12_500);

    /// <summary>
    /// Start of the epoch from which rendering nodes were paid for availability, seconds since 1970; 2025-01-08 (data,
    /// epoch 55).
    /// </summary>
    public long AvailabilityStart { get; init; } = 1_736_294_400;

    /// <summary>Artists' grants a month between the cut and year 2; 50,000 (RNP-013).</summary>
    public long ArtistsMonthlyAfterCut { get; init; } = Tokens(50_000);

    /// <summary>Artists' and AI grants a year from year 2 on; 1.5 M (RNP-018, RNP-022).</summary>
    public long GrantsYearly { get; init; } = Tokens(1_500_000);

    /// <summary>Budget for nodes a year from year 2 on; 1.5 M (RNP-018, RNP-022); what is not paid is kept.</summary>
    public long NodesYearly { get; init; } = Tokens(1_500_000);

    /// <summary>The foundation's fee on a job, percent of its value, 0..100; 5 (RNP-006).</summary>
    public int FeePercent { get; init; } = 5;

    /// <summary>Nodes of a wallet that count in full for availability; 3 (RNP-015).</summary>
    public int FreeNodes { get; init; } = 3;

    /// <summary>Damping of availability for each further node of a wallet; 0.65 (RNP-015).</summary>
    public double NodePenalty { get; init; } = 0.65;

    /// <summary>Least of criterion A of compute clients; 0.1 (RNP-007).</summary>
    public double EarningsFloor { get; init; } = 0.1;

    /// <summary>
    /// Weights of the criteria A to D of compute clients: earnings, bandwidth, GPU, uptime (RNP-007).
    /// </summary>
    public ClientWeights ClientWeights { get; init; } = new(0.25, 0.35, 0.20, 0.20);

    /// <summary>Most that a month's pool holds for each qualified node of compute clients; 75 (RNP-007).</summary>
    public long ClientPoolPerNode { get; init; } = Tokens(75);

    /// <summary>Pay of a week of work of a reference node of the compute subnet; 25 (RNP-021; 10 in RNP-019).</summary>
    public long ComputeJobWeekly { get; init; } = Tokens(25);

    /// <summary>The same by composite multipliers, before it was superseded; 10 (RNP-019).</summary>
    public long ComputeCompositeWeekly { get; init; } = Tokens(10);

    /// <summary>Pay of a week of availability in the compute subnet; 2 (RNP-019, RNP-021).</summary>
    public long ComputeAvailabilityWeekly { get; init; } = Tokens(2);

    /// <summary>Emission for Salad a month; 88,240 (RNP-023).</summary>
    public long SaladMonthly { get; init; } = Tokens(88_240);

    /// <summary>Salad's Container Engine: 60 % burned, 56 % rewarded (RNP-023).</summary>
    public SaladShares SaladContainer { get; init; } = new(0.60, 0.56);

    /// <summary>Salad's Gateway: 35 % burned, 31 % rewarded (RNP-023).</summary>
    public SaladShares SaladGateway { get; init; } = new(0.35, 0.31);

    /// <summary>The foundation's part of what Salad's customers spend, 0..1; 0.05 (RNP-023).</summary>
    public double SaladFoundation { get; init; } = 0.05;

    /// <summary>Start of the epoch from which it is minted, seconds since 1970; 2026-06-01 [A].</summary>
    public long SaladStart { get; init; } = 1_780_272_000;

    /// <summary>Weight of one frame in a node's reputation; 0.02 [A].</summary>
    public double ReputationRate { get; init; } = 0.02;

    /// <summary>Reputation from which a vetted node serves tier 2; 0.98 [A].</summary>
    public double PriorityReputation { get; init; } = 0.98;

    /// <summary>Failures in a row that pause a node; 3 [A].</summary>
    public int FailuresToPause { get; init; } = 3;

    /// <summary>The one rule that does not hold, for tests that break the mechanism.</summary>
    internal Rule Broken { get; init; } = Rule.None;

    /// <summary>Whether the rule holds, as it always does outside of tests.</summary>
    internal bool Holds(Rule rule) => Broken != rule;

    /// <summary>Base units of whole tokens.</summary>
    private static long Tokens(long whole) => whole * RenderTerms.UnitsPerToken;
}
