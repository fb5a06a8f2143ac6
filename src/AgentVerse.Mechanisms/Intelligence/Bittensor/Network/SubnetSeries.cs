using AgentVerse.Model.Contracts;
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
        new("refusals", CellType.Integer, "", "Intents refused in the tick."),
        new("registrationsPaid", CellType.Integer, "rao", "Prices paid for registrations in the tick."),
        new("taoIn", CellType.Integer, "rao", "TAO minted for the subnet in the tick."),
        new("alphaOut", CellType.Integer, "alpha base units", "Alpha outside the pool."),
        new(
            "alphaPaid", CellType.Integer, "alpha base units",
            "Alpha paid to miners, validators and nominators in the tick."),
        new("poolTao", CellType.Integer, "rao", "TAO in the pool."),
        new("poolAlpha", CellType.Integer, "alpha base units", "Alpha in the pool."),
        new("alphaPrice", CellType.Number, "TAO/alpha", "Spot price of alpha."),
        new("movingPrice", CellType.Number, "TAO/alpha", "Moving average of the price."),
        new("minerBurned", CellType.Number, "", "Share of the last epoch's miner emission that was withheld."),
        new("epochs", CellType.Integer, "", "Epochs since the opening."),
        new("validators", CellType.Integer, "validators", "Validators with active stake in the last epoch."),
        new("qualityPaid", CellType.Number, "", "Mean quality of miners in the last epoch, weighted by incentive."),
        new("staked", CellType.Integer, "rao", "TAO that bought alpha to stake in the tick, with fees."),
        new("unstaked", CellType.Integer, "rao", "TAO paid for alpha that was sold in the tick."),
        new("stake", CellType.Integer, "alpha base units", "Alpha staked with hotkeys."),
        new("positions", CellType.Integer, "positions", "Positions of stake: pairs of hotkey and coldkey."),
        new("ownerCut", CellType.Integer, "alpha base units", "Owner's cut that an agent got in the tick."),
        new("userFlow", CellType.Number, "rao/block", "Moving average of users' net TAO inflow."),
        new("rootPaid", CellType.Integer, "rao", "TAO of the tick for agents that stake on root."),
        new("registeredAt", CellType.Integer, "block", "Block at which the present subnet was registered."),
        new("weightsSet", CellType.Integer, "", "Weights that validators found and set or committed in the tick."),
        new(
            "effectiveValidators", CellType.Number, "validators",
            "1/HHI of the alpha staked with the validators that had active stake in the last epoch; 0 for none."),
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
        tick.Set(17, counts.Staked);
        tick.Set(18, counts.Unstaked);
        tick.Set(19, state.Stakes.Sum);
        tick.Set(20, (long)state.Stakes.Count);
        tick.Set(21, counts.OwnerCut);
        tick.Set(22, state.Rates.UserFlow);
        tick.Set(23, counts.RootPaid);
        tick.Set(24, state.RegisteredAt);
        tick.Set(25, counts.WeightsSet);
        tick.Set(26, state.EffectiveValidators);
    }
}
