using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The division of an epoch's emission (step 12 of run_epoch.rs::epoch_mechanism).</summary>
internal static class YumaEmission
{
    /// <summary>
    /// With C = sum I + sum D: server = floor(N*I/C), validator = floor(N*D/C), emission = floor(N*(I+D)/C). With C = 0
    /// validators get N by active stake, or by all stake where nobody is active, and servers nothing.
    /// </summary>
    internal static void Divide(long emission, SubnetParameters subnet, EpochWorkspace workspace)
    {
        ReadOnlySpan<I32F32> incentive = workspace.Incentive, dividends = workspace.Dividends;
        I32F32 total = Proportions.Sum(incentive) + Proportions.Sum(dividends);
        bool byStake = total == I32F32.Zero && subnet.Holds(Rule.ZeroIncentivePaysByStake);
        ReadOnlySpan<I32F32> stake =
            Proportions.Sum(workspace.ActiveStake) == I32F32.Zero ? workspace.Stake : workspace.ActiveStake;
        for (int uid = 0; uid < workspace.NeuronCount; uid++)
        {
            I32F32 server = total == I32F32.Zero ? I32F32.Zero : incentive[uid] / total;
            I32F32 validator = byStake ? stake[uid] : dividends[uid] / total;
            I32F32 combined = byStake ? stake[uid] : (incentive[uid] + dividends[uid]) / total;
            workspace.ServerEmission[uid] = server.Of(emission);
            workspace.ValidatorEmission[uid] = validator.Of(emission);
            workspace.Emission[uid] = combined.Of(emission);
        }
    }
}
