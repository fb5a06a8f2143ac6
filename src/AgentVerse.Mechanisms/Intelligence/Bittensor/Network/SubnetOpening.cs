using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>The opening state of a subnet: its neurons, stakes, weights, and an epoch that pays nobody.</summary>
internal static class SubnetOpening
{
    /// <summary>
    /// Opens a subnet. Validators score (or the weights of the metagraph stand), and one epoch of a tempo's emission
    /// runs unpaid, so that permits, bonds and the emission that pruning goes by are there from the first block.
    /// </summary>
    internal static SubnetState Of(SubnetSpec spec, SubnetScratch scratch, WorldPlan world)
    {
        SubnetState state = new(spec.Parameters)
        {
            Clock = EpochSchedule.New(spec.StartBlock, spec.Netuid, spec.Parameters),
            MovingPrice = spec.OpeningPrice,
            BurnPrice = FirstBurnPrice(spec.Parameters),
            RegisteredAt = spec.FirstEmissionBlock,
            FirstEmissionBlock = spec.FirstEmissionBlock,
            EmissionFrom = spec.FirstEmissionBlock,
            Owner = spec.Owner,
            OwnerAccount = spec.Owner == AgentRef.None
                ? 0
                : world.Populations[spec.Owner.Population].AccountOf(spec.Owner.Index),
        };
        state.Accounts.Pool = spec.Pool;
        state.Accounts.AlphaOut = spec.Neurons.Sum(n => n.Alpha);
        foreach (OpeningStake stake in Stakes(spec, world.Populations))
        {
            state.Stakes.Stake(stake.Hotkey, stake.Coldkey, stake.Holder, stake.Amount);
        }

        foreach (OpeningNeuron neuron in spec.Neurons)
        {
            Seat(spec, state, neuron, world);
        }

        state.Neurons.OwnerUid = state.OwnerAccount == 0 ? -1 : state.UidOf(state.OwnerAccount);
        SetWeights(spec, state, scratch, world);
        RunUnpaid(spec, state, scratch);
        SubnetScoring.Schedule(state, world, spec.StartBlock - 1);
        return state;
    }

    /// <summary>Price of a registration in a subnet that begins.</summary>
    internal static long FirstBurnPrice(SubnetParameters subnet) =>
        Math.Clamp(subnet.InitialBurn, subnet.MinBurn, subnet.MaxBurn);

    /// <summary>
    /// Who has what staked with whom, in order of accounts: nominations, and the rest of each uid with its holder.
    /// </summary>
    internal static OpeningStake[] Stakes(SubnetSpec spec, IReadOnlyList<PopulationPlan> populations)
    {
        List<OpeningStake> stakes = [];
        long[] own = [.. spec.Neurons.Select(n => n.Alpha)];
        foreach (Nomination nomination in spec.Nominations)
        {
            own[nomination.Uid] -= nomination.Alpha;
            ulong hotkey = Account(spec.Neurons[nomination.Uid].Holder);
            stakes.AddRange(Shares(nomination.Holder, nomination.Alpha)
                .Select(s => new OpeningStake(hotkey, Account(s.Holder), s.Holder, s.Alpha)));
        }

        for (int uid = 0; uid < own.Length; uid++)
        {
            // The parts of an account that is split have hotkeys of their own.
            stakes.AddRange(Shares(spec.Neurons[uid].Holder, own[uid])
                .Select(s => new OpeningStake(Account(s.Holder), Account(s.Holder), s.Holder, s.Alpha)));
        }

        stakes.RemoveAll(s => s.Amount == 0);
        stakes.Sort(static (a, b) => a.Hotkey != b.Hotkey
            ? a.Hotkey.CompareTo(b.Hotkey)
            : a.Coldkey.CompareTo(b.Coldkey));
        return [.. stakes];

        ulong Account(AgentRef agent) => populations[agent.Population].AccountOf(agent.Index);

        IEnumerable<(AgentRef Holder, long Alpha)> Shares(AgentRef holder, long alpha) =>
            populations[holder.Population].SharesOf(holder.Index, alpha)
                .Select(s => (holder with { Index = s.Index }, s.Amount));
    }

    private static void Seat(SubnetSpec spec, SubnetState state, in OpeningNeuron neuron, WorldPlan world)
    {
        int uid = state.Neurons.Append(spec.StartBlock - neuron.AgeBlocks);
        PopulationPlan population = world.Populations[neuron.Holder.Population];
        state.Holder[uid] = neuron.Holder;
        state.Account[uid] = population.AccountOf(neuron.Holder.Index);
        state.Model[uid] = population.UnitOf(neuron.Holder.Index) is ulong unit and not 0 ? unit : state.Account[uid];
        state.Neurons.AlphaStake[uid] = state.Stakes.StakeOf(state.Account[uid]);
        state.Neurons.ValidatorPermit[uid] = neuron.IsValidator;
        state.Neurons.Mechanisms[0].LastUpdate[uid] = spec.StartBlock - neuron.AgeBlocks;
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

        SubnetParameters open = spec.Parameters with { CommitRevealWeightsEnabled = false };
        for (int uid = 0; uid < state.Neurons.NeuronCount && spec.Weights.Count == 0; uid++)
        {
            if (state.Neurons.ValidatorPermit[uid] && SubnetScoring.Score(state, scratch, world, uid) is int n and > 0)
            {
                WeightsCaller caller = SubnetScoring.CallerOf(spec.Netuid, state, uid, spec.StartBlock);
                _ = SubnetScoring.Set(open, state, scratch, caller with { LastUpdate = 0 }, n);
            }
        }
    }

    /// <summary>
    /// The epoch before the first; what it would have paid is where the averages of yield and owner's cut begin.
    /// </summary>
    private static void RunUnpaid(SubnetSpec spec, SubnetState state, SubnetScratch scratch)
    {
        SubnetParameters subnet = spec.Parameters;
        long alpha = BlockEmission.ForIssuance(state.Accounts.AlphaIssuance, subnet.Chain);
        Yuma.Run(state.Neurons, spec.StartBlock, alpha * subnet.Tempo, subnet, scratch.Epoch);
        state.Neurons.LastStepBlock = state.Clock.LastEpochBlock;
        state.History.Push(state.Neurons.Consensus);
        U96F32 toRoot = AlphaSplit.RootProportion(spec.RootStake, state.Accounts.AlphaIssuance, subnet.Chain);
        AlphaParts parts = AlphaSplit.Of(alpha, toRoot, rootSells: true, subnet);
        state.Rates.Begin(
            Balancer.Price(state.Accounts.Pool).ToDouble(),
            state.OwnerAccount == 0 ? 0 : (double)parts.OwnerCut * BittensorTerms.BlocksPerDay, spec.UserFlow);
        double paid = 0;
        foreach (long emission in state.Neurons.ValidatorEmission)
        {
            paid += emission;
        }

        double perUnit = paid > 0 ? (double)parts.Validator * BittensorTerms.BlocksPerDay / paid : 0;
        for (int uid = 0; uid < state.Neurons.NeuronCount; uid++)
        {
            double kept = 1 - (SubnetPayout.TakeOf(state, uid) / (double)ushort.MaxValue);
            double perDay = state.Neurons.ValidatorEmission[uid] * perUnit * kept;
            state.Yield[uid] = state.Neurons.AlphaStake[uid] > 0 ? perDay / state.Neurons.AlphaStake[uid] : 0;
        }

        SubnetEpoch.Describe(state, scratch);
    }
}
