using AgentVerse.Mechanisms.Intelligence.Bittensor;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

/// <summary>Small subnets in good order: everyone registered at block 1, updated at 900, and now is 1000.</summary>
internal static class TestSubnets
{
    internal const long Block = 1000;

    internal static SubnetParameters Parameters { get; } = new()
    {
        Chain = new ChainParameters { StakeThreshold = 0 },
        CommitRevealWeightsEnabled = false,
    };

    /// <summary>Permitted validators with these stakes on the first uids, miners after them.</summary>
    internal static EpochState Of(int minerCount, ReadOnlySpan<long> stakes, int capacity = 0)
    {
        EpochState state = new(Math.Max(1, Math.Max(capacity, stakes.Length + minerCount)));
        for (int uid = 0; uid < stakes.Length + minerCount; uid++)
        {
            _ = state.Append(1);
            state.Mechanisms[0].LastUpdate[uid] = 900;
            state.AlphaStake[uid] = uid < stakes.Length ? stakes[uid] : 0;
            state.ValidatorPermit[uid] = uid < stakes.Length;
        }

        return state;
    }
}
