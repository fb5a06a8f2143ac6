using AgentVerse.Mechanisms.Intelligence.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

public sealed class EpochScheduleTests
{
    private static readonly SubnetParameters Subnet = new();

    [Fact]
    public void The_third_epoch_of_a_block_waits_for_the_next_block()
    {
        EpochClock[] clocks = [.. Enumerable.Repeat(new EpochClock(0, 0, 0, 0), 3)];
        Assert.Equal([EpochTurn.Run, EpochTurn.Run, EpochTurn.Deferred], Turn(clocks, 360));
        Assert.Equal(361, clocks[2].PendingEpochAt);
        Assert.Equal([EpochTurn.NotDue, EpochTurn.NotDue, EpochTurn.Run], Turn(clocks, 361));
        Assert.Equal(new EpochClock(361, 0, 0, 1), clocks[2]);
    }

    [Fact]
    public void An_inconsistent_subnet_loses_its_slot_and_keeps_counting()
    {
        EpochClock clock = new(0, 0, 41, 7);
        int epochs = 0;
        EpochTurn turn = EpochSchedule.Advance(ref clock, 360, ref epochs, consistent: false, Subnet);
        Assert.Equal(EpochTurn.Skipped, turn);
        Assert.Equal(new EpochClock(360, 0, 42, 8), clock);
        Assert.Equal(0, epochs);
    }

    [Fact]
    public void New_subnets_are_staggered_by_their_number()
    {
        Assert.Equal(995, EpochSchedule.New(1_000, 5, Subnet).LastEpochBlock);
        Assert.Equal(1_000, EpochSchedule.New(1_000, 360, Subnet).LastEpochBlock);
        Assert.Equal(0, EpochSchedule.New(3, 5, Subnet).LastEpochBlock);
    }

    private static EpochTurn[] Turn(EpochClock[] clocks, long block)
    {
        int epochs = 0;
        EpochTurn[] turns = new EpochTurn[clocks.Length];
        for (int s = 0; s < clocks.Length; s++)
        {
            turns[s] = EpochSchedule.Advance(ref clocks[s], block, ref epochs, consistent: true, Subnet);
        }

        return turns;
    }
}
