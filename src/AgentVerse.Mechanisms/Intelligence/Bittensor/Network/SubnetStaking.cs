using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Stake on a subnet: alpha is bought and sold in its pool by the chain's checks, held in the share pool of a hotkey.
/// An order that meets its limit price fills in part.
/// </summary>
internal static class SubnetStaking
{
    private const long RaoPerTao = 1_000_000_000;

    /// <summary>Buys alpha with the TAO of the intent and stakes it.</summary>
    internal static void Buy(in SubnetRun run, in Intent intent, long block)
    {
        SubnetState state = run.State;
        ulong hotkey = (ulong)intent.A;
        StakeRequest request = new()
        {
            Amount = intent.Amount,
            Available = intent.Amount,
            LimitPrice = LimitOf(intent),
            AllowsPartial = true,
            SubnetExists = true,
            SubtokenEnabled = block >= state.FirstEmissionBlock,
            HotkeyExists = state.UidOf(hotkey) >= 0 || state.Stakes.StakeOf(hotkey) > 0,
        };
        bool isBeyond = request.LimitPrice is { } limit && Balancer.Price(state.Accounts.Pool) >= limit;
        StakeResult result = Staking.Buy(state.Accounts, request, state.Parameters);
        if (result.Error != StakeError.None)
        {
            SubnetIntents.Refuse(run, intent, Reason(result.Error, isBeyond), block);
            return;
        }

        state.Stakes.Stake(hotkey, intent.Account, intent.Sender, result.Received);
        state.ShowStake(hotkey);
        state.FeesTao += result.AuthorTao;
        run.Counts.Staked += result.Paid;
        run.Tick.Pay(
            intent.Sender, RowKinds.Staked, run.Spec.Tao, intent.Amount - result.Paid, result.Received, intent.A);
    }

    /// <summary>Sells alpha of the sender's position for TAO.</summary>
    internal static void Sell(in SubnetRun run, in Intent intent, long block)
    {
        SubnetState state = run.State;
        ulong hotkey = (ulong)intent.A;
        long value = state.Stakes.ValueOf(hotkey, intent.Account);
        if (value == 0)
        {
            SubnetIntents.Refuse(run, intent, Refusal.NotEnoughStake, block);
            return;
        }

        StakeRequest request = new()
        {
            Amount = intent.B == long.MaxValue ? value : intent.B,
            Available = value,
            LimitPrice = LimitOf(intent),
            AllowsPartial = true,
            SubnetExists = true,
            SubtokenEnabled = true,
            HotkeyExists = true,
        };
        Pool before = state.Accounts.Pool;
        bool isBeyond = request.LimitPrice is { } limit && Balancer.Price(before) <= limit;
        StakeResult result = Staking.Sell(state.Accounts, request, state.Parameters);
        if (result.Error != StakeError.None)
        {
            SubnetIntents.Refuse(run, intent, Reason(result.Error, isBeyond), block);
            return;
        }

        bool isTaken = state.Stakes.TryUnstake(hotkey, intent.Account, result.Paid);
        Model.Invariant.Check(isTaken, "what is sold was staked");
        state.ShowStake(hotkey);
        state.FeesTao += result.AuthorTao;

        // A fee too small to be sold stays issued and belongs to nobody.
        state.UnpaidAlpha += result.Paid - (state.Accounts.Pool.Alpha - before.Alpha);
        run.Counts.Unstaked += result.Received;
        run.Tick.Pay(intent.Sender, RowKinds.Unstaked, run.Spec.Tao, result.Received, result.Paid, intent.A);
    }

    /// <summary>Changes the take of the sender's hotkey: a cut at once, a raise not too soon after the last change.</summary>
    internal static void SetTake(in SubnetRun run, in Intent intent, long block)
    {
        SubnetState state = run.State;
        ChainParameters chain = state.Parameters.Chain;
        StakeHotkeys hotkeys = state.Stakes.Hotkeys;
        if (state.UidOf(intent.Account) < 0 && state.Stakes.StakeOf(intent.Account) == 0)
        {
            SubnetIntents.Refuse(run, intent, Refusal.UnknownHotkey, block);
            return;
        }

        int known = hotkeys.TakeOf(intent.Account);
        int current = known == StakeHotkeys.NoTake ? chain.DefaultTake : known;
        int next = (int)Math.Clamp(intent.A, -1, int.MaxValue);
        long? since = hotkeys.TakeSetAt(intent.Account) is { } set ? block - set : null;
        TakeError error = next > current
            ? Takes.CheckRaise(current, next, since, chain)
            : Takes.CheckCut(current, next, chain);
        if (error == TakeError.None)
        {
            hotkeys.SetTake(intent.Account, next, block);
        }
        else
        {
            bool isTooSoon = error == TakeError.DelegateTxRateLimitExceeded;
            SubnetIntents.Refuse(run, intent, isTooSoon ? Refusal.RateLimitExceeded : Refusal.OutOfRange, block);
        }
    }

    /// <summary>C rao an alpha as TAO an alpha; none for 0.</summary>
    private static U64F64? LimitOf(in Intent intent) =>
        intent.C > 0 ? U64F64.FromInteger(intent.C) / U64F64.FromInteger(RaoPerTao) : null;

    private static Refusal Reason(StakeError error, bool isBeyondLimit) => error switch
    {
        StakeError.AmountTooLow => Refusal.AmountTooLow,
        StakeError.HotKeyAccountNotExists => Refusal.UnknownHotkey,
        StakeError.NotEnoughStakeToWithdraw => Refusal.NotEnoughStake,
        StakeError.SubtokenDisabled => Refusal.SubtokenDisabled,
        StakeError.SlippageTooHigh => Refusal.SlippageTooHigh,
        _ => isBeyondLimit ? Refusal.SlippageTooHigh : Refusal.InsufficientLiquidity,
    };
}
