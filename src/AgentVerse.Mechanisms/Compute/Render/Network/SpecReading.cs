using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>The plan of the network from the keys of a scenario, or its problems.</summary>
internal static class SpecReading
{
    /// <summary>Values of the key announced.</summary>
    internal static readonly IReadOnlyList<string> Announcements = ["forced", "schedule"];

    private const double UsdUnits = 1e6;

    /// <summary>The plan; null if there are problems, which go to the planning.</summary>
    internal static RenderSpec? Of(
        SettingsMap settings, RenderParameters basis, WorldPlanning planning, int usd)
    {
        bool isFine = CheckTick(settings, planning);
        EpochTable? epochs = ReadEpochs(settings, planning);
        if (epochs is null || !isFine)
        {
            return null;
        }

        double frame = settings.Number("frameOctaneHours");
        return new RenderSpec
        {
            Parameters = Parameters(settings, basis),
            Compute = ComputeSpec.Of(settings.Section("compute")),
            Epochs = epochs,
            AnnouncesSchedule = settings.Text("announced") == Announcements[1],
            Start = planning.Start,
            TicksPerEpoch = (int)(RenderTerms.EpochSeconds / planning.TickSeconds),
            TickHours = planning.TickSeconds / 3600.0,
            Render = planning.EnsureToken(RenderTerms.Token),
            Usd = usd,
            FoundationShard = planning.Shards.Count,
            MarketShard = MarketOf(planning),
            FixedPrice = settings.Number("price"),
            PriceHalfLifeDays = settings.Integer("priceHalfLife") / 86_400.0,
            Circulating = settings.Integer("circulating"),
            FrameUsd = [FrameUsd(settings, "priorityPrice", frame), FrameUsd(settings, "economyPrice", frame)],
            FrameOctaneHours = frame,
            MatchSpread = settings.Number("matchSpread"),
            VettedShare = settings.Number("vettedShare"),
            HonoursRequests = settings.Number("honoursRequests"),
            Admissions = settings.Integer("admissions"),
            Audit = (settings.Number("auditRate"), settings.Number("auditTolerance")),
            BurnLagTicks = (int)(settings.Integer("burnLag") / planning.TickSeconds),
        };
    }

    private static RenderParameters Parameters(SettingsMap settings, RenderParameters basis) => basis with
    {
        GenesisSupply = settings.Integer("genesisSupply"),
        BudgetPercent = settings.Int32("budgetPercent"),
        NodesMonthly = settings.Integer("nodesMonthly"),
        CutStart = settings.Integer("cutStart"),
        NodesWeeklyAfterCut = settings.Integer("nodesWeekly"),
        AvailabilityMonthly = settings.Integer("availabilityMonthly"),
        AvailabilityStart = settings.Integer("availabilityStart"),
        SaladStart = settings.Integer("saladStart"),
        SaladMonthly = settings.Integer("saladMonthly"),
        FeePercent = settings.Int32("feePercent"),
        FreeNodes = settings.Int32("freeNodes"),
        NodePenalty = settings.Number("nodePenalty"),
        ReputationRate = settings.Number("reputationRate"),
        PriorityReputation = settings.Number("priorityReputation"),
    };

    private static long FrameUsd(SettingsMap settings, string key, double frameOctaneHours) =>
        (long)((settings.Number(key) / 1000 * frameOctaneHours * settings.Number("eurUsd") * UsdUnits) + 0.5);

    private static bool CheckTick(SettingsMap settings, WorldPlanning planning)
    {
        if (planning.TickSeconds <= RenderTerms.EpochSeconds
            && RenderTerms.EpochSeconds % planning.TickSeconds == 0)
        {
            return true;
        }

        planning.Problems.Add(new Problem(
            settings.File, settings.Line, "tick", $"{planning.TickSeconds}s",
            "a week, the epoch of render, or a whole part of it", "choose such a tick: 7d, 1d, 12h, 1h"));
        return false;
    }

    private static EpochTable? ReadEpochs(SettingsMap settings, WorldPlanning planning)
    {
        if (!settings.Has("epochs"))
        {
            return new EpochTable(null);
        }

        string path = settings.Text("epochs");
        if (!planning.Tables.TryGetValue(path, out DataTable? table))
        {
            planning.Problems.Add(settings.Problem(
                "epochs", path, "a file that can be read", "put it beside the scenario"));
            return null;
        }

        EpochTable epochs = new(table);
        if (!EpochTable.Columns.Any(c => table.Find(c) is not null))
        {
            planning.Problems.Add(settings.Problem(
                "epochs", path, $"a table with one of the columns {string.Join(", ", EpochTable.Columns)}",
                "name its columns so"));
            return null;
        }

        if (epochs.FirstBadRow() is int row and >= 0)
        {
            planning.Problems.Add(settings.Problem(
                "epochs", $"{path}, row {row + 1}", "numbers from 0 to 1e9", "mend the row"));
            return null;
        }

        return epochs;
    }

    private static int MarketOf(WorldPlanning planning) =>
        planning.Shards.FindIndex(s => s.Plan.Facts is TokenFacts { Token: RenderTerms.Render });
}
