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
        TaoIssued = Carried(codec, "taoIssued", TaoIssued);
        MovingPrice = new U96F32(Carried(codec, "movingPrice", MovingPrice.Raw));
        MinerBurned = new U96F32(Carried(codec, "minerBurned", MinerBurned.Raw));
        ActiveValidators = Carried(codec, "activeValidators", ActiveValidators);
        QualityPaid = Carried(codec, "qualityPaid", QualityPaid);
        NextScoring = Carried(codec, "nextScoring", NextScoring);
        Detached.Carry(codec);
        CommitsCodec.Carry(codec, Commits);
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
        Accounts.Pool = new Pool(
            Carried(codec, "poolTao", Accounts.Pool.Tao),
            Carried(codec, "poolAlpha", Accounts.Pool.Alpha),
            Carried(codec, "poolTaoWeight", Accounts.Pool.TaoWeight));
        Accounts.Pending = new PendingEmission(
            Carried(codec, "pendingServer", Accounts.Pending.Server),
            Carried(codec, "pendingValidator", Accounts.Pending.Validator),
            Carried(codec, "pendingRoot", Accounts.Pending.Root),
            Carried(codec, "pendingOwnerCut", Accounts.Pending.OwnerCut));
        Accounts.AlphaOut = Carried(codec, "alphaOut", Accounts.AlphaOut);
        Accounts.ProtocolAlpha = Carried(codec, "protocolAlpha", Accounts.ProtocolAlpha);
        Accounts.UserFlow = Carried(codec, "userFlow", Accounts.UserFlow);
        Accounts.ProtocolFlow = Carried(codec, "protocolFlow", Accounts.ProtocolFlow);
        OwnerAlpha = Carried(codec, "ownerAlpha", OwnerAlpha);
        RootClaims = Carried(codec, "rootClaims", RootClaims);
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
