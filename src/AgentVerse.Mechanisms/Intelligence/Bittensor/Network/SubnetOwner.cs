using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>What the owner of a subnet may set, and how often.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/admin-utils (sudo_set_*), utils/rate_limiting.rs: two tempos between
/// two changes of one parameter, none within AdminFreezeWindow of an epoch. The chain leaves kappa to root.
/// </remarks>
internal static class SubnetOwner
{
    /// <summary>Above it no owner may lift the floor of the registration price, rao (MinBurnUpperBound).</summary>
    private const long MinBurnUpperBound = 1_000_000_000;

    /// <summary>Below it no owner may lower the ceiling, rao (MaxBurnLowerBound).</summary>
    private const long MaxBurnLowerBound = 100_000_000;

    private const long MostTao = 21_000_000_000_000;
    private const int MostRevealPeriod = 100;

    /// <summary>Sets a hyper-parameter from the next block on, or refuses.</summary>
    internal static void SetHyperparameter(in SubnetRun run, in Intent intent, long block)
    {
        SubnetState state = run.State;
        bool isKnown = intent.A is >= (long)Hyperparameter.ImmunityPeriod and <= (long)Hyperparameter.RevealPeriod;
        Refusal? refusal = state.OwnerAccount == 0 || intent.Account != state.OwnerAccount ? Refusal.NotSubnetOwner
            : !isKnown ? Refusal.OutOfRange
            : IsTooSoon(state, (int)intent.A, block) ? Refusal.RateLimitExceeded
            : With(state.Parameters, (Hyperparameter)intent.A, intent.B) is null ? Refusal.OutOfRange
            : null;
        if (refusal is { } reason)
        {
            SubnetIntents.Refuse(run, intent, reason, block);
            return;
        }

        state.Parameters = With(state.Parameters, (Hyperparameter)intent.A, intent.B)!;
        state.HyperparameterSetAt[(int)intent.A] = block;
        run.Tick.Tell(
            run.Events.HyperparameterSet, run.SecondOf(block), intent.Sender, 0, intent.A, intent.B);
    }

    private static bool IsTooSoon(SubnetState state, int parameter, long block)
    {
        SubnetParameters subnet = state.Parameters;
        long last = state.HyperparameterSetAt[parameter];
        long wait = (long)subnet.Chain.OwnerHyperparamRateLimit * subnet.Tempo;
        bool isFrozen = EpochSchedule.BlocksUntilNext(state.Clock, block, subnet) < subnet.Chain.AdminFreezeWindow;
        return isFrozen || (last != 0 && block - last < wait);
    }

    /// <summary>The parameters with one changed; null if the value is out of range.</summary>
    private static SubnetParameters? With(SubnetParameters subnet, Hyperparameter parameter, long value) =>
        parameter switch
        {
            Hyperparameter.ImmunityPeriod when value is >= 0 and <= ushort.MaxValue =>
                subnet with { ImmunityPeriod = value },
            Hyperparameter.Kappa when value is >= 0 and <= ushort.MaxValue => subnet with { Kappa = (int)value },
            Hyperparameter.MinBurn when value >= 0 && value < Math.Min(MinBurnUpperBound, subnet.MaxBurn) =>
                subnet with { MinBurn = value },
            Hyperparameter.MaxBurn when value > Math.Max(MaxBurnLowerBound, subnet.MinBurn) && value <= MostTao =>
                subnet with { MaxBurn = value },
            Hyperparameter.CommitReveal when value is 0 or 1 =>
                subnet with { CommitRevealWeightsEnabled = value == 1 },
            Hyperparameter.RevealPeriod when value is >= 1 and <= MostRevealPeriod =>
                subnet with { RevealPeriodEpochs = value },
            _ => null,
        };
}
