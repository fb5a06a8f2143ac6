using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>Parameters and plans from the keys of a scenario.</summary>
internal static class AkashReading
{
    /// <summary>Parameters of the chain; what no key sets is as in the basis.</summary>
    internal static AkashParameters Chain(SettingsMap settings, AkashParameters basis)
    {
        SettingsMap mint = settings.Section("inflation");
        SettingsMap burn = settings.Section("burnMint");
        SettingsMap staking = settings.Section("staking");
        return basis with
        {
            Era = (Era)AkashSection.Eras.ToList().IndexOf(settings.Text("era")),
            MinDepositAkt = settings.Integer("minDeposit"),
            MinDepositUsd = settings.Integer("minDepositUsd"),
            BidMinDeposit = settings.Integer("bidDeposit"),
            OrderMaxBids = settings.Integer("orderMaxBids"),
            TakeRateAkt = Share(settings, "takeRateAkt"),
            TakeRateDefault = Share(settings, "takeRateUsd"),
            BlocksPerMonth = settings.Integer("blocksPerMonth"),
            Mint = basis.Mint with
            {
                Start = Share(mint, "start"),
                Min = Share(mint, "min"),
                Max = Share(mint, "max"),
                RateChange = Share(mint, "rateChange"),
                GoalBonded = Share(mint, "goalBonded"),
                BlocksPerYear = mint.Integer("blocksPerYear"),
                CommunityTax = Share(mint, "communityTax"),
            },
            Staking = basis.Staking with
            {
                Commission = Share(staking, "commission"),
                UnbondingSeconds = staking.Integer("unbonding"),
                MaxEntries = staking.Int32("maxEntries"),
            },
            BurnMint = basis.BurnMint with
            {
                WarnBps = burn.Integer("warn"),
                HaltBps = burn.Integer("halt"),
                MinEpochBlocks = burn.Integer("minEpoch"),
                BackoffPercent = burn.Integer("backoff"),
                MintSpreadBps = burn.Integer("mintSpread"),
                SettleSpreadBps = burn.Integer("settleSpread"),
                MinMintAct = burn.Integer("minMint"),
            },
        };
    }

    /// <summary>The chain's shard.</summary>
    internal static ChainSpec ChainPlan(
        SettingsMap settings, AkashParameters chain, (int Akt, int Act) tokens) => new()
        {
            Parameters = chain,
            Akt = tokens.Akt,
            Act = tokens.Act,
            Supply = settings.Integer("supply"),
            BondedRatio = Share(settings.Section("inflation"), "bonded"),
            AktMicroUsd = settings.Integer("aktPrice"),
            TwapSeconds = settings.Section("burnMint").Integer("twap"),
            Vault = tokens.Act >= 0 ? settings.Section("burnMint").Integer("vault") : 0,
            OutstandingAct = tokens.Act >= 0 ? settings.Section("burnMint").Integer("outstanding") : 0,
            Incentive = IncentiveOf(settings.Section("incentive")),
        };

    /// <summary>A market's shard.</summary>
    internal static MarketSpec Market(
        SettingsMap settings, AkashParameters chain, (int GpuClass, int Region) place,
        (int ChainShard, int[] Tokens) at)
    {
        SettingsMap audit = settings.Section("audit");
        SettingsMap reclamation = settings.Section("reclamation");
        long required = reclamation.Integer("required");
        return new MarketSpec
        {
            Parameters = chain,
            GpuClass = place.GpuClass,
            Region = place.Region,
            ChainShard = at.ChainShard,
            Tokens = at.Tokens,
            BidBlocks = BlockClock.HeightAt(settings.Integer("bidWindow"), chain),
            WithdrawBlocks = BlockClock.Blocks(settings.Integer("withdrawEvery"), chain),
            FundsCheckBlocks = BlockClock.Blocks(settings.Integer("fundsCheckEvery"), chain),
            BenchmarkBlocks = BlockClock.Blocks(settings.Integer("benchmarkAfter"), chain),
            BundlePrice = Bundle(settings, chain),
            Reclamation = new ReclamationSpec(
                required > 0 ? required : null, reclamation.Integer("offered"), reclamation.Number("offerShare")),
            Audit = new AuditSpec(
                audit.Int32("auditors"), audit.Flag("allOf"), audit.Number("detection"),
                audit.Number("falseRejection")),
            Incentive = IncentiveOf(settings.Section("incentive")),
        };
    }

    private static IncentiveSpec IncentiveOf(SettingsMap incentive) => new(
        Share(incentive, "rate"), incentive.Text("basis") == AkashSection.Bases[0], incentive.Integer("budget"),
        incentive.Integer("length"));

    /// <summary>
    /// What goes with a GPU by the default script: 1.60 USD a thread and 0.80 USD a GiB, a month; in 1e-6 USD an hour.
    /// Nothing asked for costs nothing.
    /// </summary>
    private static long Bundle(SettingsMap settings, AkashParameters chain)
    {
        const long Gibibyte = 1 << 30;
        ResourceDemand demand = new()
        {
            CpuMilli = (long)(settings.Number("bundleThreads") * 1000),
            MemoryBytes = (long)(settings.Number("bundleGiB") * Gibibyte),
        };
        PriceScales scales = new()
        {
            CpuMilli = Dec18.Ratio(160, 100_000), MemoryMebibyte = Dec18.Ratio(80, 102_400),
        };
        AkashError error = PriceScript.Scale(demand, scales, chain, out Dec18 usdMonth);
        return error == AkashError.None
            ? (usdMonth * AkashTerms.Unit / Dec18.FromDouble(ComputeTerms.HoursPerMonth)).Truncate()
            : 0;
    }

    private static Dec18 Share(SettingsMap settings, string key) => Dec18.FromDouble(settings.Number(key));
}
