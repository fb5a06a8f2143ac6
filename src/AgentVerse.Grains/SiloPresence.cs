namespace AgentVerse.Grains;

/// <summary>What of runs and experiments is under way in this silo, and whether the silo is about to leave.</summary>
public sealed class SiloPresence
{
    /// <summary>A group that nobody called for this long has lost its run.</summary>
    private static readonly TimeSpan GroupsKept = TimeSpan.FromMinutes(15);

    /// <summary>A group that nobody called for this long is not worth waiting for.</summary>
    private static readonly TimeSpan GroupsAwaited = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<SiloGroup> _groups = [];
    private int _loops;

    /// <summary>Whether the silo is leaving: what is under way ends at its next commit and goes on elsewhere.</summary>
    public bool Leaving { get; private set; }

    /// <summary>Whether nothing is left to wait for.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _loops == 0 && !_groups.Exists(g => g.Unused < GroupsAwaited);
            }
        }
    }

    /// <summary>Begins to leave.</summary>
    public void Leave() => Leaving = true;

    /// <summary>Counts the loop of a run or an experiment until it is disposed.</summary>
    internal IDisposable Loop()
    {
        Interlocked.Increment(ref _loops);
        return new Counted(this);
    }

    /// <summary>Notes a group; gives those of earlier incarnations of its run, which nobody needs any more.</summary>
    internal IReadOnlyList<SiloGroup> Enter(SiloGroup group)
    {
        lock (_gate)
        {
            SiloGroup[] earlier = [.. _groups.Where(g => g.IsBefore(group))];
            _groups.RemoveAll(earlier.Contains);
            _groups.Add(group);
            return earlier;
        }
    }

    /// <summary>Notes that a group is closed.</summary>
    internal void Exit(SiloGroup group)
    {
        lock (_gate)
        {
            _groups.Remove(group);
        }
    }

    /// <summary>Closes the groups that lost their runs: a coordinator that died elsewhere closed nothing.</summary>
    public async Task Sweep()
    {
        SiloGroup[] lost;
        lock (_gate)
        {
            lost = [.. _groups.Where(g => g.Unused > GroupsKept)];
        }

        foreach (SiloGroup group in lost)
        {
            await group.Close();
        }
    }

    private sealed class Counted(SiloPresence presence) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref presence._loops);
    }
}
