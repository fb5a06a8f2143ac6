using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>
/// What agents have bonded and what is on its way out: each message pays what its sender's stake has earned so far.
/// O(1) a message, whatever the number of delegations.
/// </summary>
internal sealed class DelegationBook(ChainSpec spec)
{
    private readonly Slots<DelegationRecord> _records = new();
    private readonly Dictionary<ulong, int> _byAccount = [];
    private readonly Queue<UnbondingRecord> _leaving = [];
    private Int128 _perUnit;
    private long _bonded;
    private long _unbonding;

    /// <summary>Bonded by agents, uakt.</summary>
    internal long Bonded => _bonded;

    /// <summary>On its way out, uakt.</summary>
    internal long Unbonding => _unbonding;

    /// <summary>Shares what all who have bonded so much get of what was minted; agents' part waits for them.</summary>
    internal void Earn(long minted, long bonded) =>
        _perUnit += Staking.PerUnit(Staking.ForDelegators(minted, spec.Parameters), bonded).Raw;

    /// <summary>Does what is asked in a block; what was earned is paid with it, and returned.</summary>
    internal AkashError Act(ShardTick tick, in Intent intent, long height, out long earned)
    {
        earned = 0;
        int place = _byAccount.GetValueOrDefault(intent.Account, -1);
        long stake = place < 0 ? 0 : _records[place].Stake;
        AkashError error = ErrorOf(intent, stake, place < 0 ? 0 : _records[place].Unbondings);
        if (error != AkashError.None)
        {
            return error;
        }

        bool bonds = intent.Kind == AkashIntents.Delegate;
        bool leaves = intent.Kind == AkashIntents.Undelegate;
        place = place < 0 ? Open(intent) : place;
        ref DelegationRecord record = ref _records[place];
        earned = Staking.Rewards(record.Stake, new Dec18(_perUnit - record.PaidUpTo), spec.Parameters);
        record.PaidUpTo = _perUnit;
        long added = bonds ? intent.Amount : leaves ? -intent.A : 0;
        record.Stake = checked(record.Stake + added);
        _bonded = checked(_bonded + added);
        tick.Pay(record.Holder, AkashRows.Delegation, spec.Akt, earned, record.Stake, added);
        if (leaves)
        {
            Leave(ref record, intent.A, height);
        }

        return AkashError.None;
    }

    /// <summary>Frees what has waited its time by the end of a block.</summary>
    internal void Free(ShardTick tick, long height)
    {
        while (_leaving.TryPeek(out UnbondingRecord first) && first.Height <= height)
        {
            _leaving.Dequeue();
            _unbonding -= first.Amount;
            tick.Pay(first.Holder, AkashRows.Unbonded, spec.Akt, first.Amount);
            int place = _byAccount[first.Account];
            if (--_records[place].Unbondings == 0 && _records[place].Stake == 0)
            {
                _records.Free(place);
                _byAccount.Remove(first.Account);
            }
        }
    }

    /// <summary>Carries all to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        _records.Carry(codec, "delegations");
        UnbondingRecord[] leaving = [.. _leaving];
        codec.Array("leaving", ref leaving);
        codec.Value("perUnit", ref _perUnit);
        codec.Value("bonded", ref _bonded);
        codec.Value("unbonding", ref _unbonding);
        _byAccount.Clear();
        for (int place = 0; place < _records.Count; place++)
        {
            if (_records[place].Account != 0)
            {
                _byAccount.Add(_records[place].Account, place);
            }
        }

        _leaving.Clear();
        foreach (UnbondingRecord record in leaving)
        {
            _leaving.Enqueue(record);
        }
    }

    private AkashError ErrorOf(in Intent intent, long stake, long unbondings)
    {
        if (intent.Kind == AkashIntents.Delegate)
        {
            return intent.Token == spec.Akt && intent.Amount > 0 ? AkashError.None : AkashError.InvalidRequest;
        }

        bool leaves = intent.Kind == AkashIntents.Undelegate;
        return intent.Amount != 0 ? AkashError.InvalidRequest
            : stake == 0 ? AkashError.NoDelegation
            : leaves && (intent.A <= 0 || intent.A > stake) ? AkashError.InvalidRequest
            : leaves && unbondings >= spec.Parameters.Staking.MaxEntries ? AkashError.MaxUnbondingDelegationEntries
            : AkashError.None;
    }

    private int Open(in Intent intent)
    {
        int place = _records.Take();
        _records[place].Account = intent.Account;
        _records[place].Holder = intent.Sender;
        _byAccount.Add(intent.Account, place);
        return place;
    }

    private void Leave(ref DelegationRecord record, long amount, long height)
    {
        record.Unbondings++;
        _unbonding += amount;
        _leaving.Enqueue(new UnbondingRecord
        {
            Account = record.Account,
            Holder = record.Holder,
            Amount = amount,
            Height = height + BlockClock.HeightAt(Staking.UnbondingSeconds(spec.Parameters), spec.Parameters),
        });
    }
}
