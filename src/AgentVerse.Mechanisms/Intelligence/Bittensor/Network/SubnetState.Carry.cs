using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>The list of all that a checkpoint holds of a subnet.</summary>
internal sealed partial class SubnetState
{
    /// <summary>Carries the whole state to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        NeuronsCodec.Carry(codec, Neurons);
        codec.Array("holder", ref _holder);
        codec.Array("account", ref _account);
        codec.Array("script", ref _script);
        codec.Array("quality", ref _quality);
        codec.Array("decile", ref _decile);
        codec.Array("income", ref _income);
        codec.Array("incomeRao", ref _incomeRao);
        codec.Array("hazard", ref _hazard);
        CarryClock(codec);
        CarryAccounts(codec);
        BurnPrice = Carried(codec, "burnPrice", BurnPrice);
        TaoNetIssued = Carried(codec, "taoNetIssued", TaoNetIssued);
        MovingPrice = new U96F32(Carried(codec, "movingPrice", MovingPrice.Raw));
        MinerBurned = new U96F32(Carried(codec, "minerBurned", MinerBurned.Raw));
        ActiveValidators = Carried(codec, "activeValidators", ActiveValidators);
        QualityPaid = Carried(codec, "qualityPaid", QualityPaid);
        NextScoring = Carried(codec, "nextScoring", NextScoring);
        Detached.Carry(codec);
    }

    private void CarryClock(StateCodec codec)
    {
        Clock = new EpochClock(
            Carried(codec, "lastEpochBlock", Clock.LastEpochBlock),
            Carried(codec, "pendingEpochAt", Clock.PendingEpochAt),
            Carried(codec, "blocksSinceLastStep", Clock.BlocksSinceLastStep),
            Carried(codec, "epochIndex", Clock.EpochIndex));
        Epochs = Carried(codec, "epochs", Epochs);
        EpochEmission = Carried(codec, "epochEmission", EpochEmission);
    }

    private void CarryAccounts(StateCodec codec)
    {
        Pool = new Pool(
            Carried(codec, "poolTao", Pool.Tao),
            Carried(codec, "poolAlpha", Pool.Alpha),
            Carried(codec, "poolTaoWeight", Pool.TaoWeight));
        Pending = new PendingEmission(
            Carried(codec, "pendingServer", Pending.Server),
            Carried(codec, "pendingValidator", Pending.Validator),
            Carried(codec, "pendingRoot", Pending.Root),
            Carried(codec, "pendingOwnerCut", Pending.OwnerCut));
        AlphaOut = Carried(codec, "alphaOut", AlphaOut);
        OwnerAlpha = Carried(codec, "ownerAlpha", OwnerAlpha);
        RootClaims = Carried(codec, "rootClaims", RootClaims);
        ProtocolAlpha = Carried(codec, "protocolAlpha", ProtocolAlpha);
        UnpaidAlpha = Carried(codec, "unpaidAlpha", UnpaidAlpha);
        FeesTao = Carried(codec, "feesTao", FeesTao);
    }

    private static T Carried<T>(StateCodec codec, string name, T value)
        where T : unmanaged
    {
        codec.Value(name, ref value);
        return value;
    }
}
