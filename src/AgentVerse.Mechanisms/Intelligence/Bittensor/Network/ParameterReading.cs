using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
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
            "equal" => EmissionAllocator.Equal,
            _ => EmissionAllocator.UnburnedPrice,
        },
        TaoWeight = Proportion(settings.Number("taoWeight")),
        StakeThreshold = settings.Integer("stakeThreshold"),
        SubnetOwnerCut = settings.Int32("subnetOwnerCut"),
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

    /// <summary>A share in 1/(2^64 - 1).</summary>
    private static ulong Proportion(double share)
    {
        UInt128 scaled = U64F64.FromDouble(share).Raw;
        return scaled > ulong.MaxValue ? ulong.MaxValue : (ulong)scaled;
    }
}
