using AgentVerse.Mechanisms.Intelligence.Bittensor;
using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

public sealed class SharePoolTests
{
    [Fact]
    public void Values_never_sum_to_more_than_the_total_and_keep_what_was_put_in() =>
        Gen.Select(Gen.Int[0, 2], Gen.Long[1, 1_000_000_000_000_000], Gen.Int[0, 3]).Array[1, 40].Sample(steps =>
        {
            SharePool pool = default;
            UInt128[] positions = new UInt128[3];
            foreach ((int who, long amount, int what) in steps)
            {
                long before = pool.ValueOf(positions[who]);
                if (what == 0)
                {
                    pool = pool.Shares == UInt128.Zero ? pool : pool.AddForAll(amount / 1000);
                }
                else if (what == 1)
                {
                    long part = Math.Min(before, amount);
                    Assert.True(pool.TryRemove(part, ref positions[who], out pool));
                    Assert.InRange(before - part - pool.ValueOf(positions[who]), 0, 1);
                }
                else if (pool.TryAdd(amount, ref positions[who], out pool))
                {
                    Assert.InRange(pool.ValueOf(positions[who]) - before, amount - 1, amount + 1);
                }

                Assert.True(positions.Sum(p => (decimal)pool.ValueOf(p)) <= pool.Total);
            }
        });

    [Fact]
    public void Dividends_go_pro_rata()
    {
        SharePool pool = default;
        UInt128 a = default, b = default;
        Assert.True(pool.TryAdd(300, ref a, out pool));
        Assert.True(pool.TryAdd(100, ref b, out pool));
        pool = pool.AddForAll(40);
        Assert.Equal(330, pool.ValueOf(a));
        Assert.Equal(110, pool.ValueOf(b));
    }

    [Fact]
    public void Taking_all_empties_a_position_and_more_is_refused()
    {
        SharePool pool = default;
        UInt128 a = default;
        Assert.True(pool.TryAdd(300, ref a, out pool));
        Assert.False(pool.TryRemove(301, ref a, out pool));
        Assert.True(pool.TryRemove(300, ref a, out pool));
        Assert.Equal(UInt128.Zero, a);
        Assert.Equal(default, pool);
    }
}
