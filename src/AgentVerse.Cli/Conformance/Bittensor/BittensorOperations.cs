using AgentVerse.Mechanisms.Intelligence.Bittensor;

namespace AgentVerse.Cli.Conformance.Bittensor;

/// <summary>The operations of the Bittensor mechanism.</summary>
internal static class BittensorOperations
{
    /// <summary>Chain parameters where a case gives none.</summary>
    internal static ChainParameters Chain { get; } = new();

    internal static IReadOnlyDictionary<string, Operation> All { get; } = new Dictionary<string, Operation>
    {
        ["epoch"] = new(EpochOperation.Run, EpochOperation.UnitOf),
        ["block_emission"] = new(EmissionOperations.BlockEmissionOf),
        ["emission_shares"] = new(EmissionOperations.Shares),
        ["flow_shares"] = new(EmissionOperations.Flows),
        ["root_proportion"] = new(EmissionOperations.RootProportion),
        ["root_sell_flag"] = new(EmissionOperations.RootSellFlag),
        ["split_alpha_out"] = new(EmissionOperations.Split),
        ["subnet_terms"] = new(EmissionOperations.Terms),
        ["moving_price"] = new(EmissionOperations.Average),
        ["blocks_until_next"] = new(ScheduleOperations.BlocksUntilNext),
        ["next_epoch_start"] = new(ScheduleOperations.NextStart),
        ["should_run"] = new(ScheduleOperations.ShouldRun),
        ["burn_bump"] = new(RegistrationOperations.Bump),
        ["burn_decay"] = new(RegistrationOperations.Decay),
        ["burn_sequence"] = new(RegistrationOperations.Sequence),
        ["decay_factor"] = new(RegistrationOperations.DecayFactor),
        ["defaults"] = new(RegistrationOperations.Defaults),
        ["neuron_to_prune"] = new(RegistrationOperations.NeuronToPrune),
        ["lock_cost"] = new(RegistrationOperations.LockCost),
        ["network_to_prune"] = new(RegistrationOperations.NetworkToPrune),
        ["dissolve"] = new(RegistrationOperations.Dissolve),
        ["drain"] = new(PayoutOperations.Drain),
        ["dividend_distribution"] = new(PayoutOperations.DividendDistribution, _ => "derived"),
        ["inherited_stake"] = new(PayoutOperations.InheritedStake),
        ["set_weights"] = new(WeightsOperations.SetWeights),
        ["bal_exp"] = new(SwapOperations.Exponent),
        ["bal_price"] = new(SwapOperations.Price),
        ["bal_init"] = new(SwapOperations.Initial),
        ["swap"] = new(SwapOperations.Swap),
        ["convert_deltas"] = new(SwapOperations.ConvertDeltas),
        ["quote_delta_in"] = new(SwapOperations.TaoToReach),
        ["base_delta_in"] = new(SwapOperations.AlphaToReach),
        ["base_needed"] = new(SwapOperations.AlphaNeeded),
        ["mul_round"] = new(SwapOperations.MultiplyRounded),
        ["add_liquidity"] = new(SwapOperations.AddLiquidity),
        ["max_upscale"] = new(MathOperations.MaxUpscale),
        ["check_max_limited"] = new(MathOperations.CheckMaxLimited),
        ["topk"] = new(MathOperations.TopK),
        ["normalize"] = new(MathOperations.Normalize),
        ["row_normalize"] = new(MathOperations.RowNormalize),
        ["col_normalize"] = new(MathOperations.ColNormalize),
        ["col_max_upscale"] = new(MathOperations.ColMaxUpscale),
        ["col_clip"] = new(MathOperations.ColClip),
        ["weighted_median"] = new(MathOperations.WeightedMedianOf),
        ["weighted_median_col"] = new(MathOperations.WeightedMedianCol),
        ["interpolate"] = new(MathOperations.Interpolate),
        ["mat_ema_alpha"] = new(MathOperations.EmaAlpha),
        ["mat_ema_alpha_sparse"] = new(MathOperations.EmaAlphaSparse),
        ["sigmoid_safe"] = new(MathOperations.Sigmoid),
        ["liquid_alpha_equal"] = new(MathOperations.LiquidAlphaEqual),
        ["alpha_sigmoid"] = new(MathOperations.AlphaSigmoid),
        ["yuma_sim"] = new(YumaSimOperation.Run),
    };
}
