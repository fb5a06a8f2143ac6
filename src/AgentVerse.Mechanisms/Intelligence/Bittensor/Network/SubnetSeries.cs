using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Records;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>What a subnet writes to <c>ticks</c>.</summary>
internal static class SubnetSeries
{
    internal static IReadOnlyList<Quantity> All { get; } =
    [
        new("burnPrice", CellType.Integer, "rao", "Price of a registration after the tick."),
        new("uids", CellType.Integer, "uids", "Uids in use."),
        new("registrations", CellType.Integer, "", "Neurons registered in the tick."),
        new("prunings", CellType.Integer, "", "Neurons that lost their uid in the tick."),
        new("refusals", CellType.Integer, "", "Registrations refused in the tick."),
        new("registrationsPaid", CellType.Integer, "rao", "Prices paid for registrations in the tick."),
        new("taoIn", CellType.Integer, "rao", "TAO minted for the subnet in the tick."),
        new("alphaOut", CellType.Integer, "alpha base units", "Alpha outside the pool."),
        new("alphaPaid", CellType.Integer, "alpha base units", "Alpha paid to miners and validators in the tick."),
        new("poolTao", CellType.Integer, "rao", "TAO in the pool."),
        new("poolAlpha", CellType.Integer, "alpha base units", "Alpha in the pool."),
        new("alphaPrice", CellType.Number, "TAO/alpha", "Spot price of alpha."),
        new("movingPrice", CellType.Number, "TAO/alpha", "Moving average of the price."),
        new("minerBurned", CellType.Number, "", "Share of the last epoch's miner emission that was withheld."),
        new("epochs", CellType.Integer, "", "Epochs since the opening."),
        new("validators", CellType.Integer, "validators", "Validators with active stake in the last epoch."),
        new("qualityPaid", CellType.Number, "", "Mean quality of miners in the last epoch, weighted by incentive."),
    ];

    /// <summary>Sets all series of a tick.</summary>
    internal static void Tell(SubnetState state, in TickCounts counts, ShardTick tick)
    {
        tick.Set(0, state.BurnPrice);
        tick.Set(1, state.Neurons.NeuronCount);
        tick.Set(2, counts.Registrations);
        tick.Set(3, counts.Prunings);
        tick.Set(4, counts.Refusals);
        tick.Set(5, counts.RegistrationsPaid);
        tick.Set(6, counts.TaoIn);
        tick.Set(7, state.Accounts.AlphaOut);
        tick.Set(8, counts.AlphaPaid);
        tick.Set(9, state.Accounts.Pool.Tao);
        tick.Set(10, state.Accounts.Pool.Alpha);
        tick.Set(11, Balancer.Price(state.Accounts.Pool).ToDouble());
        tick.Set(12, state.MovingPrice.ToDouble());
        tick.Set(13, state.MinerBurned.ToDouble());
        tick.Set(14, state.Epochs);
        tick.Set(15, (long)state.ActiveValidators);
        tick.Set(16, state.QualityPaid);
    }

    /// <summary>The bulletin of a subnet.</summary>
    internal static SubnetBulletin Bulletin(SubnetState state, SubnetSpec spec, SubnetScratch scratch)
    {
        double[] income = new double[BittensorTerms.Deciles];
        double[] cuts = new double[BittensorTerms.Deciles - 1];
        MinerRanks.Describe(state, spec, scratch, income, cuts);
        return new SubnetBulletin(income, state.Hazard.ToArray(), cuts)
        {
            Netuid = spec.Netuid,
            Uids = state.Neurons.NeuronCount,
            UidsMax = spec.Parameters.MaxAllowedUids,
            Validators = state.ActiveValidators,
            BurnPrice = state.BurnPrice,
            TaoIssued = state.TaoIssued,
            AlphaIssued = state.Accounts.AlphaIssuance,
            AlphaPrice = Balancer.Price(state.Accounts.Pool).ToDouble(),
            PoolTao = state.Accounts.Pool.Tao,
            PoolAlpha = state.Accounts.Pool.Alpha,
            MovingPrice = (ulong)state.MovingPrice.Raw,
            MinerBurned = (ulong)state.MinerBurned.Raw,
            Epochs = state.Epochs,
            EpochEmission = state.EpochEmission,
        };
    }
}

/// <summary>What happened in one tick of a subnet.</summary>
internal record struct TickCounts
{
    /// <summary>Neurons registered.</summary>
    internal long Registrations { get; set; }

    /// <summary>Neurons that lost their uid.</summary>
    internal long Prunings { get; set; }

    /// <summary>Registrations refused.</summary>
    internal long Refusals { get; set; }

    /// <summary>Prices paid, rao.</summary>
    internal long RegistrationsPaid { get; set; }

    /// <summary>TAO minted, rao.</summary>
    internal long TaoIn { get; set; }

    /// <summary>Alpha paid to miners and validators, base units.</summary>
    internal long AlphaPaid { get; set; }
}
