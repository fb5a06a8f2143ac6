using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// The emission of new RENDER by year: budget N = 20 % of the genesis supply; share(1) = 8.5 %, share(2..5) = 5.5 %,
/// share(t) = 4 % * 0.945^(t-6) after that, which reaches N at year 60. It does not depend on what is burned.
/// </summary>
/// <remarks>
/// Source: RNP-001 (budget, stages, damping), RNP-003, 006, 018, 022 (years 1 to 3), RNP-023 (cap about year 60). Years
/// from 4 on are the closed form that fits all published figures; the original spreadsheet is not public.
/// </remarks>
public static class EmissionSchedule
{
    /// <summary>Months of a year.</summary>
    public const int Months = 12;

    /// <summary>Weeks of a year as the proposals count them.</summary>
    public const int Weeks = 52;

    private const int Permille = 1000;

    /// <summary>All that will ever be newly minted, base units: whole tokens, rounded down.</summary>
    public static long Budget(RenderParameters parameters)
    {
        int percent = parameters.Holds(Rule.BudgetIsAFifthOfGenesis) ? parameters.BudgetPercent : 100;
        return Whole(MulDiv.Floor(parameters.GenesisSupply, percent, 100));
    }

    /// <summary>Largest supply that there may be, base units.</summary>
    public static long Cap(RenderParameters parameters) => checked(parameters.GenesisSupply + Budget(parameters));

    /// <summary>Emission of a year by the formula, base units.</summary>
    /// <param name="year">Year, from 1.</param>
    /// <param name="parameters">Shares and damping.</param>
    public static long OfYear(int year, RenderParameters parameters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        long budget = Budget(parameters);
        if (year <= parameters.LaunchYears)
        {
            bool isFirst = year == 1 && parameters.Holds(Rule.FirstYearIsLarger);
            return MulDiv.Floor(budget, isFirst ? parameters.FirstYearPermille : parameters.LaunchPermille, Permille);
        }

        long emission = MulDiv.Floor(budget, parameters.GrowthPermille, Permille);
        int damped = parameters.Holds(Rule.GrowthStageIsDamped) ? year - parameters.LaunchYears - 1 : 0;
        for (int t = 0; t < damped && emission > 0; t++)
        {
            emission = MulDiv.Floor(emission, parameters.DampingPermille, Permille);
        }

        return emission;
    }

    /// <summary>
    /// Emission of a month of the year as it is published, base units: a twelfth, to the nearest whole token.
    /// </summary>
    public static long OfMonth(int year, RenderParameters parameters)
    {
        long twelfth = OfYear(year, parameters) / Months;
        return parameters.Holds(Rule.MonthsAreWholeTokens)
            ? Whole(twelfth + (RenderTerms.UnitsPerToken / 2))
            : Whole(twelfth);
    }

    /// <summary>Emission of the years 1 to <paramref name="years"/> together, base units; at most the budget.</summary>
    public static long Through(int years, RenderParameters parameters)
    {
        long sum = 0;
        for (int year = 1; year <= years; year++)
        {
            sum = checked(sum + OfYear(year, parameters));
        }

        return Math.Min(sum, Budget(parameters));
    }

    /// <summary>A week's part of a monthly amount: twelve months over 52 weeks.</summary>
    public static long Weekly(long monthly, RenderParameters parameters) =>
        parameters.Holds(Rule.AvailabilityIsSpreadOverWeeks) ? MulDiv.Floor(monthly, Months, Weeks) : monthly / 4;

    private static long Whole(long units) => units / RenderTerms.UnitsPerToken * RenderTerms.UnitsPerToken;
}
