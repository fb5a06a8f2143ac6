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
    };
}
