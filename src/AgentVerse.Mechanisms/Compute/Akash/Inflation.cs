using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>How many AKT are minted: what the paper of 2020 aims at, and what the chain does.</summary>
public static class Inflation
{
    private const double GenesisSupply = 100_000_000;
    private const double HalvingYears = 2;
    private const double Log2 = 0.693147180559945309;

    /// <summary>
    /// Inflation of the paper's curve, a year: 2^(-t/2). Source: AKT economics paper, January 2020.
    /// </summary>
    /// <param name="years">t since genesis, at least 0.</param>
    public static double Target(double years) => DeterministicMath.Pow(2, -years / HalvingYears);

    /// <summary>
    /// Supply of the paper's curve, AKT: M0 (1 + 2/ln 2 (1 - 2^(-t/2))), at most 388,539,008. Same source.
    /// </summary>
    /// <param name="years">t since genesis, at least 0.</param>
    public static double TargetSupply(double years) =>
        GenesisSupply * (1 + (HalvingYears / Log2 * (1 - Target(years))));

    /// <summary>
    /// Inflation of the next block: clamp(i + (1 - bonded/goal) change / blocks a year, min, max).
    /// Source: Cosmos SDK, x/mint/types/minter.go (NextInflationRate).
    /// </summary>
    /// <param name="inflation">i, a year.</param>
    /// <param name="bondedRatio">Share of the supply that is bonded, in [0, 1].</param>
    /// <param name="chain">Parameters.</param>
    public static Dec18 Next(Dec18 inflation, Dec18 bondedRatio, AkashParameters chain) =>
        Step(inflation, ChangePerBlock(bondedRatio, chain), chain);

    /// <summary>Change of inflation in a block: (1 - bonded/goal) change / blocks a year.</summary>
    public static Dec18 ChangePerBlock(Dec18 bondedRatio, AkashParameters chain)
    {
        MintParameters mint = chain.Mint;
        Dec18 perYear = (Dec18.One - (bondedRatio / mint.GoalBonded)) * mint.RateChange;
        return chain.Holds(Rule.InflationFollowsBonding) ? perYear / Dec18.Of(mint.BlocksPerYear) : Dec18.Zero;
    }

    /// <summary>Inflation after a change, within its bounds.</summary>
    public static Dec18 Step(Dec18 inflation, Dec18 change, AkashParameters chain) =>
        chain.Holds(Rule.InflationIsClamped)
            ? Dec18.Min(Dec18.Max(inflation + change, chain.Mint.Min), chain.Mint.Max)
            : inflation + change;

    /// <summary>
    /// Minted in a block: floor(i supply / blocks a year), base units. Source: the same, AnnualProvisions and
    /// BlockProvision.
    /// </summary>
    public static long BlockProvision(Dec18 inflation, long supply, AkashParameters chain) =>
        new Dec18((inflation * supply).Raw / chain.Mint.BlocksPerYear).Truncate();
}
