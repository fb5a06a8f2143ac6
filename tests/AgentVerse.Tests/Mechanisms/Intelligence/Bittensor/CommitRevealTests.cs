using AgentVerse.Mechanisms.Intelligence.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

public sealed class CommitRevealTests
{
    private static readonly SubnetParameters Subnet = new() { RevealPeriodEpochs = 2, WeightsSetRateLimit = 100 };

    private readonly CommitBook _book = new();
    private readonly EpochState _state = TestSubnets.Of(minerCount: 2, stakes: [10, 20]);

    private MechanismState Mechanism => _state.Mechanisms[0];

    [Fact]
    public void A_commit_renews_the_last_update_and_the_rate_limit_holds_from_there()
    {
        Assert.Equal(WeightsError.None, Commit(uid: 0, epoch: 5, hash: 1, block: 1000));
        Assert.Equal(1000, Mechanism.LastUpdate[0]);
        Assert.Equal(WeightsError.CommittingWeightsTooFast, Commit(uid: 0, epoch: 5, hash: 2, block: 1099));
        Assert.Equal(WeightsError.None, Commit(uid: 0, epoch: 5, hash: 2, block: 1100));
    }

    [Fact]
    public void A_hash_commit_opens_in_its_one_epoch_only()
    {
        _ = Commit(uid: 0, epoch: 5, hash: 7, block: 1000);
        Assert.Equal(WeightsError.RevealTooEarly, Reveal(7, epoch: 6));
        Assert.Equal(WeightsError.InvalidRevealCommitHashNotMatch, Reveal(8, epoch: 7));
        Assert.Equal(WeightsError.ExpiredWeightCommit, Reveal(7, epoch: 8));
        Assert.Equal(WeightsError.NoWeightsCommitFound, Reveal(8, epoch: 8));
        Assert.Equal(WeightsError.None, Reveal(7, epoch: 7));
        Assert.Equal(WeightsError.NoWeightsCommitFound, Reveal(7, epoch: 7));
    }

    [Fact]
    public void A_reveal_removes_earlier_commits_of_the_same_validator_only()
    {
        _ = Commit(uid: 0, epoch: 5, hash: 1, block: 1000);
        _ = Commit(uid: 1, epoch: 5, hash: 2, block: 1000);
        _ = Commit(uid: 0, epoch: 5, hash: 3, block: 1100);
        _ = Commit(uid: 0, epoch: 5, hash: 4, block: 1200);
        Assert.Equal(WeightsError.None, Reveal(3, epoch: 7));
        Assert.Equal([2UL, 4UL], _book.Waiting.Select(c => c.Hash));
    }

    [Fact]
    public void Ten_commits_may_wait()
    {
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(WeightsError.None, Commit(uid: 0, epoch: 5, hash: (ulong)i, block: 1000 + (i * 100)));
        }

        Assert.Equal(WeightsError.TooManyUnrevealedCommits, Commit(uid: 0, epoch: 5, hash: 11, block: 3000));
        Assert.Equal(WeightsError.None, Commit(uid: 0, epoch: 8, hash: 11, block: 3000));
        Assert.Single(_book.Waiting);
    }

    [Fact]
    public void Time_locked_commits_open_by_themselves_in_order_and_old_ones_are_dropped()
    {
        _ = Commit(uid: 0, epoch: 4, hash: 1, block: 900, isTimeLocked: true);
        _ = Commit(uid: 1, epoch: 5, hash: 2, block: 1000, isTimeLocked: true);
        _ = Commit(uid: 0, epoch: 5, hash: 3, block: 1010, isTimeLocked: true);
        _ = Commit(uid: 0, epoch: 6, hash: 4, block: 1400, isTimeLocked: true);
        List<WeightsCommit> due = [];
        CommitReveal.TakeDue(_book, 7, Subnet, due);
        Assert.Equal([2UL, 3UL], due.Select(c => c.Hash));
        Assert.Equal([4UL], _book.Waiting.Select(c => c.Hash));
    }

    [Fact]
    public void The_earliest_unexpired_commit_masks_the_epoch()
    {
        _ = Commit(uid: 0, epoch: 3, hash: 1, block: 500);
        _ = Commit(uid: 0, epoch: 5, hash: 2, block: 1000, isTimeLocked: true);
        _ = Commit(uid: 0, epoch: 6, hash: 3, block: 1300, isTimeLocked: true);
        CommitReveal.MarkCommits(_book, Mechanism, 6, Subnet);
        Assert.Equal(1000, Mechanism.CommitBlock[0]);
        Assert.Equal(MechanismState.NoCommit, Mechanism.CommitBlock[1]);
    }

    [Fact]
    public void An_epoch_that_is_due_in_the_block_already_counts()
    {
        EpochClock clock = new(1000, 0, 0, EpochIndex: 9);
        Assert.Equal(9, CommitReveal.CurrentEpoch(clock, 1359, Subnet));
        Assert.Equal(10, CommitReveal.CurrentEpoch(clock, 1360, Subnet));
    }

    [Fact]
    public void Where_weights_are_not_committed_commits_and_reveals_are_refused()
    {
        SubnetParameters open = Subnet with { CommitRevealWeightsEnabled = false };
        WeightsCommit commit = new() { Uid = 0, Epoch = 1, Block = 1 };
        Assert.Equal(
            WeightsError.CommitRevealDisabled, CommitReveal.Commit(_book, Mechanism, Caller(0, 1), commit, open));
        Assert.Equal(WeightsError.CommitRevealDisabled, CommitReveal.Reveal(_book, 0, 1, 1, open, out _));
    }

    private WeightsError Commit(int uid, long epoch, ulong hash, long block, bool isTimeLocked = false)
    {
        WeightsCommit commit = new()
        {
            Uid = uid,
            Epoch = epoch,
            Block = block,
            Hash = hash,
            IsTimeLocked = isTimeLocked,
        };
        Mechanism.LastUpdate[uid] = Mechanism.LastUpdate[uid] == 900 ? 0 : Mechanism.LastUpdate[uid];
        return CommitReveal.Commit(_book, Mechanism, Caller(uid, block), commit, Subnet);
    }

    private WeightsError Reveal(ulong hash, long epoch) =>
        CommitReveal.Reveal(_book, 0, hash, epoch, Subnet, out WeightsCommit? revealed) is var error
        && (error == WeightsError.None) == (revealed is not null)
            ? error
            : throw new InvalidOperationException("a commit comes back exactly when it is revealed");

    private WeightsCaller Caller(int uid, long block) => new()
    {
        Netuid = 1,
        MechanismExists = true,
        NeuronCount = 4,
        Uid = uid,
        HasPermit = true,
        StakeWeight = 10,
        LastUpdate = Mechanism.LastUpdate[uid],
        Block = block,
    };
}
