using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>The keys of <c>networks.akash</c>.</summary>
internal static class AkashSection
{
    internal static readonly IReadOnlyList<string> Eras = ["stopsAtZero", "debts", "burnMint"];
    internal static readonly IReadOnlyList<string> Bases = ["gross", "earned"];

    private const string Node = "akash-network/node v0.36.2";
    private const string NodeNow = "akash-network/node 3efe26bf";
    private const string Genesis = "akash-network/AEP d21edcd, assets/aep-8/genesis.json";
    private const string Calibration = "calibration/compute.md section 3";
    private const long MostAkt = 388_539_008L * AkashTerms.Unit;

    /// <summary>The whole section.</summary>
    internal static Section Whole { get; } = new(AkashTerms.Network, "The Akash chain and its markets of leases.",
    [
        Field.Choice(
            "era", "stopsAtZero", Eras,
            "Rules: stopsAtZero (v0.34 to v0.38, 2024), debts (v1.0 to v1.2), burnMint (v2.0 on: leases in ACT).",
            Node),
        Words("gpuClasses", ["a100"], ComputeTerms.GpuClasses, "Classes of GPUs; a market for each in each region."),
        Words("regions", ["northAmerica"], ComputeTerms.Regions, "Regions."),
        Usd("aktPrice", 2_370_000, "Price of AKT where no market of the run makes one.", Calibration + ": mid 2024"),
        Akt("supply", 248_285_795L * AkashTerms.Unit, "AKT in existence at the start.", Calibration + ": mid 2024"),
        Akt("minDeposit", 500_000, "Least deposit of a deployment in AKT.", Node + ", x/deployment"),
        Usd("minDepositUsd", 500_000, "Least deposit of a deployment in stablecoin or ACT.", "[A] as in AKT"),
        Akt("bidDeposit", 500_000, "Deposit of a bid.", Node + ", x/market"),
        Field.Integer(
            "orderMaxBids", 20, 0, 500, "bids", "Bids on an order beyond which none is admitted: one more is.",
            Node + ", x/market"),
        Field.Number("takeRateAkt", 0.02, 0, 1, "", "Take of payouts in AKT; none in burnMint.", Node + ", x/take"),
        Field.Number(
            "takeRateUsd", 0.2, 0, 1, "", "Take of payouts in stablecoin; none in burnMint.", Node + ", x/take"),
        Field.Integer(
            "blocksPerMonth", 429_909, 1000, 10_000_000, "blocks", "Blocks of a month: one is 6.117 s.",
            "helm-charts f3d8d46, price script"),
        Field.Duration("bidWindow", 45, 0, 86_400, "Time for bids on an order.", "[A] the console waits 30 to 60 s"),
        Field.Duration(
            "withdrawEvery", 86_400, 60, 31_536_000, "Time between two withdrawals of a provider.",
            "[A] the provider's default period"),
        Field.Duration(
            "fundsCheckEvery", 600, 6, 31_536_000, "Time in which a provider notices that a lease's money ran out.",
            "[A] the provider's default interval"),
        Field.Duration(
            "benchmarkAfter", 7200, 6, 31_536_000, "Time from a lease's start to the tenant's benchmark.", "[A]"),
        Field.Number("bundleThreads", 0, 0, 384, "threads", "CPU that goes with a GPU, at the script's price.", "[A]"),
        Field.Number("bundleGiB", 0, 0, 2048, "GiB", "Memory that goes with a GPU, at the script's price.", "[A]"),
        Field.Of(
            "inflation", new Section("inflation", "Inflation of AKT.",
            [
                Rate("start", 0.13, "At the start, a year.", "[A] within the bounds"),
                Rate("min", 0.05, "Least, a year.", "bounds of 2022 on, forum posts"),
                Rate("max", 0.15, "Largest, a year.", "bounds of 2022 on, forum posts"),
                Rate("rateChange", 1, "Change a year while nothing is bonded.", "since 2021-07, forum posts"),
                Field.Number("goalBonded", 0.67, 0.01, 1, "", "Bonded share at which inflation stays.", Genesis),
                Rate("bonded", 0.5, "Share of the supply that others than agents have bonded.", "[A]"),
                Field.Integer("blocksPerYear", 5_256_000, 1000, 100_000_000, "blocks", "Blocks of a year.", Genesis),
                Rate("communityTax", 0.1, "Community's share of what is minted.", "10 % since 2022"),
            ]),
            "Inflation of AKT."),
        Field.Of("staking", StakingKeys, "Staking of AKT with validators."),
        Field.Of(
            "audit", new Section("audit", "Auditors of attributes.",
            [
                Field.Integer("auditors", 1, 0, 32, "auditors", "Number of auditors.", "[A]"),
                Field.Flag("allOf", false, "Whether tenants who need audits ask for all of them, else for any.", "[A]"),
                Rate("detection", 0.9, "Chance that an auditor sees through a false declaration.", "[A]"),
                Rate("falseRejection", 0.02, "Chance that an auditor refuses a true one.", "[A]"),
            ]),
            "Auditors of attributes."),
        Field.Of(
            "reclamation", new Section("reclamation", "Windows before a provider may walk away (v2.1).",
            [
                Field.Duration("required", 0, 0, 2_592_000, "Least window of every order; 0 for none.", NodeNow),
                Field.Duration("offered", 86_400, 0, 2_592_000, "Window that providers offer.", "[A]"),
                Rate("offerShare", 0, "Share of providers that offer one.", "[A]"),
            ]),
            "Windows before a provider may walk away."),
        Field.Of("incentive", Incentive, "A programme that pays providers on top."),
        Field.Of("burnMint", BurnMintKeys, "Burning and minting of ACT (era burnMint)."),
    ]);

    private static Section StakingKeys => new("staking", "Staking of AKT with validators.",
    [
        Rate(
            "commission", 0.05, "Part of what stake earns that validators keep.",
            "networks/akash.md section 9: 5 % is the least; [A] for the mean"),
        Field.Duration(
            "unbonding", 21 * 86_400, 0, 31_536_000, "Time from the end of a delegation until its tokens are free.",
            Genesis),
        Field.Integer(
            "maxEntries", 7, 1, 1000, "unbondings", "Unbondings that a delegator may have open.",
            "Cosmos SDK, x/staking"),
    ]);

    private static Section Incentive => new("incentive", "A programme that pays providers on top of what they earn.",
    [
        Field.Number("rate", 0, 0, 100, "", "Paid for a unit of its basis; 0 for none.", "[A]"),
        Field.Choice("basis", "gross", Bases, "gross: what tenants pay; earned: what providers get of it.", "[A]"),
        Akt(
            "budget", 1_000_000L * AkashTerms.Unit, "What each market may pay out, in each token.",
            "[A] AEP-26: 5 M USD"),
        Field.Duration("length", 10_368_000, 0, 315_360_000, "Time from the start to its end.", "AEP-26: 120 d"),
    ]);

    private static Section BurnMintKeys => new("burnMint", "Burning and minting of ACT.",
    [
        Akt("vault", 10_000_000L * AkashTerms.Unit, "AKT in the vault at the start.", "[A]"),
        Field.Amount(
            "outstanding", 0, 0, MostAkt, AkashTerms.Act, AkashTerms.Decimals,
            "ACT that others than agents hold at the start.", "[A]"),
        Field.Duration("twap", 3600, 1, 86_400, "Window of the oracle's average.", "AEP-76"),
        Bps("warn", 9500, "Collateral ratio below which epochs lengthen."),
        Bps("halt", 9000, "Collateral ratio at which minting of ACT halts."),
        Field.Integer("minEpoch", 10, 1, 14_400, "blocks", "Blocks of an epoch while healthy.", NodeNow + ", x/bme"),
        Field.Integer("backoff", 10, 0, 1000, "%", "Growth of the epoch for 10 bps below.", NodeNow + ", x/bme"),
        Bps("mintSpread", 25, "Part of minted ACT that stays in the vault."),
        Bps("settleSpread", 0, "Part of minted AKT that stays in the vault."),
        Field.Amount(
            "minMint", 10 * AkashTerms.Unit, 0, MostAkt, AkashTerms.Act, AkashTerms.Decimals,
            "Least ACT to be minted.", NodeNow + ", x/bme"),
    ]);

    private static Field Akt(string name, long uakt, string doc, string source) =>
        Field.Amount(name, uakt, 0, MostAkt, AkashTerms.Akt, AkashTerms.Decimals, doc, source);

    private static Field Usd(string name, long microUsd, string doc, string source) => Field.Amount(
        name, microUsd, 0, 1_000_000_000_000, MarketTerms.Usd, MarketTerms.UsdDecimals, doc, source);

    private static Field Rate(string name, double value, string doc, string source) =>
        Field.Number(name, value, 0, 1, "", doc, source);

    private static Field Bps(string name, long value, string doc) =>
        Field.Integer(name, value, 0, 1_000_000, "1/10000", doc, NodeNow + ", x/bme");

    private static Field Words(
        string name, IReadOnlyList<string> value, IReadOnlyList<string> choices, string doc) =>
        Field.Texts(name, value, 1, choices.Count, doc, "[A]") with { Choices = choices };
}
