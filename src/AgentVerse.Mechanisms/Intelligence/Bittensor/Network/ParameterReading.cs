using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Parameters of the mechanism from the keys of a scenario.</summary>
internal static class ParameterReading
{
    /// <summary>Parameters of the chain; what no key sets is as in the basis.</summary>
    internal static ChainParameters Chain(SettingsMap settings, ChainParameters basis) => basis with
    {
        MaxSupply = settings.Integer("maxSupply"),
        InitialBlockEmission = settings.Integer("initialBlockEmission"),
        Allocator = settings.Text("allocator") switch
        {
            "price" => EmissionAllocator.Price,
            "flow" => EmissionAllocator.TaoFlow,
            "equal" => EmissionAllocator.Equal,
            _ => EmissionAllocator.UnburnedPrice,
        },
        TaoWeight = Proportion(settings.Number("taoWeight")),
        StakeThreshold = settings.Integer("stakeThreshold"),
        SubnetOwnerCut = settings.Int32("subnetOwnerCut"),
        SubnetLimit = settings.List("subnets").Sum(g => g.Int32("count")),
        MinStake = settings.Integer("minStake"),
        NetworkImmunityPeriod = settings.Integer("networkImmunityPeriod"),
        NetworkMinLockCost = settings.Integer("networkMinLockCost"),
        NetworkLockReductionInterval = settings.Integer("networkLockReductionInterval"),
        NetworkRateLimit = settings.Integer("networkRateLimit"),
        StartCallDelay = settings.Integer("startCallDelay"),
    };

    /// <summary>Hyper-parameters of a group of subnets: its own keys, else those of every subnet.</summary>
    internal static SubnetParameters Subnet(SettingsMap common, SettingsMap group, ChainParameters chain)
    {
        SettingsMap Of(string key) => group.Has(key) ? group : common;
        int Int(string key) => Of(key).Int32(key);
        return new SubnetParameters
        {
            Chain = chain,
            Tempo = Int("tempo"),
            Kappa = Int("kappa"),
            Bonds = Of("bonds").Text("bonds") switch
            {
                "yuma2" => BondVariant.Yuma2,
                "yuma3LiquidAlpha" => BondVariant.Yuma3LiquidAlpha,
                _ => BondVariant.Yuma3,
            },
            BondsMovingAverage = Int("bondsMovingAverage"),
            BondsPenalty = Int("bondsPenalty"),
            AlphaLow = Int("alphaLow"),
            AlphaHigh = Int("alphaHigh"),
            ActivityCutoffFactorMilli = Int("activityCutoffFactor"),
            ImmunityPeriod = Int("immunityPeriod"),
            MaxAllowedUids = Int("uidsMax"),
            MaxAllowedValidators = Int("validatorsMax"),
            WeightsSetRateLimit = Int("weightsRateLimit"),
            CommitRevealWeightsEnabled = Of("commitReveal").Flag("commitReveal"),
            RevealPeriodEpochs = Int("revealPeriod"),
            MinBurn = Of("minBurn").Integer("minBurn"),
            MaxBurn = Of("maxBurn").Integer("maxBurn"),
            InitialBurn = Of("burn").Integer("burn"),
            BurnHalfLife = Int("burnHalfLife"),
            BurnIncreaseMultiplier = Of("burnIncreaseMult").Number("burnIncreaseMult"),
            MinNonImmuneUids = Int("minNonImmuneUids"),
            FeeRate = Int("feeRate"),
            EmaPriceHalvingBlocks = Int("emaPriceHalvingBlocks"),
            OwnerCutEnabled = Of("ownerCut").Flag("ownerCut"),
        };
    }

    /// <summary>The last registration of a subnet before the run.</summary>
    internal static LastSubnetLock LastLock(SettingsMap settings)
    {
        long locked = settings.Integer("lastLock");
        long block = Math.Max(1, settings.Integer("startBlock") - settings.Integer("lastLockAge"));
        return locked > 0 ? new LastSubnetLock(locked, block) : default;
    }

    /// <summary>Task of a group's subnet with this number among the group's.</summary>
    internal static SubnetTask TaskOf(SettingsMap group, int number)
    {
        IReadOnlyList<string> tasks = group.Has("tasks") ? group.Texts("tasks") : [group.Text("task")];
        return (SubnetTask)BittensorSection.Tasks.ToList().IndexOf(tasks[number % tasks.Count]);
    }

    /// <summary>A share in 1/(2^64 - 1).</summary>
    private static ulong Proportion(double share)
    {
        UInt128 scaled = U64F64.FromDouble(share).Raw;
        return scaled > ulong.MaxValue ? ulong.MaxValue : (ulong)scaled;
    }
}
