using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// The state of a subnet's shard: columns by uid, who staked what, the pool, and every account that alpha or TAO stands
/// in.
/// </summary>
internal sealed partial class SubnetState
{
    private AgentRef[] _holder;
    private ulong[] _account;
    private int[] _script;
    private double[] _quality;
    private ulong[] _model;
    private byte[] _decile;
    private long[] _income;
    private long[] _incomeRao;
    private double[] _yield;
    private double[] _hazard = new double[BittensorTerms.Deciles];
    private long[] _hyperparameterSetAt = new long[(int)Hyperparameter.RevealPeriod + 1];

    /// <summary>A subnet without neurons.</summary>
    internal SubnetState(SubnetParameters parameters)
    {
        int uidsMax = parameters.MaxAllowedUids;
        Parameters = parameters;
        Neurons = new EpochState(uidsMax);
        History = new ConsensusHistory(uidsMax);
        _holder = new AgentRef[uidsMax];
        _account = new ulong[uidsMax];
        _script = new int[uidsMax];
        _quality = new double[uidsMax];
        _model = new ulong[uidsMax];
        _decile = new byte[uidsMax];
        _income = new long[uidsMax];
        _incomeRao = new long[uidsMax];
        _yield = new double[uidsMax];
    }

    /// <summary>Hyper-parameters, as the owner has set them.</summary>
    internal SubnetParameters Parameters { get; set; }

    /// <summary>
    /// What the epoch reads and writes; its alpha stakes are those of <see cref="Stakes"/>, by uid.
    /// </summary>
    internal EpochState Neurons { get; private set; }

    /// <summary>Alpha staked with hotkeys, with a uid or without.</summary>
    internal StakeBook Stakes { get; } = new();

    /// <summary>Who holds each uid.</summary>
    internal Span<AgentRef> Holder => _holder.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Account behind each uid.</summary>
    internal Span<ulong> Account => _account.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Policy of the holder whose script runs here.</summary>
    internal Span<int> Script => _script.AsSpan(0, Neurons.NeuronCount);

    /// <summary>True quality of the uid's output; 0 for none.</summary>
    internal Span<double> Quality => _quality.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Number of the model behind the uid's output; the account for one of its own.</summary>
    internal Span<ulong> Model => _model.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Decile of the miner's incentive in the last epoch, 0 the worst.</summary>
    internal Span<byte> Decile => _decile.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Alpha that the holder earned in this tick and has not been told of.</summary>
    internal Span<long> Income => _income.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Its worth in rao at the price of each epoch.</summary>
    internal Span<long> IncomeRao => _incomeRao.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Alpha a day for each that is staked with the uid's hotkey, after take: half-life a day.</summary>
    internal Span<double> Yield => _yield.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Prunings a day and miner by decile, a moving average.</summary>
    internal Span<double> Hazard => _hazard;

    /// <summary>Block at which the owner last set each hyper-parameter; 0 for never.</summary>
    internal Span<long> HyperparameterSetAt => _hyperparameterSetAt;

    /// <summary>When epochs run.</summary>
    internal EpochClock Clock { get; set; }

    /// <summary>The pool, alpha outside of it, what waits for the epoch and what the chain bought.</summary>
    internal SubnetAccounts Accounts { get; } = new();

    /// <summary>Commits of weights that wait for their epoch.</summary>
    internal CommitBook Commits { get; } = new();

    /// <summary>Consensus of the last epochs.</summary>
    internal ConsensusHistory History { get; }

    /// <summary>What is published smoothed.</summary>
    internal SmoothedRates Rates { get; } = new();

    /// <summary>Who owns the subnet; nobody if it is no agent.</summary>
    internal AgentRef Owner { get; set; } = AgentRef.None;

    /// <summary>Account of the owner, whose hotkey gets the cut; 0 if it is no agent.</summary>
    internal ulong OwnerAccount { get; set; }

    /// <summary>Block of registration.</summary>
    internal long RegisteredAt { get; set; }

    /// <summary>Lock paid for the slot in the run, rao.</summary>
    internal long Lock { get; set; }

    /// <summary>Block of the first emission of alpha: before it the token is not tradable.</summary>
    internal long FirstEmissionBlock { get; set; }

    /// <summary>Block from which TAO may be emitted.</summary>
    internal long EmissionFrom { get; set; }

    /// <summary>Moving average of the price.</summary>
    internal U96F32 MovingPrice { get; set; }

    /// <summary>Share of miner emission withheld in the last epoch.</summary>
    internal U96F32 MinerBurned { get; set; }

    /// <summary>Alpha of a subnet's owner who is no agent.</summary>
    internal long OwnerAlpha { get; set; }

    /// <summary>Alpha that stakers on root may claim who are no agents.</summary>
    internal long RootClaims { get; set; }

    /// <summary>Alpha minted and paid to nobody: roundings, unpaid pots, withheld incentive.</summary>
    internal long UnpaidAlpha { get; set; }

    /// <summary>TAO of fees, which go to the authors of blocks.</summary>
    internal long FeesTao { get; set; }

    /// <summary>TAO from dissolved subnets for owners who were no agents.</summary>
    internal long OutsideTao { get; set; }

    /// <summary>TAO minted since the opening, rao.</summary>
    internal long TaoIssued { get; set; }

    /// <summary>TAO recycled since the opening, rao.</summary>
    internal long TaoRecycled { get; set; }

    /// <summary>Price of a registration, rao.</summary>
    internal long BurnPrice { get; set; }

    /// <summary>Epochs that ran since the opening.</summary>
    internal long Epochs { get; set; }

    /// <summary>Alpha that the last epoch divided.</summary>
    internal long EpochEmission { get; set; }

    /// <summary>Validators with active stake in the last epoch.</summary>
    internal int ActiveValidators { get; set; }

    /// <summary>1/HHI of their alpha; 0 for none.</summary>
    internal double EffectiveValidators { get; set; }

    /// <summary>Mean quality in the last epoch, weighted by incentive.</summary>
    internal double QualityPaid { get; set; }

    /// <summary>First block at which some script may run.</summary>
    internal long NextScoring { get; set; }

    /// <summary>Uid of an account, or -1.</summary>
    internal int UidOf(ulong account) => Account.IndexOf(account);

    /// <summary>Shows the epoch what is staked with an account's hotkey now, if it has a uid.</summary>
    internal void ShowStake(ulong hotkey)
    {
        if (UidOf(hotkey) is int uid and >= 0)
        {
            Neurons.AlphaStake[uid] = Stakes.StakeOf(hotkey);
        }
    }

    /// <summary>Takes all neurons, stakes and alpha away; what was minted and recycled stays counted.</summary>
    internal void Clear(SubnetParameters parameters)
    {
        Parameters = parameters;
        Neurons = new EpochState(parameters.MaxAllowedUids);
        Stakes.Clear();
        Commits.RemoveAll(_ => true);
        History.Clear();
        _hazard.AsSpan().Clear();
        _hyperparameterSetAt.AsSpan().Clear();
        Accounts.AlphaOut = 0;
        Accounts.ProtocolAlpha = 0;
        Accounts.Pending = default;
        (Accounts.UserFlow, Accounts.ProtocolFlow) = (0, 0);
        (OwnerAlpha, RootClaims, UnpaidAlpha) = (0, 0, 0);
        (MovingPrice, MinerBurned) = (U96F32.Zero, U96F32.Zero);
        (ActiveValidators, EffectiveValidators, QualityPaid, EpochEmission) = (0, 0, 0, 0);
    }
}
