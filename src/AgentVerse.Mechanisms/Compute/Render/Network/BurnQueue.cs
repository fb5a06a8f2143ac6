namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>
/// Takes the fee on the tick's approved work and burns RENDER for the rest, bought from holders when it falls due. At a
/// price of 0, or when holders have nothing left, it waits.
/// </summary>
internal static class BurnQueue
{
    internal static void Run(in SchedulerRun run)
    {
        SchedulerState state = run.State;
        long value = checked(run.Counts.Value + run.Counts.OutsideValue);
        long fee = BurnMint.Fee(value, run.Spec.Parameters);
        run.Counts.Fee = fee;
        state.Fees = checked(state.Fees + fee);
        state.Due[^1] = checked(state.Due[^1] + value - fee);
        long usd = state.Due[0];
        long burned = run.Price > 0 ? BurnMint.Bought(usd, run.Price, run.Spec.Parameters) : 0;
        if (run.Price == 0)
        {
            usd = 0;
        }
        else if (burned > state.Holders)
        {
            burned = state.Holders;
            usd = Math.Min(usd, BurnMint.Worth(burned, run.Price));
        }

        state.Due[0] -= usd;
        state.Exchange = checked(state.Exchange + usd);
        state.Holders -= burned;
        run.Tick.Burn(run.Spec.Render, burned);
        run.Counts.Burned = burned;
        run.Counts.BurnedUsd = usd;
        Advance(state.Due);
    }

    /// <summary>A tick later: what was not burned stays due with what falls due next.</summary>
    private static void Advance(long[] due)
    {
        if (due.Length == 1)
        {
            return;
        }

        due[1] = checked(due[1] + due[0]);
        Array.Copy(due, 1, due, 0, due.Length - 1);
        due[^1] = 0;
    }
}
