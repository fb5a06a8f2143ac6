using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Parents and children: lent stake, and the dividends that go back to those who lent it.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/staking/stake_utils.rs
/// (get_inherited_for_hotkey_on_subnet, get_tao_inherited_for_hotkey_on_subnet) and coinbase/run_coinbase.rs
/// (get_self_contribution, get_parent_child_dividends_distribution).
/// </remarks>
public static class Family
{
    /// <summary>
    /// Stake after lending: own - sum of parts lent to children + sum of parts borrowed from parents, floored at the
    /// end. Called once with alpha and once with root TAO.
    /// </summary>
    /// <param name="stake">Own stake by hotkey, base units.</param>
    /// <param name="links">Who lends to whom.</param>
    /// <param name="inherited">Result, as long as <paramref name="stake"/>.</param>
    /// <remarks>O(hotkeys + links).</remarks>
    public static void Inherit(ReadOnlySpan<long> stake, ReadOnlySpan<ChildLink> links, Span<long> inherited)
    {
        const int OnStack = 512;
        int count = stake.Length;
        Span<UInt128> lent = count <= OnStack ? stackalloc UInt128[count] : new UInt128[count];
        Span<UInt128> borrowed = count <= OnStack ? stackalloc UInt128[count] : new UInt128[count];
        foreach (ChildLink link in links)
        {
            U96F32 part = U96F32.FromInteger(stake[link.Parent]) * U96F32.FromU64Proportion(link.Proportion);
            lent[link.Parent] += part.Raw;
            borrowed[link.Child] += part.Raw;
        }

        for (int hotkey = 0; hotkey < stake.Length; hotkey++)
        {
            U96F32 kept = U96F32.FromInteger(stake[hotkey]) - new U96F32(lent[hotkey]);
            inherited[hotkey] = (kept + new U96F32(borrowed[hotkey])).ToInteger();
        }
    }

    /// <summary>
    /// Splits a child's dividend by who contributed its stake: a parent gets d * contribution / total less the child's
    /// take and burn if another coldkey owns it; the child keeps the rest and the takes.
    /// </summary>
    /// <param name="child">The hotkey that earned the dividend.</param>
    /// <param name="dividend">d, base units.</param>
    /// <param name="hotkeys">Stakes, owners, takes, links.</param>
    /// <param name="chain">Weight of TAO, burn of child dividends.</param>
    /// <param name="dividends">Dividends by hotkey; the parts are added to it, each floored.</param>
    /// <returns>What is recycled by the burn of child dividends, base units.</returns>
    public static long Distribute(
        int child, long dividend, in HotkeyColumns hotkeys, ChainParameters chain, Span<long> dividends)
    {
        if (dividend == 0)
        {
            return 0;
        }

        U96F32 taoWeight = U96F32.FromU64Proportion(chain.TaoWeight);
        U96F32 earned = U96F32.FromInteger(dividend);
        U96F32 total = U96F32.FromInteger(SelfContribution(child, hotkeys, taoWeight, chain));
        foreach (ChildLink link in hotkeys.Links)
        {
            total += link.Child == child ? Contribution(link, hotkeys, taoWeight) : U96F32.Zero;
        }

        U96F32 rest = earned, takes = U96F32.Zero;
        U96F32 take = U96F32.FromU16Proportion(hotkeys.ChildTake[child]);
        U96F32 burn = U96F32.FromU64Proportion(chain.ChildKeyBurn);
        long recycled = 0;
        foreach (ChildLink link in hotkeys.Links)
        {
            if (link.Child != child)
            {
                continue;
            }

            U96F32 part = earned * (Contribution(link, hotkeys, taoWeight) / total);
            rest -= part;
            bool sameOwner = hotkeys.Owner[link.Parent] == hotkeys.Owner[child];
            if (!sameOwner || !chain.Holds(Rule.ChildTakeNeedsDifferentOwners))
            {
                U96F32 burnt = burn * part, taken = take * part;
                part = part - burnt - taken;
                takes += taken;
                recycled += burnt.ToInteger();
            }

            dividends[link.Parent] += part.ToInteger();
        }

        dividends[child] += (rest + takes).ToInteger();
        return recycled;
    }

    /// <summary>floor((alpha + root * w) * (1 - sum of parts lent)): the hotkey's own stake in its own work.</summary>
    private static long SelfContribution(
        int hotkey, in HotkeyColumns hotkeys, U96F32 taoWeight, ChainParameters chain)
    {
        U96F32 kept = U96F32.One;
        foreach (ChildLink link in hotkeys.Links)
        {
            bool lends = link.Parent == hotkey && chain.Holds(Rule.ChildrenLowerTheSelfContribution);
            kept -= lends ? U96F32.FromU64Proportion(link.Proportion) : U96F32.Zero;
        }

        U96F32 alpha = U96F32.FromInteger(hotkeys.AlphaStake[hotkey]) * kept;
        U96F32 root = U96F32.FromInteger(hotkeys.RootStake[hotkey]) * kept * taoWeight;
        return (alpha + root).ToInteger();
    }

    private static U96F32 Contribution(ChildLink link, in HotkeyColumns hotkeys, U96F32 taoWeight)
    {
        U96F32 part = U96F32.FromU64Proportion(link.Proportion);
        U96F32 root = U96F32.FromInteger(hotkeys.RootStake[link.Parent]) * part * taoWeight;
        return (U96F32.FromInteger(hotkeys.AlphaStake[link.Parent]) * part) + root;
    }
}
