using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>All wallets with nodes, sorted by account, so that no result depends on who has which index.</summary>
internal sealed class NodeBook
{
    private readonly List<NodeRecord> _new = [];
    private NodeRecord[] _records = [];
    private ulong[] _accounts = [];

    /// <summary>The records; those of this tick's applicants are not among them before <see cref="Merge"/>.</summary>
    internal Span<NodeRecord> Records => _records;

    /// <summary>Their accounts, ascending.</summary>
    internal ReadOnlySpan<ulong> Accounts => _accounts;

    /// <summary>Applicants who wait, those of this tick only from <see cref="Merge"/> on.</summary>
    internal int Waiting { get; private set; }

    /// <summary>Place of an account, or a negative number.</summary>
    internal int PlaceOf(ulong account) => Array.BinarySearch(_accounts, account);

    /// <summary>Adds an applicant; a second application of one account in a tick replaces the first.</summary>
    internal void Add(in NodeRecord record) => _new.Add(record);

    /// <summary>Takes in the applicants of the tick.</summary>
    internal void Merge()
    {
        if (_new.Count == 0)
        {
            return;
        }

        NodeRecord[] late = [.. _new];
        _new.Clear();
        ulong[] keys = Array.ConvertAll(late, r => r.Account);
        Array.Sort(keys, late);
        NodeRecord[] merged = new NodeRecord[_records.Length + late.Length];
        int count = 0, old = 0;
        foreach (ref readonly NodeRecord record in late.AsSpan())
        {
            while (old < _records.Length && _records[old].Account < record.Account)
            {
                merged[count++] = _records[old++];
            }

            count -= count > 0 && merged[count - 1].Account == record.Account ? 1 : 0;
            merged[count++] = record;
        }

        for (; old < _records.Length; old++)
        {
            merged[count++] = _records[old];
        }

        Array.Resize(ref merged, count);
        _records = merged;
        Index();
    }

    /// <summary>Lets an applicant in.</summary>
    internal ref NodeRecord Admit(int place)
    {
        Waiting--;
        return ref _records[place];
    }

    /// <summary>Carries it to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        Column(codec, "account", static (ref NodeRecord r) => ref r.Account);
        Column(codec, "holder", static (ref NodeRecord r) => ref r.Holder);
        Column(codec, "value", static (ref NodeRecord r) => ref r.Value);
        Column(codec, "frames", static (ref NodeRecord r) => ref r.Frames);
        Column(codec, "lastPay", static (ref NodeRecord r) => ref r.LastPay);
        Column(codec, "reputation", static (ref NodeRecord r) => ref r.Reputation);
        Column(codec, "busyHours", static (ref NodeRecord r) => ref r.BusyHours);
        Column(codec, "onlineHours", static (ref NodeRecord r) => ref r.OnlineHours);
        Column(codec, "pausedHours", static (ref NodeRecord r) => ref r.PausedHours);
        Column(codec, "since", static (ref NodeRecord r) => ref r.Since);
        Column(codec, "nodes", static (ref NodeRecord r) => ref r.Nodes);
        Column(codec, "octane", static (ref NodeRecord r) => ref r.Octane);
        Column(codec, "trueOctane", static (ref NodeRecord r) => ref r.TrueOctane);
        Column(codec, "memory", static (ref NodeRecord r) => ref r.Memory);
        Column(codec, "failurePpm", static (ref NodeRecord r) => ref r.FailurePpm);
        Column(codec, "uptimePpm", static (ref NodeRecord r) => ref r.UptimePpm);
        Column(codec, "mode", static (ref NodeRecord r) => ref r.Mode);
        Column(codec, "tier", static (ref NodeRecord r) => ref r.Tier);
        Column(codec, "vetted", static (ref NodeRecord r) => ref r.Vetted);
        Column(codec, "wantsWork", static (ref NodeRecord r) => ref r.WantsWork);
        Index();
    }

    private void Index()
    {
        _accounts = Array.ConvertAll(_records, r => r.Account);
        Waiting = _records.Count(r => r.Mode == NodeMode.Waiting);
    }

    private delegate ref T Cell<T>(ref NodeRecord record);

    private void Column<T>(StateCodec codec, string name, Cell<T> cell)
        where T : unmanaged
    {
        T[] values = new T[_records.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = cell(ref _records[i]);
        }

        codec.Array(name, ref values);
        if (values.Length != _records.Length)
        {
            _records = new NodeRecord[values.Length];
        }

        for (int i = 0; i < values.Length; i++)
        {
            cell(ref _records[i]) = values[i];
        }
    }
}
