using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>The keys of <c>networks.render</c>.</summary>
internal static class RenderSection
{
    private const string Rnps = "rendernetwork/RNPs a7ced77, ";
    private const string Calibration = "calibration/compute.md section 4";
    private const long MostTokens = 644_245_094L * RenderTerms.UnitsPerToken;

    internal static Section Whole { get; } = new(
        RenderTerms.Network, "Render: tokenomics of burn and mint, and the scheduler of rendering work.",
        [
            .. Emission, .. Prices, .. Scheduling, .. Nodes,
            Field.Of("compute", ComputeSection.Whole, "Nodes and customers beside rendering, who are no agents."),
        ]);

    private static IReadOnlyList<Field> Emission =>
    [
        Field.File(
            "epochs",
            "Weeks that are forced, a row an epoch from the start of the run on; columns pool and availability "
                + "(RENDER), price (USD), admissions (wallets); a missing value or column leaves the rule."),
        Field.Choice(
            "announced", "forced", SpecReading.Announcements,
            "Pools that operators count on: those of epochs where they are forced, or those of the schedule, so that "
                + "what an epoch pays beyond is a windfall.",
            "[A]"),
        Tokens("genesisSupply", 536_870_912, "Supply before any emission.", "RNP-001"),
        Field.Integer("budgetPercent", 20, 0, 100, "%", "New emission of all years over it.", Rnps + "RNP-001"),
        Tokens("nodesMonthly", 190_142, "Work rewards of nodes a month before the cut.", "RNP-006"),
        Field.Date(
            "cutStart", 1_718_150_400, 0, 32_503_680_000, "First epoch of the weekly pool that RNP-013 fixed.",
            Rnps + "RNP-013; data, epoch 25"),
        Tokens("nodesWeekly", 15_000, "Work rewards of nodes a week from then on.", "RNP-013"),
        Tokens("availabilityMonthly", 12_500, "Availability rewards of rendering nodes a month.", "RNP-013"),
        Field.Date(
            "availabilityStart", 1_736_294_400, 0, 32_503_680_000, "First epoch in which they are paid.",
            "RENDER_RNP20_Tools fd40b17, epoch 55"),
        Field.Date(
            "saladStart", 1_780_272_000, 0, 32_503_680_000, "First epoch with emission for Salad's nodes.",
            "[A] " + Rnps + "RNP-023, approved in 2026"),
        Tokens("saladMonthly", 88_240, "Emission for Salad's nodes a month, on top.", "RNP-023"),
        Field.Integer("feePercent", 5, 0, 100, "%", "The foundation's fee on a job.", Rnps + "RNP-006"),
        Field.Integer(
            "freeNodes", 3, 1, 1_000_000, "nodes", "Nodes of a wallet that count in full for availability.",
            Rnps + "RNP-015"),
        Field.Number(
            "nodePenalty", 0.65, 0, 100, "", "Damping of availability for each further node: e^-value.",
            Rnps + "RNP-015"),
        Field.Duration(
            "burnLag", 0, 0, 52 * RenderTerms.EpochSeconds,
            "Time from a job's approval to the purchase and burn of its tokens, in whole ticks.",
            "[A] 0; networks/render.md section 3.1: burns are not synchronous with work"),
    ];

    private static IReadOnlyList<Field> Prices =>
    [
        Field.Number(
            "price", 7, 0, 1e6, "USD", "Price of RENDER where neither epochs nor a market of RENDER says it.",
            Calibration + "; [A] mean of the first 52 epochs: burned USD over burned tokens"),
        Field.Duration(
            "priceHalfLife", 28 * 86_400, 1, 3650 * 86_400, "Half-life of the smoothed price that operators go by.",
            "[A]"),
        Tokens("circulating", 370_000_000, "RENDER of holders who are no agents: burns are bought from them.", "[A]"),
        Field.Number("eurUsd", 1.08, 0.01, 100, "USD", "Dollars a euro.", "[A] mean of 2024"),
        Field.Number(
            "priorityPrice", 2.5, 0, 1e6, "EUR/1000 OBh", "Price of work in tier 2.",
            "networks/render.md section 3.1, [A] fit of epochs 76 to 89"),
        Field.Number(
            "economyPrice", 1.25, 0, 1e6, "EUR/1000 OBh", "Price of work in tier 3.",
            "networks/render.md section 3.1, [A] fit of epochs 76 to 89"),
    ];

    private static IReadOnlyList<Field> Scheduling =>
    [
        Field.Number(
            "frameOctaneHours", 100, 0.01, 1e6, "OBh", "Work of a frame.",
            "[A] " + Calibration + ": 2.1 M frames a quarter over 9 to 63 M OBh a week"),
        Field.Number(
            "matchSpread", 0.5, 0, 5, "",
            "Standard deviation of the logarithm of how much work of a tick suits a node: frames follow it.", "[A]"),
        Field.Number(
            "reputationRate", 0.02, 0, 1, "", "Weight of a frame in a node's reputation.",
            "[A] networks/render.md section 3.2"),
        Field.Number(
            "priorityReputation", 0.98, 0, 1, "", "Least reputation for tier 2.", "[A] networks/render.md section 3.2"),
        Field.Number(
            "vettedShare", 0.33, 0, 1, "", "Share of wallets that OTOY has vetted for tier 2.",
            "[A] " + Calibration + ": 62 of about 190 wallets"),
        Field.Number(
            "honoursRequests", 1, 0, 1, "",
            "Probability that the scheduler gives a job to the node that is asked for; 1 is the worst case.", "[A]"),
    ];

    private static IReadOnlyList<Field> Nodes =>
    [
        Field.Integer(
            "admissions", 1_000_000, 0, 1_000_000_000, "wallets", "Applicants admitted an epoch, in drawn order.",
            "[A] open"),
        Field.Number(
            "auditRate", 0, 0, 1, "1/epoch",
            "Probability that a wallet's claimed score is measured in an epoch; false ones are suspended.",
            "[A] networks/render.md section 8: proposed, not documented"),
        Field.Number(
            "auditTolerance", 0.1, 0, 10, "", "How far a claimed score may exceed the measured one.", "[A]"),
    ];

    private static Field Tokens(string name, long tokens, string doc, string source) => Field.Amount(
        name, tokens * RenderTerms.UnitsPerToken, 0, MostTokens, RenderTerms.Render, RenderTerms.Decimals, doc,
        source.StartsWith("[A]", StringComparison.Ordinal) ? source : Rnps + source);
}
