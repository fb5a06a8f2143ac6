namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// Commit and reveal of weights: what is committed in epoch e takes effect in epoch e + period, and not before others
/// can read it.
/// </summary>
/// <remarks>
/// The cryptography is left out: a hash is a number, a time-locked commit is opaque until its epoch and then always
/// opens. Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/subnets/weights.rs (internal_commit_weights,
/// internal_commit_timelocked_weights, internal_reveal_weights, current_epoch_with_lookahead, is_commit_expired,
/// is_reveal_block_range) and coinbase/reveal_commits.rs.
/// </remarks>
public static class CommitReveal
{
    /// <summary>
    /// The epoch that a commit or reveal in this block belongs to: an epoch due in it already counts.
    /// </summary>
    public static long CurrentEpoch(in EpochClock clock, long block, SubnetParameters subnet) =>
        clock.EpochIndex + (EpochSchedule.IsDue(clock, block, subnet) ? 1 : 0);

    /// <summary>Whether a commit can no longer be revealed.</summary>
    public static bool IsExpired(WeightsCommit commit, long epoch, SubnetParameters subnet) =>
        epoch > commit.Epoch + subnet.RevealPeriodEpochs;

    /// <summary>Whether a commit can be revealed in this epoch, which is one epoch only.</summary>
    public static bool IsRevealable(WeightsCommit commit, long epoch, SubnetParameters subnet) =>
        epoch == commit.Epoch + subnet.RevealPeriodEpochs;

    /// <summary>
    /// Takes a commit, or says why not: MechanismDoesNotExist, CommitRevealDisabled, HotKeyNotRegisteredInSubNet,
    /// CommittingWeightsTooFast, TooManyUnrevealedCommits. Taken, it renews the validator's last update.
    /// </summary>
    /// <param name="book">Waiting commits.</param>
    /// <param name="mechanism">Where the validator's last update stands.</param>
    /// <param name="caller">Who commits.</param>
    /// <param name="commit">What; its epoch is the current one.</param>
    /// <param name="subnet">Reveal period, rate limit, most waiting commits.</param>
    public static WeightsError Commit(
        CommitBook book,
        MechanismState mechanism,
        in WeightsCaller caller,
        WeightsCommit commit,
        SubnetParameters subnet)
    {
        WeightsError error = !caller.MechanismExists ? WeightsError.MechanismDoesNotExist
            : !subnet.CommitRevealWeightsEnabled ? WeightsError.CommitRevealDisabled
            : caller.Uid < 0 ? WeightsError.HotKeyNotRegisteredInSubNet
            : !SetWeights.PassesRateLimit(caller.LastUpdate, caller.Block, subnet)
                ? WeightsError.CommittingWeightsTooFast
            : WaitingOf(book, commit, subnet) >= subnet.MaxUnrevealedCommits ? WeightsError.TooManyUnrevealedCommits
            : WeightsError.None;
        if (error == WeightsError.None)
        {
            int uid = caller.Uid;
            book.RemoveAll(old => old.Uid == uid && !old.IsTimeLocked && IsExpired(old, commit.Epoch, subnet));
            book.Add(commit);
            mechanism.LastUpdate[uid] = caller.Block;
        }

        return error;
    }

    /// <summary>
    /// Reveals a hash commit, or says why not: CommitRevealDisabled, NoWeightsCommitFound, ExpiredWeightCommit,
    /// InvalidRevealCommitHashNotMatch, RevealTooEarly. Revealed, it and all earlier ones of the validator leave the
    /// book; its weights then go through <see cref="SetWeights.Check"/>.
    /// </summary>
    public static WeightsError Reveal(
        CommitBook book, int uid, ulong hash, long epoch, SubnetParameters subnet, out WeightsCommit? revealed)
    {
        revealed = null;
        bool any = false, isExpired = false;
        foreach (WeightsCommit commit in book.Waiting)
        {
            if (commit.Uid != uid || commit.IsTimeLocked)
            {
                continue;
            }

            bool expired = IsExpired(commit, epoch, subnet);
            any |= !expired;
            isExpired |= expired && commit.Hash == hash;
            revealed ??= !expired && commit.Hash == hash ? commit : null;
        }

        WeightsError error = !subnet.CommitRevealWeightsEnabled ? WeightsError.CommitRevealDisabled
            : revealed is null && isExpired ? WeightsError.ExpiredWeightCommit
            : !any ? WeightsError.NoWeightsCommitFound
            : revealed is null ? WeightsError.InvalidRevealCommitHashNotMatch
            : !IsRevealable(revealed, epoch, subnet) ? WeightsError.RevealTooEarly
            : WeightsError.None;
        if (error == WeightsError.None && revealed is { } shown)
        {
            RemoveUpTo(book, shown);
        }

        revealed = error == WeightsError.None ? revealed : null;
        return error;
    }

    /// <summary>
    /// Opens the time-locked commits that are due in this epoch, in order of arrival, and drops older ones. Call in
    /// each block before the epoch, unless the epoch is deferred. Those whose weights then fail the checks are dropped
    /// too.
    /// </summary>
    public static void TakeDue(CommitBook book, long epoch, SubnetParameters subnet, List<WeightsCommit> due)
    {
        due.Clear();
        foreach (WeightsCommit commit in book.Waiting)
        {
            if (commit.IsTimeLocked && IsRevealable(commit, epoch, subnet))
            {
                due.Add(commit);
            }
        }

        book.RemoveAll(commit => commit.IsTimeLocked && epoch >= commit.Epoch + subnet.RevealPeriodEpochs);
    }

    /// <summary>
    /// Writes the block of each validator's earliest unexpired commit for the epoch's mask: weights from before the
    /// commit must not reach miners registered after it.
    /// </summary>
    public static void MarkCommits(CommitBook book, MechanismState mechanism, long epoch, SubnetParameters subnet)
    {
        Span<long> blocks = mechanism.CommitBlock;
        blocks.Fill(MechanismState.NoCommit);
        foreach (WeightsCommit commit in book.Waiting)
        {
            if (!IsExpired(commit, epoch, subnet))
            {
                blocks[commit.Uid] = Math.Min(blocks[commit.Uid], commit.Block);
            }
        }
    }

    /// <summary>Hash commits count until they expire, time-locked ones within their epoch.</summary>
    private static int WaitingOf(CommitBook book, WeightsCommit commit, SubnetParameters subnet)
    {
        int count = 0;
        foreach (WeightsCommit old in book.Waiting)
        {
            bool counts = old.IsTimeLocked ? old.Epoch == commit.Epoch : !IsExpired(old, commit.Epoch, subnet);
            count += old.Uid == commit.Uid && old.IsTimeLocked == commit.IsTimeLocked && counts ? 1 : 0;
        }

        return count;
    }

    private static void RemoveUpTo(CommitBook book, WeightsCommit shown)
    {
        bool isPast = false;
        book.RemoveAll(commit =>
        {
            bool removes = !isPast && commit.Uid == shown.Uid && !commit.IsTimeLocked;
            isPast |= ReferenceEquals(commit, shown);
            return removes;
        });
    }
}
