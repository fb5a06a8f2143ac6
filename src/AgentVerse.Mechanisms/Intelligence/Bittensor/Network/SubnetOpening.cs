using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>The opening state of a subnet: its neurons, weights, and an epoch that pays nobody.</summary>
internal static class SubnetOpening
{
    /// <summary>
    /// Opens a subnet. Validators score (or the weights of the metagraph stand), and one epoch of a tempo's emission
    /// runs unpaid, so that permits, bonds and the emission that pruning goes by are there from the first block.
    /// </summary>
    internal static SubnetState Of(SubnetSpec spec, SubnetScratch scratch, WorldPlan world)
    {
        SubnetState state = new(spec.Parameters.MaxAllowedUids)
        {
            Clock = EpochSchedule.New(spec.StartBlock, spec.Netuid, spec.Parameters),
            MovingPrice = spec.OpeningPrice,
            BurnPrice = Math.Clamp(spec.Parameters.InitialBurn, spec.Parameters.MinBurn, spec.Parameters.MaxBurn),
        };
        state.Accounts.Pool = spec.Pool;
        state.Accounts.AlphaOut = spec.Neurons.Sum(n => n.Alpha);
        foreach (OpeningNeuron neuron in spec.Neurons)
        {
            Seat(spec, state, neuron, world);
        }

        SetWeights(spec, state, scratch, world);
        long alpha = BlockEmission.ForIssuance(state.Accounts.AlphaIssuance, spec.Parameters.Chain);
        Yuma.Run(state.Neurons, spec.StartBlock, alpha * spec.Parameters.Tempo, spec.Parameters, scratch.Epoch);
        state.Neurons.LastStepBlock = state.Clock.LastEpochBlock;
        SubnetEpoch.Describe(state, scratch);
        SubnetScoring.Schedule(spec, state, world, spec.StartBlock - 1);
        return state;
    }

    private static void Seat(SubnetSpec spec, SubnetState state, in OpeningNeuron neuron, WorldPlan world)
    {
        int uid = state.Neurons.Append(spec.StartBlock - neuron.AgeBlocks);
        state.Neurons.AlphaStake[uid] = neuron.Alpha;
        state.Neurons.ValidatorPermit[uid] = neuron.IsValidator;
        state.Neurons.Mechanisms[0].LastUpdate[uid] = spec.StartBlock - neuron.AgeBlocks;
        state.Holder[uid] = neuron.Holder;
        PopulationPlan population = world.Populations[neuron.Holder.Population];
        state.Account[uid] = population.AccountOf(neuron.Holder.Index);
        state.Quality[uid] = world.Behaviours[population.Index] is INeuronTraits traits
            ? traits.QualityOf(neuron.Holder.Index)
            : 0;
    }

    /// <summary>
    /// The metagraph's weights, else those that the validators' scripts give; set in the block before the first.
    /// </summary>
    private static void SetWeights(SubnetSpec spec, SubnetState state, SubnetScratch scratch, WorldPlan world)
    {
        MechanismState mechanism = state.Neurons.Mechanisms[0];
        foreach (OpeningWeight weight in spec.Weights)
        {
            mechanism.Weights.Set(weight.Validator, weight.Miner, weight.Value);
            mechanism.LastUpdate[weight.Validator] = spec.StartBlock;
        }

        SubnetSpec open = spec with { Parameters = spec.Parameters with { CommitRevealWeightsEnabled = false } };
        for (int uid = 0; uid < state.Neurons.NeuronCount && spec.Weights.Count == 0; uid++)
        {
            if (state.Neurons.ValidatorPermit[uid] && SubnetScoring.Score(state, scratch, world, uid) is int n and > 0)
            {
                WeightsCaller caller = SubnetScoring.CallerOf(open, state, uid, spec.StartBlock);
                SubnetScoring.Set(open, state, scratch, caller with { LastUpdate = 0 }, n);
            }
        }
    }
}
