namespace AgentVerse.Faults;

/// <summary>What may befall a cluster. The short set of trials has each of the first ten.</summary>
internal enum FaultKind
{
    /// <summary>A silo is killed and started again later.</summary>
    Kill,

    /// <summary>A silo is paused, too short for the others to give it up.</summary>
    Pause,

    /// <summary>A silo loses its connections to the database and gets none.</summary>
    CutDatabase,

    /// <summary>A silo leaves as asked to and comes back.</summary>
    Leave,

    /// <summary>The database stops without warning and comes back.</summary>
    RestartDatabase,

    /// <summary>A silo was not there from the beginning and joins now.</summary>
    JoinLate,

    /// <summary>The disk with the experiments is full for a while.</summary>
    FillDisk,

    /// <summary>A silo's packets to and from the database are held, with the connections open.</summary>
    HoldDatabase,

    /// <summary>A silo is paused until the others have given it up, then wakes up and writes.</summary>
    PauseLong,

    /// <summary>All silos are killed at once.</summary>
    KillAll,

    /// <summary>Two silos are killed at once.</summary>
    KillTwo,

    /// <summary>A silo's packets to and from the database are late.</summary>
    DelayDatabase,

    /// <summary>The disk with the experiments is read-only for a while.</summary>
    LockDisk,

    /// <summary>Other silos lose their connections to a silo and get none; it still reaches them.</summary>
    CutSilo,

    /// <summary>Packets of other silos to a silo are late.</summary>
    DelaySilo,

    /// <summary>Packets of other silos to a silo are held, with the connections open.</summary>
    HoldSilo,

    /// <summary>All silos lose their connections to each other and get none.</summary>
    CutSilos,

    /// <summary>Packets between silos are late.</summary>
    DelaySilos,

    /// <summary>Packets between silos are held, with the connections open.</summary>
    HoldSilos,
}

/// <summary>One fault of a plan.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Silo">To which silo, from 0.</param>
/// <param name="AtShare">When: share of the ticks that is done.</param>
/// <param name="Lasts">For how long.</param>
internal sealed record Fault(FaultKind Kind, int Silo, double AtShare, TimeSpan Lasts)
{
    public override string ToString() => FormattableString.Invariant(
        $"{Kind} silo {Silo + 1} at {AtShare:P0} for {Lasts.TotalSeconds:F1} s");
}
