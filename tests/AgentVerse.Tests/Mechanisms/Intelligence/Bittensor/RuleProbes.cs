using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

/// <summary>Checks of our own, derived by hand from the source, for rules that no published number binds.</summary>
internal static class RuleProbes
{
    /// <summary>For each such rule, whether its check passes under the given parameters.</summary>
    internal static IReadOnlyDictionary<Rule, Func<ChainParameters, bool>> All { get; } =
        new Dictionary<Rule, Func<ChainParameters, bool>>
        {
            [Rule.ConsensusExceedsTheMinorityStrictly] = ConsensusNeedsMoreThanTheMinority,
            [Rule.OwnerIncentiveIsWithheld] = OwnerGetsNoIncentive,
            [Rule.LongSilenceForcesAnEpoch] = SilenceEnds,
            [Rule.OwnerIsExemptFromTheThreshold] = OwnerKeepsSmallStake,
            [Rule.ChildrenLowerTheSelfContribution] = LentStakeIsNotOwn,
        };

    /// <summary>
    /// Stakes of 4:1 and kappa 0.2: in 32 fraction bits the larger stake equals the minority, 3435973836, to the bit, so
    /// that the smaller validator's weight decides.
    /// </summary>
    private static bool ConsensusNeedsMoreThanTheMinority(ChainParameters chain)
    {
        EpochState state = TestSubnets.Of(minerCount: 2, stakes: [4, 1]);
        state.Mechanisms[0].Weights.SetRow(0, [2, 3], [65535, 0]);
        state.Mechanisms[0].Weights.SetRow(1, [2, 3], [0, 65535]);
        SubnetParameters subnet = TestSubnets.Parameters with { Kappa = 13107, Chain = chain with { StakeThreshold = 0 } };
        EpochWorkspace workspace = new();
        Yuma.Run(state, TestSubnets.Block, 1000, subnet, workspace);
        return workspace.Consensus[3] == I32F32.One;
    }

    private static bool OwnerGetsNoIncentive(ChainParameters chain)
    {
        HotkeyColumns hotkeys = new()
        {
            AlphaStake = [10, 10, 10],
            RootStake = [0, 0, 0],
            Owner = [0, 7, 2],
            Take = [0, 0, 0],
            ChildTake = [0, 0, 0],
        };
        EpochEmission neurons = new()
        {
            HotkeyOfUid = [0, 1, 2],
            Server = [300, 100, 0],
            Validator = [0, 0, 400],
            OwnerHotkey = -1,
            OwnerColdkey = 7,
        };
        PayoutRows rows = new();
        Payout.Pay(new PendingEmission(400, 400, 0, 0), neurons, hotkeys, new SubnetParameters { Chain = chain }, rows);
        return rows.Incentive[1] == 0 && rows.Withheld == 100 && rows.MinerBurned.ToDouble() == 0.25;
    }

    private static bool SilenceEnds(ChainParameters chain) => EpochSchedule.IsDue(
        new EpochClock(LastEpochBlock: 50_400, 0, BlocksSinceLastStep: 50_401, 0),
        block: 50_401,
        new SubnetParameters { Chain = chain });

    private static bool OwnerKeepsSmallStake(ChainParameters chain)
    {
        EpochState state = TestSubnets.Of(minerCount: 1, stakes: [5, 50]);
        state.OwnerUid = 0;
        SubnetParameters subnet = TestSubnets.Parameters with { Chain = chain with { StakeThreshold = 20 } };
        EpochWorkspace workspace = new();
        Yuma.Run(state, TestSubnets.Block, 1000, subnet, workspace);
        return workspace.Stake[0] > I32F32.Zero;
    }

    /// <summary>A key that lends all its stake has no part in its own dividend but as the one who is left over.</summary>
    private static bool LentStakeIsNotOwn(ChainParameters chain)
    {
        HotkeyColumns hotkeys = new()
        {
            AlphaStake = [100, 100, 100],
            RootStake = [0, 0, 0],
            Owner = [0, 0, 0],
            Take = [0, 0, 0],
            ChildTake = [0, 0, 0],
            Links = [new ChildLink(0, 1, ulong.MaxValue), new ChildLink(1, 2, ulong.MaxValue)],
        };
        long[] dividends = new long[3];
        _ = Family.Distribute(1, 1000, hotkeys, chain, dividends);
        return dividends[0] == 1000 && dividends[1] == 0;
    }
}
