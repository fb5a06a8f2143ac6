using static AgentVerse.Tests.Simulation.Akash.AkashWorld;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>Small worlds, one an era and one of stakers, in which all that agents can do on Akash happens.</summary>
internal static class GoldenWorlds
{
    /// <summary>Mid 2024: escrow stops at zero; attackers take places; fakes are found or not.</summary>
    internal static readonly AkashWorld StopsAtZero = new()
    {
        Ticks = 60,
        Chain =
        [
            ("orderMaxBids", 5L), ("bundleThreads", 4.0), ("bundleGiB", 16.0), ("withdrawEvery", 14_400L),
            ("fundsCheckEvery", 1200L),
        ],
        Audit = [("auditors", 3L), ("detection", 0.5), ("falseRejection", 0.3)],
        Incentive = [("rate", 0.05), ("budget", 200L * Akt)],
        Crowds =
        [
            Providers(10), Providers(8, "akashAudited", "audited").With(("reserveRatio", 0.7)),
            Providers(5, "akashFake", "fakes").With(("claimFactor", 4.0), ("reserveRatio", 0.5)),
            Providers(4, "akashUndercut", "undercutters"), Providers(6, "akashAdaptive", "adaptive"),
            Providers(6, "akashWalkAway", "leavers").With(("reserveRatio", 0.4)),
            Providers(2, "akashBidWithdraw", "bots"), Providers(2, "akashSlotBlock", "blockers"),
            Providers(3, "akashCostPlus", "poor").With(("startAkt", Akt / 4), ("reserveRatio", 0.3)),
            Tenants(40), Tenants(25, "akashAudited", "careful"), Tenants(15, "akashReputable", "wise"),
            Tenants(10, "akashRandom", "careless").With(("startAkt", 0L), ("startUsd", 20_000L * Akt)),
            Tenants(10, "akashHop", "hoppers"),
        ],
    };

    /// <summary>Late 2025: debts are remembered and, by some, paid; both auditors must have signed.</summary>
    internal static readonly AkashWorld Debts = new()
    {
        Ticks = 48,
        Chain = [("era", "debts"), ("orderMaxBids", 6L)],
        Inflation = [("start", 0.05), ("bonded", 0.9), ("min", 0.0499), ("rateChange", 1.0)],
        Audit = [("auditors", 2L), ("allOf", true), ("falseRejection", 0.4)],
        Crowds =
        [
            Providers(8), Providers(8, "akashAudited", "audited"), Tenants(30, "akashLate", "late"),
            Tenants(15, "akashHop", "hoppers"), Tenants(20, "akashAudited", "careful"),
        ],
    };

    /// <summary>2026: leases in ACT, thin collateral, reclamation windows.</summary>
    internal static readonly AkashWorld BurnMint = new()
    {
        Ticks = 60,
        Chain = [("era", "burnMint"), ("aktPrice", 676_000L), ("withdrawEvery", 7200L)],
        Inflation = [("start", 0.1), ("bonded", 0.5)],
        Reclamation = [("required", 7200L), ("offered", 14_400L), ("offerShare", 0.7)],
        BurnMint = [("vault", 40_000L * Akt), ("outstanding", 29_200L * Akt), ("minEpoch", 40L)],
        Crowds =
        [
            Providers(12), Providers(8, "akashWalkAway", "leavers").With(("reserveRatio", 0.4)),
            Tenants(50), Tenants(10, "akashCheapest", "small").With(
                ("sizeMedian", 0.3), ("sizeSpread", 0.0), ("hoursMedian", 0.5), ("ordersPerDay", 4.0)),
            Providers(4, "akashCashing", "cashing").With(("reserveRatio", 0.5)),
        ],
    };

    /// <summary>Delegators bond, earn, think again and leave; nobody else has bonded much.</summary>
    internal static readonly AkashWorld Staking = new()
    {
        Ticks = 60,
        Chain = [("supply", 1_000_000L * Akt)],
        Inflation = [("bonded", 0.2)],
        Staking = [("commission", 0.1), ("unbonding", 86_400L), ("maxEntries", 2L)],
        Crowds =
        [
            new("delegators", "delegator", 30, ["yield"])
            {
                Own = [("startAkt", 20_000L * Akt), ("reviewRate", 2.0), ("reservationIncome", 0.0005)],
            },
            new("keepers", "delegator", 5, ["idle"]) { Own = [("startAkt", 10_000L * Akt)] },
            Providers(4), Tenants(10),
        ],
    };
}
