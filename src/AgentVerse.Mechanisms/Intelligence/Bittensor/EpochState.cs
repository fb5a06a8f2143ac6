namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// The neurons of one subnet as columns by uid: what an epoch reads, and what the last epoch left.
/// </summary>
/// <remarks>
/// Its owner changes it between epochs through the spans; <see cref="Yuma.Run"/> writes the results. Columns are as
/// long as <see cref="NeuronCount"/>. Source of the fields: opentensor/subtensor 14bc6f9f,
/// pallets/subtensor/src/epoch/run_epoch.rs (persist_netuid_epoch_terms) and subnets/uids.rs (append_neuron,
/// replace_neuron, clear_neuron).
/// </remarks>
public sealed class EpochState
{
    private readonly long[] _alphaStake;
    private readonly long[] _rootStake;
    private readonly long[] _registeredAt;
    private readonly bool[] _validatorPermit;
    private readonly bool[] _active;
    private readonly ushort[] _stakeWeight;
    private readonly ushort[] _consensus;
    private readonly ushort[] _dividends;
    private readonly ushort[] _validatorTrust;
    private readonly long[] _emission;
    private readonly long[] _serverEmission;
    private readonly long[] _validatorEmission;
    private readonly MechanismState[] _mechanisms;

    /// <summary>A subnet without neurons.</summary>
    /// <param name="capacity">Uids it may have, 1..65535.</param>
    /// <param name="mechanismCount">Sub-mechanisms, 1..16.</param>
    public EpochState(int capacity, int mechanismCount = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(mechanismCount, 1);
        Capacity = capacity;
        _alphaStake = new long[capacity];
        _rootStake = new long[capacity];
        _registeredAt = new long[capacity];
        _validatorPermit = new bool[capacity];
        _active = new bool[capacity];
        _stakeWeight = new ushort[capacity];
        _consensus = new ushort[capacity];
        _dividends = new ushort[capacity];
        _validatorTrust = new ushort[capacity];
        _emission = new long[capacity];
        _serverEmission = new long[capacity];
        _validatorEmission = new long[capacity];
        _mechanisms = new MechanismState[mechanismCount];
        for (int m = 0; m < mechanismCount; m++)
        {
            _mechanisms[m] = new MechanismState(capacity);
        }
    }

    /// <summary>Uids the subnet may have.</summary>
    public int Capacity { get; }

    /// <summary>Uids in use: 0..NeuronCount-1.</summary>
    public int NeuronCount { get; private set; }

    /// <summary>Uid of the owner's hotkey, or -1.</summary>
    public int OwnerUid { get; set; } = -1;

    /// <summary>Block of the last epoch that ran; 0 if none did. The caller sets it after the payout.</summary>
    public long LastStepBlock { get; set; }

    /// <summary>Sub-mechanisms.</summary>
    public ReadOnlySpan<MechanismState> Mechanisms => _mechanisms;

    /// <summary>Alpha staked with the hotkey, after parents and children, base units.</summary>
    public Span<long> AlphaStake => _alphaStake.AsSpan(0, NeuronCount);

    /// <summary>TAO staked with the hotkey on root, after parents and children, rao.</summary>
    public Span<long> RootStake => _rootStake.AsSpan(0, NeuronCount);

    /// <summary>Block of registration.</summary>
    public Span<long> RegisteredAt => _registeredAt.AsSpan(0, NeuronCount);

    /// <summary>Permit to set weights, as the last epoch gave it: it counts in the next one.</summary>
    public Span<bool> ValidatorPermit => _validatorPermit.AsSpan(0, NeuronCount);

    /// <summary>Whether the uid was active in the last epoch.</summary>
    public Span<bool> Active => _active.AsSpan(0, NeuronCount);

    /// <summary>Share of stake weight, 1/65535.</summary>
    public Span<ushort> StakeWeight => _stakeWeight.AsSpan(0, NeuronCount);

    /// <summary>Stake-weighted median weight, 1/65535.</summary>
    public Span<ushort> Consensus => _consensus.AsSpan(0, NeuronCount);

    /// <summary>Share of validators' dividends, 1/65535.</summary>
    public Span<ushort> Dividends => _dividends.AsSpan(0, NeuronCount);

    /// <summary>Sum of the validator's clipped weights, 1/65535.</summary>
    public Span<ushort> ValidatorTrust => _validatorTrust.AsSpan(0, NeuronCount);

    /// <summary>Miner and validator emission of the last epoch, alpha base units; pruning goes by it.</summary>
    public Span<long> Emission => _emission.AsSpan(0, NeuronCount);

    /// <summary>Miner emission of the last epoch, alpha base units.</summary>
    public Span<long> ServerEmission => _serverEmission.AsSpan(0, NeuronCount);

    /// <summary>
    /// Validator emission of the last epoch, alpha base units: weights of the dividend pots, not the payout.
    /// </summary>
    public Span<long> ValidatorEmission => _validatorEmission.AsSpan(0, NeuronCount);

    /// <summary>Adds a neuron registered at the block and returns its uid; the subnet must not be full.</summary>
    public int Append(long block)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(NeuronCount, Capacity);
        int uid = NeuronCount++;
        Replace(uid, block);
        return uid;
    }

    /// <summary>
    /// Puts a new neuron in the place of an old one: its results, weights, bonds and permit are cleared, weights
    /// towards it become explicit 0, its update counts from now. Bonds towards it are left to the epoch's mask.
    /// </summary>
    public void Replace(int uid, long block)
    {
        _alphaStake[uid] = 0;
        _rootStake[uid] = 0;
        _registeredAt[uid] = block;
        _validatorPermit[uid] = false;
        _active[uid] = true;
        _stakeWeight[uid] = 0;
        _consensus[uid] = 0;
        _dividends[uid] = 0;
        _validatorTrust[uid] = 0;
        _emission[uid] = 0;
        _serverEmission[uid] = 0;
        _validatorEmission[uid] = 0;
        foreach (MechanismState mechanism in _mechanisms)
        {
            mechanism.Reset(uid, block);
        }
    }

    /// <summary>
    /// Deletes everyone's bonds towards a uid, as its published commitment does where BondsResetOn is set.
    /// </summary>
    /// <remarks>Source: run_epoch.rs::do_reset_bonds, runtime/src/lib.rs::ResetBondsOnCommit.</remarks>
    public void ResetBonds(int uid, int mechanism, SubnetParameters subnet)
    {
        if (subnet.BondsResetOn)
        {
            _mechanisms[mechanism].Bonds.ClearColumn(uid);
        }
    }
}
