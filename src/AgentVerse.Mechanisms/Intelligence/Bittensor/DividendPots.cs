using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The division of an epoch's alpha pot and root pot among hotkeys.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, coinbase/run_coinbase.rs::calculate_dividend_distribution.
/// </remarks>
public static class DividendPots
{
    /// <summary>
    /// With phi = root*w / (alpha + root*w), a dividend d counts as d*phi for the root pot and as d - d*phi for the
    /// alpha pot; each pot is paid pro rata. Dividends are weights only: they need not sum to the pots. A pot without
    /// weights is not paid.
    /// </summary>
    /// <param name="pots">Alpha for validators and their nominators, and for stakers on root.</param>
    /// <param name="taoWeight">w, 0..1.</param>
    /// <param name="hotkeys">Stakes before inheritance.</param>
    /// <param name="dividends">d by hotkey, base units.</param>
    /// <param name="parts">Result by hotkey; each pot's parts sum to at most the pot.</param>
    public static void Divide(
        in DividendPart pots,
        U96F32 taoWeight,
        in HotkeyColumns hotkeys,
        ReadOnlySpan<long> dividends,
        Span<DividendPart> parts)
    {
        U96F32 alphaSum = U96F32.Zero, rootSum = U96F32.Zero;
        for (int hotkey = 0; hotkey < parts.Length; hotkey++)
        {
            U96F32 dividend = U96F32.FromInteger(dividends[hotkey]);
            U96F32 rootStake = U96F32.FromInteger(hotkeys.RootStake[hotkey]) * taoWeight;
            U96F32 phi = rootStake / (U96F32.FromInteger(hotkeys.AlphaStake[hotkey]) + rootStake);
            U96F32 root = dividend * phi;
            parts[hotkey] = new DividendPart(dividend - root, root);
            alphaSum += dividend - root;
            rootSum += root;
        }

        for (int hotkey = 0; hotkey < parts.Length; hotkey++)
        {
            DividendPart part = parts[hotkey];
            parts[hotkey] = new DividendPart(pots.Alpha * (part.Alpha / alphaSum), pots.Root * (part.Root / rootSum));
        }
    }
}

/// <summary>The two pots, or one hotkey's part of them; alpha base units with 32 fraction bits.</summary>
/// <param name="Alpha">For those who stake alpha with hotkeys.</param>
/// <param name="Root">For those who stake TAO with them on root.</param>
public readonly record struct DividendPart(U96F32 Alpha, U96F32 Root);
