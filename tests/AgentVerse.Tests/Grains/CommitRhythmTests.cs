using AgentVerse.Grains;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Grains;

public sealed class CommitRhythmTests
{
    [Fact]
    public async Task Where_ticks_are_named_it_goes_by_them_alone()
    {
        ManualTime time = new();
        CommitRhythm rhythm = new(3, time);
        Assert.False(rhythm.IsDue(2, 0));
        Assert.True(rhythm.IsDue(3, 0));
        Assert.False(rhythm.IsDue(3, 3));
        await rhythm.Commit(() => time.Pass(1000));
        Assert.False(rhythm.IsDue(5, 3));
        Assert.True(rhythm.IsDue(6, 3));
    }

    [Fact]
    public async Task By_default_a_commit_waits_ten_seconds_or_until_the_last_has_paid_for_itself()
    {
        ManualTime time = new();
        CommitRhythm rhythm = new(0, time);
        await time.Pass(9.9);
        Assert.False(rhythm.IsDue(500, 0));
        await time.Pass(0.2);
        Assert.True(rhythm.IsDue(501, 0));
        Assert.False(rhythm.IsDue(501, 501));
        await rhythm.Commit(() => time.Pass(2));
        await time.Pass(47.9);
        Assert.False(rhythm.IsDue(900, 501));
        await time.Pass(0.2);
        Assert.True(rhythm.IsDue(901, 501));
    }

    [Fact]
    public Task Whatever_commits_and_ticks_take_a_run_commits_for_no_more_than_a_25th_of_its_time_before_the_last() =>
        Gen.Select(Gen.Double[0.001, 30].Array[1, 40], Gen.Double[0.01, 60]).SampleAsync(async (costs, tick) =>
        {
            ManualTime time = new();
            CommitRhythm rhythm = new(0, time);
            double inCommits = 0;
            int done = 0;
            for (int i = 1, committed = 0; done < costs.Length; i++)
            {
                await time.Pass(tick);
                if (rhythm.IsDue(i, committed))
                {
                    // Each commit but the last has been paid for by the ticks after it.
                    Assert.True(inCommits <= (0.04 * time.Seconds) + 1e-4);
                    await rhythm.Commit(() => time.Pass(costs[done]));
                    inCommits += costs[done++];
                    committed = i;
                }
            }
        }, iter: 200);

    private sealed class ManualTime : TimeProvider
    {
        internal double Seconds { get; private set; }

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => (long)(Seconds * TimestampFrequency);

        internal Task Pass(double seconds)
        {
            Seconds += seconds;
            return Task.CompletedTask;
        }
    }
}
