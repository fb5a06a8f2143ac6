using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// The state of a subnet's shard: columns by uid, the pool, and every account that alpha or TAO stands in.
/// </summary>
internal sealed partial class SubnetState
{
    private AgentRef[] _holder;
    private ulong[] _account;
    private int[] _script;
    private double[] _quality;
    private byte[] _decile;
    private long[] _income;
    private long[] _incomeRao;
    private double[] _hazard = new double[Model.Networks.Bittensor.BittensorTerms.Deciles];

    /// <summary>A subnet without neurons.</summary>
    internal SubnetState(int uidsMax)
    {
        Neurons = new EpochState(uidsMax);
        _holder = new AgentRef[uidsMax];
        _account = new ulong[uidsMax];
        _script = new int[uidsMax];
        _quality = new double[uidsMax];
        _decile = new byte[uidsMax];
        _income = new long[uidsMax];
        _incomeRao = new long[uidsMax];
    }

    /// <summary>What the epoch reads and writes; its alpha stakes are the accounts of the hotkeys.</summary>
    internal EpochState Neurons { get; }

    /// <summary>Who holds each uid.</summary>
    internal Span<AgentRef> Holder => _holder.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Account behind each uid.</summary>
    internal Span<ulong> Account => _account.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Policy of the holder whose script runs here.</summary>
    internal Span<int> Script => _script.AsSpan(0, Neurons.NeuronCount);

    /// <summary>True quality of the uid's output; 0 for none.</summary>
    internal Span<double> Quality => _quality.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Decile of the miner's incentive in the last epoch, 0 the worst.</summary>
    internal Span<byte> Decile => _decile.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Alpha that the uid earned in this tick and has not been told of.</summary>
    internal Span<long> Income => _income.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Its worth in rao at the price of each epoch.</summary>
    internal Span<long> IncomeRao => _incomeRao.AsSpan(0, Neurons.NeuronCount);

    /// <summary>Prunings a day and miner by decile, a moving average.</summary>
    internal Span<double> Hazard => _hazard;

    /// <summary>When epochs run.</summary>
    internal EpochClock Clock { get; set; }

    /// <summary>The pool, alpha outside of it, what waits for the epoch and what the chain bought.</summary>
    internal SubnetAccounts Accounts { get; } = new();

    /// <summary>Commits of weights that wait for their epoch.</summary>
    internal CommitBook Commits { get; } = new();

    /// <summary>Moving average of the price.</summary>
    internal U96F32 MovingPrice { get; set; }

    /// <summary>Share of miner emission withheld in the last epoch.</summary>
    internal U96F32 MinerBurned { get; set; }

    /// <summary>Alpha of the subnet's owner, who is no agent here.</summary>
    internal long OwnerAlpha { get; set; }

    /// <summary>Alpha that stakers on root may claim, who are no agents here.</summary>
    internal long RootClaims { get; set; }

    /// <summary>Alpha minted and paid to nobody: roundings, unpaid pots, withheld incentive.</summary>
    internal long UnpaidAlpha { get; set; }

    /// <summary>TAO of fees, which go to the authors of blocks.</summary>
    internal long FeesTao { get; set; }

    /// <summary>TAO minted since the opening, rao.</summary>
    internal long TaoIssued { get; set; }

    /// <summary>Price of a registration, rao.</summary>
    internal long BurnPrice { get; set; }

    /// <summary>Epochs that ran since the opening.</summary>
    internal long Epochs { get; set; }

    /// <summary>Alpha that the last epoch divided.</summary>
    internal long EpochEmission { get; set; }

    /// <summary>Validators with active stake in the last epoch.</summary>
    internal int ActiveValidators { get; set; }

    /// <summary>Mean quality in the last epoch, weighted by incentive.</summary>
    internal double QualityPaid { get; set; }

    /// <summary>First block at which some script may run.</summary>
    internal long NextScoring { get; set; }

    /// <summary>Alpha of hotkeys without a uid.</summary>
    internal DetachedStakes Detached { get; } = new();

    /// <summary>Uid of an account, or -1.</summary>
    internal int UidOf(ulong account) => Account.IndexOf(account);
}
