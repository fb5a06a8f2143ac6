using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// Staking TAO for alpha and selling alpha for TAO, through the pool. Root takes TAO one to one, without fee.
/// </summary>
/// <remarks>
/// Accounts are those of one subnet; wallets and share pools are the caller's. Source: opentensor/subtensor 14bc6f9f,
/// pallets/subtensor/src/staking/stake_utils.rs (validate_add_stake, stake_into_subnet, validate_remove_stake,
/// unstake_from_subnet, swap_tao_for_alpha, swap_alpha_for_tao).
/// </remarks>
public static class Staking
{
    /// <summary>
    /// Stakes TAO: the pool takes it less fee and pays alpha, which is then outside the pool. With a limit the order
    /// fills in part or is refused as <see cref="StakeError.SlippageTooHigh"/>; what is not paid stays with the
    /// coldkey.
    /// </summary>
    public static StakeResult Buy(SubnetAccounts accounts, in StakeRequest request, SubnetParameters subnet)
    {
        U64F64 limit = request.LimitPrice ?? Balancer.MaxPrice;
        SwapOrder order = new(SwapSide.Buy, request.Amount) { LimitPrice = limit };
        SwapResult swap = Balancer.Swap(accounts.Pool, order, subnet);
        long leastFee = Balancer.Fee(subnet.Chain.MinStake, subnet);
        bool isPartial = swap.Error == SwapError.None && swap.AmountIn + swap.Fee < request.Amount;
        StakeError error = !request.SubnetExists ? StakeError.SubnetNotExists
            : !request.SubtokenEnabled ? StakeError.SubtokenDisabled
            : request.Amount < subnet.Chain.MinStake + leastFee ? StakeError.AmountTooLow
            : isPartial && !request.AllowsPartial ? StakeError.SlippageTooHigh
            : request.Amount > request.Available ? StakeError.NotEnoughBalanceToStake
            : !request.HotkeyExists ? StakeError.HotKeyAccountNotExists
            : swap.Error != SwapError.None ? StakeError.InsufficientLiquidity
            : swap.AmountIn < subnet.Chain.MinStake ? StakeError.AmountTooLow
            : swap.AmountOut == 0 ? StakeError.InsufficientLiquidity
            : StakeError.None;
        if (error != StakeError.None)
        {
            return new StakeResult(error, 0, 0, 0);
        }

        accounts.Pool = swap.Pool;
        accounts.AlphaOut += swap.AmountOut;
        accounts.UserFlow += swap.AmountIn;
        return new StakeResult(error, swap.AmountIn + swap.Fee, swap.AmountOut, swap.Fee);
    }

    /// <summary>
    /// Sells alpha: the pool takes it less fee and pays TAO; the fee in alpha is sold too, without fee, for the block's
    /// author. A sale that leaves something must bring at least MinStake.
    /// </summary>
    public static StakeResult Sell(SubnetAccounts accounts, in StakeRequest request, SubnetParameters subnet)
    {
        U64F64 limit = request.LimitPrice ?? Balancer.MinPrice;
        SwapOrder order = new(SwapSide.Sell, request.Amount) { LimitPrice = limit };
        SwapResult swap = Balancer.Swap(accounts.Pool, order, subnet);
        bool isPartial = swap.Error == SwapError.None && swap.AmountIn + swap.Fee < request.Amount;
        bool leavesSome = request.Amount < request.Available;
        StakeError error = !request.SubnetExists ? StakeError.SubnetNotExists
            : request.Amount <= 0 ? StakeError.AmountTooLow
            : request.Amount > request.Available ? StakeError.NotEnoughStakeToWithdraw
            : swap.Error != SwapError.None ? StakeError.InsufficientLiquidity
            : leavesSome && swap.AmountOut < subnet.Chain.MinStake ? StakeError.AmountTooLow
            : isPartial && !request.AllowsPartial ? StakeError.SlippageTooHigh
            : !request.HotkeyExists ? StakeError.HotKeyAccountNotExists
            : request.Amount > request.Available - request.Locked ? StakeError.StakeUnavailable
            : StakeError.None;
        if (error != StakeError.None)
        {
            return new StakeResult(error, 0, 0, 0);
        }

        accounts.Pool = swap.Pool;
        accounts.AlphaOut -= swap.AmountIn;
        long authorTao = SellFee(accounts, swap.Fee, subnet);
        accounts.UserFlow -= swap.AmountOut + authorTao;
        return new StakeResult(error, swap.AmountIn + swap.Fee, swap.AmountOut, authorTao);
    }

    /// <summary>
    /// Sells alpha for the chain without fee, down to its least price, as for root's dividends. Nothing happens when
    /// the pool refuses.
    /// </summary>
    /// <returns>TAO paid out, rao.</returns>
    public static long SellForRoot(SubnetAccounts accounts, long alpha, SubnetParameters subnet)
    {
        SwapResult swap = SellFree(accounts, alpha, subnet);
        accounts.ProtocolFlow -= swap.AmountOut;
        return swap.AmountOut;
    }

    /// <summary>
    /// Pays a registration: the price buys alpha that is destroyed, so TAO stays in the pool and lifts the price.
    /// </summary>
    /// <param name="accounts">The subnet's accounts; changed.</param>
    /// <param name="price">rao, with the swap's fee in it.</param>
    /// <param name="subnet">Fee.</param>
    /// <param name="authorTao">The fee, for the block's author, rao.</param>
    /// <returns>False if the pool refuses; then nothing happened.</returns>
    public static bool TryBurn(SubnetAccounts accounts, long price, SubnetParameters subnet, out long authorTao)
    {
        SwapOrder order = new(SwapSide.Buy, price) { LimitPrice = Balancer.MaxPrice };
        SwapResult swap = Balancer.Swap(accounts.Pool, order, subnet);
        authorTao = swap.Fee;
        accounts.Pool = swap.Pool;
        accounts.UserFlow += swap.Error == SwapError.None ? price : 0;
        return swap.Error == SwapError.None;
    }

    private static long SellFee(SubnetAccounts accounts, long fee, SubnetParameters subnet)
    {
        if (fee == 0)
        {
            return 0;
        }

        // A fee too small to be paid anything stays in AlphaOut and belongs to nobody.
        return SellFree(accounts, fee, subnet).AmountOut;
    }

    private static SwapResult SellFree(SubnetAccounts accounts, long alpha, SubnetParameters subnet)
    {
        SwapOrder order = new(SwapSide.Sell, alpha) { LimitPrice = Balancer.MinPrice, IsFree = true };
        SwapResult swap = Balancer.Swap(accounts.Pool, order, subnet);
        accounts.Pool = swap.Pool;
        accounts.AlphaOut -= swap.AmountIn;
        return swap;
    }
}
