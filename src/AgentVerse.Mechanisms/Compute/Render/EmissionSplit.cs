using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// Where an epoch's emission goes: nodes by work, availability, compute, liquidity providers, artists, compute clients,
/// points, and the foundation, which gets half of year 1 and later what is left.
/// </summary>
/// <remarks>
/// Source: RNP-003 and 006 (year 1), RNP-013 (from the epoch labelled 2024-06-12), RNP-018 (year 2), RNP-022 (year 3);
/// from year 6 on every part shrinks with the year's emission [A].
/// </remarks>
public static class EmissionSplit
{
    private const int DaysOfTheYear = 365;
    private const int DaysOfAnEpoch = 7;

    /// <summary>
    /// The pools of the epoch that begins at an instant; they add to a week of the year's emission, and Salad's.
    /// </summary>
    /// <param name="seconds">Start of the epoch, seconds since 1970, UTC.</param>
    /// <param name="parameters">Amounts and dates.</param>
    public static EpochPools Of(long seconds, RenderParameters parameters)
    {
        BmeDate date = BmeDate.Of(seconds, parameters);
        long total = EmissionSchedule.Weekly(EmissionSchedule.OfMonth(date.Year, parameters), parameters);
        bool isFirst = date.Year == 1;
        bool isCut = seconds >= parameters.CutStart;
        NetworkMonth month = isFirst && !isCut ? NetworkMonth.Of(date.Month, parameters) : default;
        long artistsMonthly = !isFirst ? parameters.GrantsYearly / EmissionSchedule.Months
            : isCut ? parameters.ArtistsMonthlyAfterCut : month.Artists;
        EpochPools pools = new()
        {
            NodeJobs = NodeJobs(seconds, parameters),
            Availability = Availability(seconds, parameters),
            Compute = isCut ? Weekly(parameters.AvailabilityMonthly, parameters) : 0,
            LiquidityProviders = Weekly(month.LiquidityProviders, parameters),
            Artists = Weekly(artistsMonthly, parameters),
            Clients = isFirst && !isCut ? Weekly(parameters.ClientsMonthly, parameters) : 0,
            UpgradePoints = isFirst ? Weekly(parameters.UpgradePointsMonthly, parameters) : 0,
            NodeReserve = 0,
            Salad = SaladPart(seconds, date.Year, parameters),
            Foundation = 0,
        };
        long paid = pools.NodeJobs + pools.Availability + pools.Compute;
        long nodes = isFirst ? 0 : Math.Max(0, MulDiv.Floor(parameters.NodesYearly, 1, EmissionSchedule.Weeks) - paid);
        long foundation = isFirst ? Weekly(FoundationMonth(parameters), parameters) : 0;
        return Fit(Damp(pools with { NodeReserve = nodes }, date.Year, parameters), total, foundation);
    }

    /// <summary>
    /// The pool for work of the epoch that begins at an instant, base units: 7 days of the whole tokens that a day gets
    /// before RNP-013, a fixed weekly amount after it.
    /// </summary>
    public static long NodeJobs(long seconds, RenderParameters parameters)
    {
        if (seconds >= parameters.CutStart && parameters.Holds(Rule.NodePoolIsCutInJune2024))
        {
            return parameters.NodesWeeklyAfterCut;
        }

        long yearly = parameters.NodesMonthly * EmissionSchedule.Months;
        if (!parameters.Holds(Rule.NodePoolIsPaidByTheDay))
        {
            return yearly / EmissionSchedule.Weeks;
        }

        long daily = yearly / DaysOfTheYear / RenderTerms.UnitsPerToken * RenderTerms.UnitsPerToken;
        return daily * DaysOfAnEpoch;
    }

    /// <summary>
    /// The pool for availability of rendering nodes of the epoch that begins at an instant, base units.
    /// </summary>
    public static long Availability(long seconds, RenderParameters parameters) =>
        seconds >= parameters.AvailabilityStart ? Weekly(parameters.AvailabilityMonthly, parameters) : 0;

    /// <summary>The foundation's part of a month of year 1, base units.</summary>
    public static long FoundationMonth(RenderParameters parameters)
    {
        int share = parameters.Holds(Rule.FoundationTakesHalfOfTheFirstYear) ? parameters.FoundationPermille : 1000;
        return MulDiv.Floor(EmissionSchedule.OfMonth(1, parameters), share, 1000);
    }

    /// <summary>What Salad adds to a week.</summary>
    private static long SaladPart(long seconds, int year, RenderParameters parameters)
    {
        long month = EmissionSchedule.OfMonth(year, parameters);
        return seconds < parameters.SaladStart ? 0
            : Weekly(Salad.Monthly(month, parameters.SaladMonthly, parameters) - month, parameters);
    }

    private static long Weekly(long monthly, RenderParameters parameters) =>
        EmissionSchedule.Weekly(monthly, parameters);

    /// <summary>In the growth stage every part shrinks with the year's emission.</summary>
    private static EpochPools Damp(EpochPools pools, int year, RenderParameters parameters)
    {
        if (year <= parameters.LaunchYears)
        {
            return pools;
        }

        long now = EmissionSchedule.OfYear(year, parameters);
        long launch = Math.Max(1, EmissionSchedule.OfYear(parameters.LaunchYears, parameters));
        long Part(long amount) => MulDiv.Floor(amount, now, launch);
        return pools with
        {
            NodeJobs = Part(pools.NodeJobs),
            Availability = Part(pools.Availability),
            Compute = Part(pools.Compute),
            Artists = Part(pools.Artists),
            NodeReserve = Part(pools.NodeReserve),
        };
    }

    /// <summary>
    /// Nodes, liquidity providers and artists share what is not the foundation's, clients and points what is. The
    /// foundation gets what is left of both; where parts exceed their source, later ones are cut.
    /// </summary>
    private static EpochPools Fit(EpochPools pools, long total, long foundation)
    {
        long left = total - foundation;
        long Take(long amount)
        {
            long taken = Math.Min(amount, left);
            left -= taken;
            return taken;
        }

        EpochPools network = pools with
        {
            NodeJobs = Take(pools.NodeJobs),
            Availability = Take(pools.Availability),
            Compute = Take(pools.Compute),
            LiquidityProviders = Take(pools.LiquidityProviders),
            Artists = Take(pools.Artists),
            NodeReserve = Take(pools.NodeReserve),
        };
        left += foundation;
        return network with
        {
            Clients = Take(pools.Clients),
            UpgradePoints = Take(pools.UpgradePoints),
            Foundation = left,
        };
    }
}
