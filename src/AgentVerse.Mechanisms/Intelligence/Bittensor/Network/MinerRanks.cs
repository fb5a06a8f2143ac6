using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// A subnet's miners by rank: what those outside can read of their chances. A miner is a uid without a permit.
/// </summary>
internal static class MinerRanks
{
    /// <summary>Days in which a past pruning counts half.</summary>
    private const double HazardHalfLifeDays = 1;

    private static readonly double HazardRate = DeterministicMath.Log(2) / HazardHalfLifeDays;

    /// <summary>Gives every miner the decile of its incentive in the epoch that has run.</summary>
    internal static void Rank(SubnetState state, SubnetScratch scratch)
    {
        int miners = Sorted(state, scratch, byQuality: false);
        state.Decile.Clear();
        for (int rank = 0; rank < miners; rank++)
        {
            state.Decile[scratch.Ranked[rank].Uid] = (byte)(rank * BittensorTerms.Deciles / miners);
        }
    }

    /// <summary>Mean income a day by decile of incentive, and the qualities that cut the miners into deciles.</summary>
    internal static void Describe(
        SubnetState state, SubnetScratch scratch, Span<double> incomeByDecile, Span<double> qualityCuts)
    {
        int tempo = Math.Max(1, state.Parameters.Tempo);
        double epochsPerDay = (double)BittensorTerms.BlocksPerDay / tempo;
        Span<int> count = stackalloc int[BittensorTerms.Deciles];
        count.Clear();
        for (int uid = 0; uid < state.Neurons.NeuronCount; uid++)
        {
            if (!state.Neurons.ValidatorPermit[uid])
            {
                incomeByDecile[state.Decile[uid]] += state.Neurons.ServerEmission[uid] * epochsPerDay;
                count[state.Decile[uid]]++;
            }
        }

        for (int decile = 0; decile < incomeByDecile.Length; decile++)
        {
            incomeByDecile[decile] /= Math.Max(1, count[decile]);
        }

        int miners = Sorted(state, scratch, byQuality: true);
        for (int cut = 0; cut < qualityCuts.Length && miners > 0; cut++)
        {
            qualityCuts[cut] = scratch.Ranked[(cut + 1) * miners / BittensorTerms.Deciles].Value;
        }
    }

    /// <summary>
    /// Counts the pruning of a miner: its decile's rate rises by ln 2 a half-life, over the decile's miners.
    /// </summary>
    internal static void CountPruning(SubnetState state, int uid)
    {
        double miners = Math.Max(1, (double)state.Neurons.NeuronCount / BittensorTerms.Deciles);
        state.Hazard[state.Decile[uid]] += HazardRate / miners;
    }

    /// <summary>Lets a tick pass over the rates of pruning.</summary>
    internal static void Fade(SubnetState state, double days)
    {
        double factor = DeterministicMath.Exp(-HazardRate * days);
        foreach (ref double rate in state.Hazard)
        {
            rate *= factor;
        }
    }

    /// <summary>Sorts the miners, ascending, equal ones by uid; returns how many there are.</summary>
    private static int Sorted(SubnetState state, SubnetScratch scratch, bool byQuality)
    {
        int miners = 0;
        for (int uid = 0; uid < state.Neurons.NeuronCount; uid++)
        {
            if (!state.Neurons.ValidatorPermit[uid])
            {
                double value = byQuality ? state.Quality[uid] : state.Neurons.ServerEmission[uid];
                scratch.Ranked[miners++] = (value, uid);
            }
        }

        scratch.Ranked.AsSpan(0, miners).Sort(static (a, b) =>
            a.Value != b.Value ? a.Value.CompareTo(b.Value) : a.Uid.CompareTo(b.Uid));
        return miners;
    }
}
