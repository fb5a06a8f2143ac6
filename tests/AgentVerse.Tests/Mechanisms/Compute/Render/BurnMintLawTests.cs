using AgentVerse.Mechanisms.Compute.Render;
using AgentVerse.Model.Networks.Render;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Compute.Render;

public sealed class BurnMintLawTests
{
    private static readonly RenderParameters Parameters = new();

    [Fact]
    public void What_is_bought_is_never_worth_more_than_was_paid() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Double[0.0001, 1000]).Sample((usd, usdPerRender) =>
        {
            long price = BurnMint.PriceOf(usdPerRender);
            long bought = BurnMint.Bought(usd, price, Parameters);
            Assert.InRange(BurnMint.Worth(bought, price), usd - 2 - (long)(usdPerRender / 100), usd);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e-12)]
    public void At_no_price_nothing_is_bought(double price) =>
        Assert.Equal(0, BurnMint.Bought(1_000_000, BurnMint.PriceOf(price), Parameters));

    [Fact]
    public void A_grossed_up_price_leaves_the_net_price_after_the_fee() => Gen.Long[0, 1_000_000_000_000].Sample(net =>
    {
        long customer = BurnMint.GrossUp(net, Parameters);
        Assert.InRange(customer - BurnMint.Fee(customer, Parameters), net, net + 1);
    });

    [Fact]
    public void Splitting_work_over_wallets_gains_nothing_in_the_pool_for_work() =>
        Gen.Select(Gen.Long[1, 1_000_000], Gen.Long[1, 1_000_000], Gen.Long[0, 10_000_000]).Sample((a, b, others) =>
        {
            long[] merged = new long[2], split = new long[3];
            _ = BurnMint.Share(15_000 * RenderTerms.UnitsPerToken, [a + b, others], merged, Parameters);
            _ = BurnMint.Share(15_000 * RenderTerms.UnitsPerToken, [a, b, others], split, Parameters);
            Assert.InRange(split[0] + split[1] - merged[0], -2, 2);
        });

    /// <summary>e5: a pool of 49,534 at 3.85 USD against 11,012 USD burned, 17 to 1.</summary>
    [Fact]
    public void The_subsidy_ratio_of_epoch_five_is_seventeen() =>
        Assert.Equal(17.3, BurnMint.Subsidy(49_534.13, 11_012.53 / 2858.36, 11_012.53), 1);

    [Fact]
    public void The_optimum_of_self_rendering_is_its_best_and_zero_beyond_the_threshold() =>
        Gen.Select(Gen.Double[1, 1e6], Gen.Double[1, 1e6]).Sample((pool, honest) =>
        {
            double best = SelfRendering.Optimum(pool, honest);
            Assert.Equal(pool > honest, best > 0);
            double top = SelfRendering.Profit(pool, honest, best);
            Assert.True(top >= SelfRendering.Profit(pool, honest, best * 1.01) - 1e-6);
            Assert.True(top >= SelfRendering.Profit(pool, honest, best * 0.99) - 1e-6);
            Assert.Equal(best, SelfRendering.Together(pool, honest, 1), Math.Max(1e-6, best * 1e-6));
        });

    [Fact]
    public void Entry_drives_all_spending_to_the_pool()
    {
        Assert.Equal(90_000, SelfRendering.Together(100_000, 10_000, 1_000_000), 1.0);
        Assert.Equal(0, SelfRendering.Together(10_000, 10_000, 5));
    }

    [Fact]
    public void Wallets_of_three_regain_what_the_penalty_takes() => Gen.Int[1, 60].Sample(nodes =>
    {
        double merged = nodes * Availability.Penalty(nodes, Parameters);
        double split = 0;
        for (int left = nodes; left > 0; left -= 3)
        {
            int here = Math.Min(left, 3);
            split += here * Availability.Penalty(here, Parameters);
        }

        Assert.Equal(nodes, split);
        Assert.True(nodes > 3 ? merged < split : merged == split);
    });
}
