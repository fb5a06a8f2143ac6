using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using AgentVerse.Mechanisms.Compute.Render;

namespace AgentVerse.Cli.Conformance.Render;

/// <summary>The emission by year and month, its split, and the weekly pools.</summary>
internal static class EmissionOperations
{
    private const int YearsMax = 10_000;

    /// <summary>A year, one of its months, a part of it, or the split of a month of year 1.</summary>
    internal static JsonNode Year(Case one, RenderParameters parameters)
    {
        JsonElement input = one.Input;
        if (input.Find("month") is { } month)
        {
            NetworkMonth split = NetworkMonth.Of(month.AsInt(), parameters);
            return new JsonObject
            {
                ["nodes"] = Amounts.Tokens(split.Nodes),
                ["lps"] = Amounts.Tokens(split.LiquidityProviders),
                ["artists"] = Amounts.Tokens(split.Artists),
            };
        }

        int year = Years(input, "year");
        long monthly = EmissionSchedule.OfMonth(year, parameters);
        bool isMonth = input.Find("perMonth")?.GetBoolean() ?? false;
        if (input.Find("share") is { } share)
        {
            int permille = (int)Math.Round(share.GetDouble() * 1000);
            monthly = EmissionSplit.FoundationMonth(
                parameters with { FirstYearPermille = PermilleOf(year, parameters), FoundationPermille = permille });
        }

        return Tokens(isMonth ? monthly : monthly * EmissionSchedule.Months);
    }

    internal static JsonNode Cap(Case one, RenderParameters parameters)
    {
        parameters = parameters with
        {
            GenesisSupply = Amounts.Render(one.Input.Get("base")),
            BudgetPercent = one.Input.Get("newPct").AsInt(),
        };
        return new JsonObject
        {
            ["pool"] = Amounts.Tokens(EmissionSchedule.Budget(parameters)),
            ["cap"] = Amounts.Tokens(EmissionSchedule.Cap(parameters)),
        };
    }

    internal static JsonNode Fit(Case one, RenderParameters parameters)
    {
        if (one.Input.Find("years") is not null)
        {
            double sum = EmissionSchedule.Through(Years(one.Input, "years"), parameters);
            return new JsonObject { ["shareOfPool"] = sum / EmissionSchedule.Budget(parameters) };
        }

        return Tokens(EmissionSchedule.OfYear(Years(one.Input, "year"), parameters));
    }

    internal static JsonNode NodePool(Case one, RenderParameters parameters)
    {
        DateTime date = DateTime.ParseExact(
            one.Input.Get("date").GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        long seconds = (date - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        return new JsonObject
        {
            ["weeklyNodeJobPool"] = Amounts.Tokens(EmissionSplit.NodeJobs(seconds, parameters)),
            ["weeklyAvailabilityPool"] = Amounts.Tokens(EmissionSplit.Availability(seconds, parameters)),
        };
    }

    /// <summary>The weekly part of a monthly pool, or a node's pay for its uptime.</summary>
    internal static JsonNode Availability(Case one, RenderParameters parameters)
    {
        JsonElement input = one.Input;
        return input.Find("monthly") is { } monthly
            ? new JsonObject
            {
                ["weekly"] = Amounts.Tokens(EmissionSchedule.Weekly(Amounts.Render(monthly), parameters)),
            }
            : new JsonObject
            {
                ["render"] = Amounts.Tokens(ComputeSubnet.Availability(
                    Amounts.Render(input.Get("base")), input.Get("uptime").GetDouble(), parameters)),
            };
    }

    private static int PermilleOf(int year, RenderParameters parameters) =>
        year == 1 ? parameters.FirstYearPermille : parameters.LaunchPermille;

    private static int Years(JsonElement input, string field)
    {
        int years = input.Get(field).AsInt();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(years, YearsMax);
        return years;
    }

    private static JsonObject Tokens(long units) => new() { ["tokens"] = Amounts.Tokens(units) };
}
