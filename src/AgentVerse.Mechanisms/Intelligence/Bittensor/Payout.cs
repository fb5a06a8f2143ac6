using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Alpha that waits for a subnet's next epoch, base units.</summary>
/// <param name="Server">For miners.</param>
/// <param name="Validator">For validators and nominators.</param>
/// <param name="Root">For stakers on root.</param>
/// <param name="OwnerCut">For the owner.</param>
public readonly record struct PendingEmission(long Server, long Validator, long Root, long OwnerCut)
{
    /// <summary>What the epoch divides: all but the owner's cut.</summary>
    public long ForEpoch => Server + Validator + Root;

    /// <summary>Adds one block's parts.</summary>
    public PendingEmission Add(in AlphaParts parts) => new(
        Server + parts.Server, Validator + parts.Validator, Root + parts.Root, OwnerCut + parts.OwnerCut);
}

/// <summary>The payment of an epoch's alpha to hotkeys, owner and root.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, coinbase/run_coinbase.rs (distribute_emission,
/// calculate_dividends_and_incentives, distribute_dividends_and_incentives).
/// </remarks>
public static class Payout
{
    /// <summary>
    /// Pays an epoch that has run: incentive to miners unless the owner owns them, the validator pot (with the server
    /// pot too if nobody has incentive) and the root pot to hotkeys after families and takes, the cut to the owner.
    /// </summary>
    /// <param name="pending">The pots.</param>
    /// <param name="neurons">The epoch's results by uid.</param>
    /// <param name="hotkeys">Stakes, owners, takes and families by hotkey.</param>
    /// <param name="subnet">What becomes of the owner's incentive; weight of TAO.</param>
    /// <param name="rows">Result by hotkey with its totals; cleared first. Its parts sum to the pots.</param>
    public static void Pay(
        in PendingEmission pending,
        in EpochEmission neurons,
        in HotkeyColumns hotkeys,
        SubnetParameters subnet,
        PayoutRows rows)
    {
        rows.Begin(hotkeys.Count);
        long incentiveSum = 0;
        for (int uid = 0; uid < neurons.HotkeyOfUid.Length; uid++)
        {
            int hotkey = neurons.HotkeyOfUid[uid];
            incentiveSum += neurons.Server[uid];
            rows.Incentive[hotkey] += neurons.Server[uid];
            rows.ChildBurn += Family.Distribute(
                hotkey, neurons.Validator[uid], hotkeys, subnet.Chain, rows.Dividends);
        }

        bool validatorsGetAll = incentiveSum == 0 && subnet.Holds(Rule.ServerPotGoesToValidatorsWithoutIncentive);
        long validatorPot = pending.Validator + (validatorsGetAll ? pending.Server : 0);
        U96F32 taoWeight = subnet.Holds(Rule.AlphaPotIgnoresRootStake)
            ? U96F32.FromU64Proportion(subnet.Chain.TaoWeight)
            : U96F32.Zero;
        DividendPart pots = new(U96F32.FromInteger(validatorPot), U96F32.FromInteger(pending.Root));
        DividendPots.Divide(pots, taoWeight, hotkeys, rows.Dividends, rows.Parts);
        Withhold(neurons, hotkeys, subnet, rows, incentiveSum);
        Share(hotkeys, rows);
        rows.OwnerCut = neurons.OwnerHotkey >= 0 ? pending.OwnerCut : 0;
        rows.Undistributed = pending.ForEpoch + pending.OwnerCut - rows.Paid - rows.Withheld;
    }

    /// <summary>
    /// Takes incentive from the owner's hotkeys: it is burnt or recycled, and lowers the subnet's emission.
    /// </summary>
    private static void Withhold(
        in EpochEmission neurons, in HotkeyColumns hotkeys, SubnetParameters subnet, PayoutRows rows, long incentiveSum)
    {
        for (int hotkey = 0; hotkey < hotkeys.Count; hotkey++)
        {
            bool isOwners = hotkey == neurons.OwnerHotkey
                || (neurons.OwnerColdkey >= 0 && hotkeys.Owner[hotkey] == neurons.OwnerColdkey);
            if (isOwners && subnet.Holds(Rule.OwnerIncentiveIsWithheld))
            {
                rows.Withheld += rows.Incentive[hotkey];
                rows.Incentive[hotkey] = 0;
            }
        }

        rows.MinerBurned = U96F32.FromInteger(rows.Withheld) / U96F32.FromInteger(incentiveSum);
    }

    /// <summary>Splits each hotkey's pot parts into the take of its owner and the rest, each floored.</summary>
    private static void Share(in HotkeyColumns hotkeys, PayoutRows rows)
    {
        for (int hotkey = 0; hotkey < hotkeys.Count; hotkey++)
        {
            U96F32 take = U96F32.FromU16Proportion(hotkeys.Take[hotkey]);
            DividendPart part = rows.Parts[hotkey];
            U96F32 alphaTake = take * part.Alpha, rootTake = take * part.Root;
            rows.AlphaTake[hotkey] = alphaTake.ToInteger();
            rows.AlphaDividend[hotkey] = (part.Alpha - alphaTake).ToInteger();
            rows.RootTake[hotkey] = rootTake.ToInteger();
            rows.RootDividend[hotkey] = (part.Root - rootTake).ToInteger();
        }
    }
}

/// <summary>An epoch's emission by uid, and whose subnet it is.</summary>
public readonly ref struct EpochEmission
{
    /// <summary>Index of the hotkey at each uid.</summary>
    public required ReadOnlySpan<int> HotkeyOfUid { get; init; }

    /// <summary>Miner emission by uid, base units.</summary>
    public required ReadOnlySpan<long> Server { get; init; }

    /// <summary>Validator emission by uid, base units.</summary>
    public required ReadOnlySpan<long> Validator { get; init; }

    /// <summary>Index of the owner's hotkey, or -1.</summary>
    public int OwnerHotkey { get; init; }

    /// <summary>Key of the owner's coldkey, or -1.</summary>
    public int OwnerColdkey { get; init; }
}
