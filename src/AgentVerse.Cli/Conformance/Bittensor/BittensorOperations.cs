using AgentVerse.Mechanisms.Intelligence.Bittensor;

namespace AgentVerse.Cli.Conformance.Bittensor;

/// <summary>The operations of the Bittensor mechanism.</summary>
internal static class BittensorOperations
{
    internal static IReadOnlyDictionary<string, Operation> All { get; } = With(new ChainParameters());

    /// <summary>The operations with chain parameters where a case gives none.</summary>
    internal static Dictionary<string, Operation> With(ChainParameters chain) => new(StringComparer.Ordinal)
    {
        ["epoch"] = new(one => EpochOperation.Run(one, chain), EpochOperation.UnitOf),
        ["block_emission"] = new(one => EmissionOperations.BlockEmissionOf(one, chain)),
        ["emission_shares"] = new(one => EmissionOperations.Shares(one, chain)),
        ["flow_shares"] = new(one => EmissionOperations.Flows(one, chain)),
        ["root_proportion"] = new(one => EmissionOperations.RootProportion(one, chain)),
        ["root_sell_flag"] = new(one => EmissionOperations.RootSellFlag(one, chain)),
        ["split_alpha_out"] = new(one => EmissionOperations.Split(one, chain)),
        ["subnet_terms"] = new(one => EmissionOperations.Terms(one, chain)),
        ["moving_price"] = new(one => EmissionOperations.Average(one, chain)),
        ["blocks_until_next"] = new(one => ScheduleOperations.BlocksUntilNext(one, chain)),
        ["next_epoch_start"] = new(one => ScheduleOperations.NextStart(one, chain)),
        ["should_run"] = new(one => ScheduleOperations.ShouldRun(one, chain)),
        ["burn_bump"] = new(one => RegistrationOperations.Bump(one, chain)),
        ["burn_decay"] = new(one => RegistrationOperations.Decay(one, chain)),
        ["burn_sequence"] = new(one => RegistrationOperations.Sequence(one, chain)),
        ["decay_factor"] = new(one => RegistrationOperations.DecayFactor(one, chain)),
        ["defaults"] = new(one => RegistrationOperations.Defaults(one, chain)),
        ["neuron_to_prune"] = new(one => RegistrationOperations.NeuronToPrune(one, chain)),
        ["lock_cost"] = new(one => RegistrationOperations.LockCost(one, chain)),
        ["network_to_prune"] = new(one => RegistrationOperations.NetworkToPrune(one, chain)),
        ["dissolve"] = new(one => RegistrationOperations.Dissolve(one, chain)),
        ["drain"] = new(one => PayoutOperations.Drain(one, chain)),
        ["dividend_distribution"] = new(one => PayoutOperations.DividendDistribution(one, chain), _ => "derived"),
        ["inherited_stake"] = new(one => PayoutOperations.InheritedStake(one, chain)),
        ["set_weights"] = new(one => WeightsOperations.SetWeights(one, chain)),
        ["bal_exp"] = new(one => SwapOperations.Exponent(one, chain)),
        ["bal_price"] = new(one => SwapOperations.Price(one, chain)),
        ["bal_init"] = new(one => SwapOperations.Initial(one, chain)),
        ["swap"] = new(one => SwapOperations.Swap(one, chain)),
        ["convert_deltas"] = new(one => SwapOperations.ConvertDeltas(one, chain)),
        ["quote_delta_in"] = new(one => SwapOperations.TaoToReach(one, chain)),
        ["base_delta_in"] = new(one => SwapOperations.AlphaToReach(one, chain)),
        ["base_needed"] = new(one => SwapOperations.AlphaNeeded(one, chain)),
        ["mul_round"] = new(one => SwapOperations.MultiplyRounded(one, chain)),
        ["add_liquidity"] = new(one => SwapOperations.AddLiquidity(one, chain)),
        ["max_upscale"] = new(one => MathOperations.MaxUpscale(one, chain)),
        ["check_max_limited"] = new(one => MathOperations.CheckMaxLimited(one, chain)),
        ["topk"] = new(one => MathOperations.TopK(one, chain)),
        ["normalize"] = new(one => MathOperations.Normalize(one, chain)),
        ["row_normalize"] = new(one => MathOperations.RowNormalize(one, chain)),
        ["col_normalize"] = new(one => MathOperations.ColNormalize(one, chain)),
        ["col_max_upscale"] = new(one => MathOperations.ColMaxUpscale(one, chain)),
        ["col_clip"] = new(one => MathOperations.ColClip(one, chain)),
        ["weighted_median"] = new(one => MathOperations.WeightedMedianOf(one, chain)),
        ["weighted_median_col"] = new(one => MathOperations.WeightedMedianCol(one, chain)),
        ["interpolate"] = new(one => MathOperations.Interpolate(one, chain)),
        ["mat_ema_alpha"] = new(one => MathOperations.EmaAlpha(one, chain)),
        ["mat_ema_alpha_sparse"] = new(one => MathOperations.EmaAlphaSparse(one, chain)),
        ["sigmoid_safe"] = new(one => MathOperations.Sigmoid(one, chain)),
        ["liquid_alpha_equal"] = new(one => MathOperations.LiquidAlphaEqual(one, chain)),
        ["alpha_sigmoid"] = new(one => MathOperations.AlphaSigmoid(one, chain)),
        ["yuma_sim"] = new(one => YumaSimOperation.Run(one, chain)),
    };
}
