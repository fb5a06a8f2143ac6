using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>What a subnet publishes after a tick.</summary>
internal static class SubnetPublishing
{
    /// <summary>Validators that are listed.</summary>
    private const int MostStandings = 64;

    /// <summary>The bulletin of a subnet.</summary>
    internal static SubnetBulletin Of(
        SubnetState state, SubnetSpec spec, SubnetScratch scratch, in TickCounts counts)
    {
        double[] income = new double[BittensorTerms.Deciles];
        double[] cuts = new double[BittensorTerms.Deciles - 1];
        MinerRanks.Describe(state, scratch, income, cuts);
        return new SubnetBulletin(income, state.Hazard.ToArray(), cuts, Standings(state))
        {
            Netuid = spec.Netuid,
            Task = spec.Task,
            Owner = state.OwnerAccount,
            Uids = state.Neurons.NeuronCount,
            UidsMax = state.Parameters.MaxAllowedUids,
            Validators = state.ActiveValidators,
            BurnPrice = state.BurnPrice,
            TaoIssued = state.TaoIssued,
            TaoRecycled = state.TaoRecycled,
            AlphaIssued = state.Accounts.AlphaIssuance,
            AlphaPrice = Balancer.Price(state.Accounts.Pool).ToDouble(),
            AlphaPriceDay = state.Rates.PriceDay,
            AlphaPriceWeek = state.Rates.PriceWeek,
            PoolTao = state.Accounts.Pool.Tao,
            PoolAlpha = state.Accounts.Pool.Alpha,
            MovingPrice = (ulong)state.MovingPrice.Raw,
            MinerBurned = (ulong)state.MinerBurned.Raw,
            Epochs = state.Epochs,
            EpochEmission = state.EpochEmission,
            RegistrationsPerDay = state.Rates.RegistrationsPerDay,
            OwnerAlphaPerDay = state.Rates.OwnerAlphaPerDay,
            RegisteredAt = state.RegisteredAt,
            Lock = state.Lock,
            FirstEmissionBlock = state.FirstEmissionBlock,
            EmissionFrom = state.EmissionFrom,
            UserFlow = state.Rates.UserFlow,
            ProtocolFlow = state.Rates.ProtocolFlow,
            RootPaid = counts.RootPaid,
            RootEarned = counts.RootEarned,
        };
    }

    /// <summary>Uids with a permit and stake, largest first, equal ones by account.</summary>
    private static ValidatorStanding[] Standings(SubnetState state)
    {
        List<ValidatorStanding> standings = [];
        for (int uid = 0; uid < state.Neurons.NeuronCount; uid++)
        {
            if (state.Neurons.ValidatorPermit[uid] && state.Neurons.AlphaStake[uid] > 0)
            {
                standings.Add(new ValidatorStanding
                {
                    Account = state.Account[uid],
                    Stake = state.Neurons.AlphaStake[uid],
                    Yield = state.Yield[uid],
                    Take = SubnetPayout.TakeOf(state, uid),
                });
            }
        }

        standings.Sort(static (a, b) => a.Stake != b.Stake
            ? b.Stake.CompareTo(a.Stake)
            : a.Account.CompareTo(b.Account));
        return [.. standings.Take(MostStandings)];
    }
}
