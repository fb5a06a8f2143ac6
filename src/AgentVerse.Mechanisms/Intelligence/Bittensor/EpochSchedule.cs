namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Where a subnet stands between two epochs.</summary>
/// <param name="LastEpochBlock">Block of the last slot, run or skipped.</param>
/// <param name="PendingEpochAt">Block of an epoch asked for or deferred; 0 means none.</param>
/// <param name="BlocksSinceLastStep">Blocks since the last epoch that ran.</param>
/// <param name="EpochIndex">Number of slots so far; commits count by it.</param>
public readonly record struct EpochClock(
    long LastEpochBlock, long PendingEpochAt, long BlocksSinceLastStep, long EpochIndex);

/// <summary>What a block means for a subnet's epoch.</summary>
public enum EpochTurn
{
    /// <summary>No epoch is due.</summary>
    NotDue,

    /// <summary>Due, but enough epochs ran in this block: asked for again in the next (EpochDeferred).</summary>
    Deferred,

    /// <summary>Due, but the key table is inconsistent: the slot passes and pendings stay (EpochSkipped).</summary>
    Skipped,

    /// <summary>The epoch runs and takes the pending emission.</summary>
    Run,
}

/// <summary>When epochs run: each tempo, on request, and at the latest after 50400 blocks.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/coinbase/run_coinbase.rs (should_run_epoch,
/// drain_pending, blocks_until_next_auto_epoch, get_next_epoch_start_block), subnets/subnet.rs::init_new_network,
/// tempo_control.rs.
/// </remarks>
public static class EpochSchedule
{
    /// <summary>Blocks from a request of an epoch by the owner to the epoch (tempo_control.rs).</summary>
    public const int TriggerDelay = 10;

    /// <summary>The clock of a new subnet, staggered so that subnets do not share a block.</summary>
    public static EpochClock New(long block, int netuid, SubnetParameters subnet) =>
        new(Math.Max(0, block - (netuid % Math.Max(1, subnet.Tempo))), 0, 0, 0);

    /// <summary>
    /// Whether an epoch is due: tempo is not 0 and a pending request has come, or more than MaxTempo blocks went
    /// without an epoch, or a tempo has passed since the last slot.
    /// </summary>
    public static bool IsDue(in EpochClock clock, long block, SubnetParameters subnet)
    {
        if (subnet.Tempo == 0 && subnet.Holds(Rule.TempoZeroNeverRuns))
        {
            return false;
        }

        bool asked = clock.PendingEpochAt > 0 && block >= clock.PendingEpochAt && subnet.Holds(Rule.PendingEpochsRun);
        bool silent = clock.BlocksSinceLastStep > subnet.Chain.MaxTempo && subnet.Holds(Rule.LongSilenceForcesAnEpoch);
        return asked || silent || Math.Max(0, block - clock.LastEpochBlock) >= subnet.Tempo;
    }

    /// <summary>Blocks to the next epoch by tempo alone, at least 0; none when the tempo is 0.</summary>
    public static long? BlocksUntilNext(in EpochClock clock, long block, SubnetParameters subnet) =>
        subnet.Tempo == 0 ? null : Math.Max(0, clock.LastEpochBlock - block + subnet.Tempo);

    /// <summary>Block of the next epoch, by tempo or by request; none when the tempo is 0.</summary>
    public static long? NextStart(in EpochClock clock, SubnetParameters subnet)
    {
        if (subnet.Tempo == 0)
        {
            return null;
        }

        long byTempo = clock.LastEpochBlock + subnet.Tempo;
        return clock.PendingEpochAt > 0 ? Math.Min(byTempo, clock.PendingEpochAt) : byTempo;
    }

    /// <summary>
    /// Takes a subnet through one block. Call for each subnet in order of netuid, with the number of epochs that
    /// already ran in this block.
    /// </summary>
    /// <param name="clock">The clock before; after the call the clock after.</param>
    /// <param name="block">The block.</param>
    /// <param name="epochsThisBlock">Epochs that ran in this block; raised when this one runs.</param>
    /// <param name="consistent">Whether no hotkey stands twice in the key table.</param>
    /// <param name="subnet">Tempo, epochs a block, longest silence.</param>
    public static EpochTurn Advance(
        ref EpochClock clock, long block, ref int epochsThisBlock, bool consistent, SubnetParameters subnet)
    {
        clock = clock with { BlocksSinceLastStep = clock.BlocksSinceLastStep + 1 };
        if (!IsDue(clock, block, subnet))
        {
            return EpochTurn.NotDue;
        }

        if (epochsThisBlock >= subnet.Chain.MaxEpochsPerBlock)
        {
            clock = clock with { PendingEpochAt = block + 1 };
            return EpochTurn.Deferred;
        }

        epochsThisBlock += consistent ? 1 : 0;
        clock = new EpochClock(block, 0, consistent ? 0 : clock.BlocksSinceLastStep, clock.EpochIndex + 1);
        return consistent ? EpochTurn.Run : EpochTurn.Skipped;
    }
}
