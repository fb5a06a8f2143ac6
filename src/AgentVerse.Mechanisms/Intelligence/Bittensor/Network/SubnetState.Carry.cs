using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>The list of all that a checkpoint holds of a subnet.</summary>
internal sealed partial class SubnetState
{
    /// <summary>Carries the whole state to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        Neurons = NeuronsCodec.Carry(codec, Neurons);
        codec.Array("holder", ref _holder);
        codec.Array("account", ref _account);
        codec.Array("script", ref _script);
        codec.Array("quality", ref _quality);
        codec.Array("model", ref _model);
        codec.Array("decile", ref _decile);
        codec.Array("income", ref _income);
        codec.Array("incomeRao", ref _incomeRao);
        codec.Array("yield", ref _yield);
        codec.Array("hazard", ref _hazard);
        CarryClock(codec);
        CarryAccounts(codec);
        CarryOwner(codec);
        BurnPrice = Carried(codec, "burnPrice", BurnPrice);
        TaoIssued = Carried(codec, "taoIssued", TaoIssued);
        TaoRecycled = Carried(codec, "taoRecycled", TaoRecycled);
        MovingPrice = new U96F32(Carried(codec, "movingPrice", MovingPrice.Raw));
        MinerBurned = new U96F32(Carried(codec, "minerBurned", MinerBurned.Raw));
        ActiveValidators = Carried(codec, "activeValidators", ActiveValidators);
        EffectiveValidators = Carried(codec, "effectiveValidators", EffectiveValidators);
        QualityPaid = Carried(codec, "qualityPaid", QualityPaid);
        NextScoring = Carried(codec, "nextScoring", NextScoring);
        Stakes.Carry(codec);
        History.Carry(codec);
        Rates.Carry(codec);
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
        OutsideTao = Carried(codec, "outsideTao", OutsideTao);
    }

    /// <summary>Who owns the subnet since when, and the hyper-parameters that an owner may set.</summary>
    private void CarryOwner(StateCodec codec)
    {
        Owner = Carried(codec, "owner", Owner);
        OwnerAccount = Carried(codec, "ownerAccount", OwnerAccount);
        RegisteredAt = Carried(codec, "registeredAt", RegisteredAt);
        Lock = Carried(codec, "lock", Lock);
        FirstEmissionBlock = Carried(codec, "firstEmissionBlock", FirstEmissionBlock);
        EmissionFrom = Carried(codec, "emissionFrom", EmissionFrom);
        codec.Array("hyperparameterSetAt", ref _hyperparameterSetAt);
        Parameters = Parameters with
        {
            ImmunityPeriod = Carried(codec, "immunityPeriod", Parameters.ImmunityPeriod),
            Kappa = Carried(codec, "kappa", Parameters.Kappa),
            MinBurn = Carried(codec, "minBurn", Parameters.MinBurn),
            MaxBurn = Carried(codec, "maxBurn", Parameters.MaxBurn),
            CommitRevealWeightsEnabled = Carried(codec, "commitReveal", Parameters.CommitRevealWeightsEnabled),
            RevealPeriodEpochs = Carried(codec, "revealPeriod", Parameters.RevealPeriodEpochs),
        };
    }

    private static T Carried<T>(StateCodec codec, string name, T value)
        where T : unmanaged
    {
        codec.Value(name, ref value);
        return value;
    }
}
