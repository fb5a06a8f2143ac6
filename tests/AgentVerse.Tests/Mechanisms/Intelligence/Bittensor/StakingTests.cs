using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

public sealed class StakingTests
{
    private const long Tao = 1_000_000_000;
    private static readonly SubnetParameters Subnet = new();

    private static SubnetAccounts Accounts => new()
    {
        Pool = new Pool(10_000 * Tao, 100_000 * Tao),
        AlphaOut = 50_000 * Tao,
    };

    [Fact]
    public void Tao_and_alpha_are_conserved_by_buying_and_selling() =>
        Gen.Select(Gen.Long[3_000_000, 1_000 * Tao], Gen.Double[0.01, 1]).Sample((tao, part) =>
        {
            SubnetAccounts a = Accounts;
            (long alpha, long pool) = (a.AlphaIssuance, a.Pool.Tao);
            StakeResult bought = Staking.Buy(a, Buy(tao), Subnet);
            Assert.Equal(StakeError.None, bought.Error);
            Assert.Equal(pool + bought.Paid - bought.AuthorTao, a.Pool.Tao);
            Assert.Equal(alpha, a.AlphaIssuance);

            StakeResult sold = Staking.Sell(a, Sell((long)(bought.Received * part), bought.Received), Subnet);
            Assert.True(sold.Error is StakeError.None or StakeError.AmountTooLow);
            Assert.Equal(alpha, a.AlphaIssuance);
            Assert.Equal(pool + bought.Paid - bought.AuthorTao - sold.Received - sold.AuthorTao, a.Pool.Tao);
            Assert.True(sold.Received <= tao);
        });

    [Theory]
    [InlineData(nameof(StakeError.SubnetNotExists))]
    [InlineData(nameof(StakeError.SubtokenDisabled))]
    [InlineData(nameof(StakeError.AmountTooLow))]
    [InlineData(nameof(StakeError.SlippageTooHigh))]
    [InlineData(nameof(StakeError.NotEnoughBalanceToStake))]
    [InlineData(nameof(StakeError.HotKeyAccountNotExists))]
    public void A_purchase_with_one_defect_is_refused_by_its_name(string name)
    {
        StakeRequest good = Buy(100 * Tao);
        StakeRequest bad = Enum.Parse<StakeError>(name) switch
        {
            StakeError.SubnetNotExists => good with { SubnetExists = false },
            StakeError.SubtokenDisabled => good with { SubtokenEnabled = false },
            StakeError.AmountTooLow => good with { Amount = 2_001_006 },
            StakeError.SlippageTooHigh => good with { LimitPrice = U64F64.FromDouble(0.1001) },
            StakeError.NotEnoughBalanceToStake => good with { Available = (100 * Tao) - 1 },
            _ => good with { HotkeyExists = false },
        };
        SubnetAccounts a = Accounts;
        Assert.Equal(name, Staking.Buy(a, bad, Subnet).Error.ToString());
        Assert.Equal(Accounts.Pool, a.Pool);
    }

    [Theory]
    [InlineData(nameof(StakeError.SubnetNotExists))]
    [InlineData(nameof(StakeError.AmountTooLow))]
    [InlineData(nameof(StakeError.NotEnoughStakeToWithdraw))]
    [InlineData(nameof(StakeError.SlippageTooHigh))]
    [InlineData(nameof(StakeError.HotKeyAccountNotExists))]
    [InlineData(nameof(StakeError.StakeUnavailable))]
    public void A_sale_with_one_defect_is_refused_by_its_name(string name)
    {
        StakeRequest good = Sell(100 * Tao, 200 * Tao);
        StakeRequest bad = Enum.Parse<StakeError>(name) switch
        {
            StakeError.SubnetNotExists => good with { SubnetExists = false },
            StakeError.AmountTooLow => good with { Amount = 10_000 },
            StakeError.NotEnoughStakeToWithdraw => good with { Available = 99 * Tao },
            StakeError.SlippageTooHigh => good with { LimitPrice = U64F64.FromDouble(0.09999) },
            StakeError.HotKeyAccountNotExists => good with { HotkeyExists = false },
            _ => good with { Locked = (100 * Tao) + 1 },
        };
        SubnetAccounts a = Accounts;
        Assert.Equal(name, Staking.Sell(a, bad, Subnet).Error.ToString());
        Assert.Equal(Accounts.Pool, a.Pool);
    }

    [Fact]
    public void A_sale_of_everything_may_bring_less_than_the_least_stake() =>
        Assert.Equal(StakeError.None, Staking.Sell(Accounts, Sell(10_000, 10_000), Subnet).Error);

    [Fact]
    public void A_limited_purchase_that_allows_parts_keeps_the_rest()
    {
        StakeRequest request = Buy(1_000 * Tao) with { LimitPrice = U64F64.FromDouble(0.101), AllowsPartial = true };
        StakeResult result = Staking.Buy(Accounts, request, Subnet);
        Assert.Equal(StakeError.None, result.Error);
        Assert.InRange(result.Paid, 45 * Tao, 55 * Tao);
    }

    [Fact]
    public void A_block_of_emission_spends_at_most_its_share_and_books_all_alpha() =>
        Gen.Select(Gen.Long[0, 500_000_000], Gen.Long[0, 6_000_000 * Tao], Gen.Bool).Sample((tao, root, sells) =>
        {
            SubnetAccounts a = Accounts;
            (Pool pool, long alpha) = (a.Pool, a.AlphaIssuance);
            BlockEmissionResult r = Coinbase.RunBlock(a, U96F32.FromInteger(tao), root, sells, Subnet);
            Assert.InRange(r.TaoSpent, 0, tao);
            Assert.Equal(pool.Tao + r.TaoSpent, a.Pool.Tao);
            Assert.Equal(alpha + r.AlphaInjected + r.AlphaMinted - r.Parts.Recycled, a.AlphaIssuance);
            Assert.Equal(r.AlphaBought, a.ProtocolAlpha);
            long waits = a.Pending.ForEpoch + a.Pending.OwnerCut;
            Assert.InRange(r.AlphaMinted - r.Parts.Recycled - waits, 0, sells ? 4 : r.AlphaMinted);
        });

    [Fact]
    public void Liquidity_from_emission_leaves_the_price_and_purchases_raise_it()
    {
        SubnetAccounts a = Accounts;
        double before = Balancer.Price(a.Pool).ToDouble();
        _ = Coinbase.RunBlock(a, U96F32.FromInteger(20_000_000), 10_000_000 * Tao, true, Subnet);
        Assert.InRange(Balancer.Price(a.Pool).ToDouble(), before * (1 - 1e-12), before * (1 + 1e-12));
        _ = Coinbase.RunBlock(a, U96F32.FromInteger(500_000_000), 0, true, Subnet);
        Assert.True(Balancer.Price(a.Pool).ToDouble() > before);
    }

    private static StakeRequest Buy(long tao) => new()
    {
        Amount = tao,
        Available = tao,
        SubnetExists = true,
        SubtokenEnabled = true,
        HotkeyExists = true,
    };

    private static StakeRequest Sell(long alpha, long position) => Buy(alpha) with { Available = position };
}
