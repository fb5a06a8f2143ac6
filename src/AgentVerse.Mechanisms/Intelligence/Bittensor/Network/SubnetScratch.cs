namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Memory of a subnet's tick, reused from block to block; nothing in it outlives a call.</summary>
internal sealed class SubnetScratch
{
    /// <summary>Memory for so many uids.</summary>
    internal SubnetScratch(int uidsMax)
    {
        Identity = [.. Enumerable.Range(0, uidsMax)];
        NoOwner = new int[uidsMax];
        NoOwner.AsSpan().Fill(-1);
        Take = new int[uidsMax];
        NoTake = new int[uidsMax];
        Scores = new double[uidsMax];
        History = new ushort[ConsensusHistory.Epochs * uidsMax];
        IsOwners = new bool[uidsMax];
        Uids = new int[uidsMax];
        Values = new ushort[uidsMax];
        Emission = new long[uidsMax];
        Permits = new bool[uidsMax];
        Candidates = new PruneCandidate[uidsMax];
        Ranked = new (double Value, int Uid)[uidsMax];
    }

    /// <summary>Memory of the epoch.</summary>
    internal EpochWorkspace Epoch { get; } = new();

    /// <summary>What the epoch pays.</summary>
    internal PayoutRows Payout { get; } = new();

    /// <summary>0, 1, 2, ...: the hotkey of each uid.</summary>
    internal int[] Identity { get; }

    /// <summary>-1 for each uid.</summary>
    internal int[] NoOwner { get; }

    /// <summary>Take of each uid's hotkey, 1/65535.</summary>
    internal int[] Take { get; }

    /// <summary>0 for each uid.</summary>
    internal int[] NoTake { get; }

    /// <summary>Consensus of the last epochs as a validator sees it.</summary>
    internal ushort[] History { get; }

    /// <summary>Whether a uid is the owner's.</summary>
    internal bool[] IsOwners { get; }

    /// <summary>Registrations that wait for a lower price, in order of their times.</summary>
    internal RegistrationQueue Registrations { get; } = new();

    /// <summary>Scores of one validator.</summary>
    internal double[] Scores { get; }

    /// <summary>Uids of one validator's weights.</summary>
    internal int[] Uids { get; }

    /// <summary>One validator's weights.</summary>
    internal ushort[] Values { get; }

    /// <summary>Commits of weights that are opened.</summary>
    internal List<WeightsCommit> Due { get; } = [];

    /// <summary>Permits before a registration.</summary>
    internal bool[] Permits { get; }

    /// <summary>Emission before a registration.</summary>
    internal long[] Emission { get; }

    /// <summary>What pruning reads.</summary>
    internal PruneCandidate[] Candidates { get; }

    /// <summary>Miners in some order.</summary>
    internal (double Value, int Uid)[] Ranked { get; }
}
