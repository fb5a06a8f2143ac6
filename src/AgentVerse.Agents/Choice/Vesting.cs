using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Choice;

/// <summary>A part of a reward and when it may be sold.</summary>
/// <param name="Share">Share f of the reward.</param>
/// <param name="Days">Days tau until it is free.</param>
public readonly record struct Tranche(double Share, double Days);

/// <summary>What a reward that vests is worth beside one that is free at once.</summary>
public static class Vesting
{
    /// <summary>v = sum_j f_j exp(-r tau_j); 1 for no tranches. Shares may sum to less than 1: the rest is
    /// lost.</summary>
    /// <param name="tranches">The tranches.</param>
    /// <param name="rate">Required return r a day.</param>
    public static double Value(ReadOnlySpan<Tranche> tranches, double rate)
    {
        if (tranches.IsEmpty)
        {
            return 1;
        }

        double value = 0;
        foreach (ref readonly Tranche tranche in tranches)
        {
            value += tranche.Share * DeterministicMath.Exp(-rate * tranche.Days);
        }

        return value;
    }
}
