using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

public sealed class RootTests
{
    private static readonly RootWeightsParameters July2024 = new();

    [Fact]
    public void Stake_that_comes_later_owes_nothing_of_the_past()
    {
        U96F32 rate = U96F32.Zero;
        Assert.True(RootClaim.TryRaise(ref rate, dividend: 500, rootStake: 1_000));
        long paid = RootClaim.PaidAfterAdding(rate, 0, 600);
        Assert.Equal(0, RootClaim.Owed(rate, 600, paid));
        Assert.True(RootClaim.TryRaise(ref rate, dividend: 800, rootStake: 1_600));
        Assert.Equal(300, RootClaim.Owed(rate, 600, paid));
        Assert.Equal(1_000, RootClaim.Owed(rate, 1_000, 0));
    }

    [Fact]
    public void Taking_stake_out_keeps_what_is_owed_on_the_rest()
    {
        U96F32 rate = U96F32.Zero;
        Assert.True(RootClaim.TryRaise(ref rate, 500, 1_000));
        long paid = RootClaim.PaidAfterRemoving(rate, 300, 400);
        Assert.Equal(100, paid);
        Assert.Equal(200, RootClaim.Owed(rate, 600, paid));
        Assert.Equal(0, RootClaim.PaidAfterRemoving(rate, 100, 400));
    }

    [Fact]
    public void A_dividend_above_the_stake_goes_to_the_owner()
    {
        U96F32 rate = U96F32.Zero;
        Assert.False(RootClaim.TryRaise(ref rate, 11, 10));
        Assert.False(RootClaim.TryRaise(ref rate, 1, 0));
        Assert.Equal(U96F32.Zero, rate);
        Assert.False(RootClaim.IsDue(499_999, new SubnetParameters()));
        Assert.True(RootClaim.IsDue(500_000, new SubnetParameters()));
    }

    [Fact]
    public void Automatic_claims_choose_distinct_coldkeys_in_range()
    {
        Span<int> chosen = stackalloc int[5];
        int count = RootClaim.ChooseColdkeys([17, 5, ulong.MaxValue, 9], 10, new ChainParameters(), chosen);

        // 17+17=34 -> 4; 4+5=9; saturated -> 5; 5+9=14 -> 4 again; 4+17=21 -> 1.
        Assert.Equal([1, 4, 5, 9], chosen[..count].ToArray());
        Assert.Equal(0, RootClaim.ChooseColdkeys([1, 2, 3, 4], 0, new ChainParameters(), chosen));
    }

    [Fact]
    public void Root_weights_divide_emission_by_rank_times_the_sigmoid_of_trust()
    {
        long[] tao = new long[2];
        RootWeights.Allocate([600, 400], [1, 1, 0, 5], 1_000_000, July2024, tao);

        // Rank 0.3 and 0.7, trust 0.6 and 1, sigmoid(10 * (T - 0.49999)).
        double first = 0.3 / (1 + Math.Exp(-10 * (0.6 - (32767 / 65535.0))));
        double second = 0.7 / (1 + Math.Exp(-10 * (1.0 - (32767 / 65535.0))));
        Assert.InRange(tao[0], (1_000_000 * first / (first + second)) - 1.5, 1_000_000 * first / (first + second));
        Assert.InRange(tao.Sum(), 999_998, 1_000_000);
    }

    [Fact]
    public void Without_stake_or_weights_root_emits_nothing()
    {
        long[] tao = [9, 9];
        RootWeights.Allocate([0], [1, 1], 1_000, July2024, tao);
        Assert.Equal([0, 0], tao);
        RootWeights.Allocate([5], [0, 0], 1_000, July2024, tao);
        Assert.Equal([0, 0], tao);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    [InlineData(100, 0, 99)]
    [InlineData(100, 1, 98)]
    public void Epochs_of_July_2024_stand_at_block_0_as_the_source_tables_them(int tempo, int netuid, long blocks) =>
        Assert.Equal(blocks, RootWeights.BlocksUntilNextEpoch(netuid, tempo, 0));

    [Fact]
    public void A_delegate_takes_its_share_and_what_rounding_leaves()
    {
        long[] shares = new long[3];
        long own = RootWeights.ShareDelegate(1_000, 11_796, [1, 1, 1], shares);
        Assert.Equal([273, 273, 273], shares);
        Assert.Equal(1_000, own + shares.Sum());
        Assert.Equal(1_000, RootWeights.ShareDelegate(1_000, 0, [0, 0, 0], shares));
    }

    [Theory]
    [InlineData(2, 2_000_000_000)]
    [InlineData(6, 4_000_000_000)]
    [InlineData(0, 1_000_000_000)]
    public void Registration_is_repriced_by_demand_over_target(int registrations, long price) =>
        Assert.Equal(price, RootWeights.Reprice(2_000_000_000, registrations, July2024));

    [Fact]
    public void The_owners_cut_and_the_rest_lose_at_most_one_rao()
    {
        (long owner, long pending) = RootWeights.SplitOwner(1_000_000_001, July2024);
        Assert.Equal(179_995_422, owner);
        Assert.InRange(1_000_000_001 - owner - pending, 0, 1);
    }
}
