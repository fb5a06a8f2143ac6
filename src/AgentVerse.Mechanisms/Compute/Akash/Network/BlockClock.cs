using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>
/// Heights of blocks by time. A block is what the price script takes it for: a month of 730.5 hours has
/// <see cref="AkashParameters.BlocksPerMonth"/>; the first block of a run has height 0.
/// </summary>
internal static class BlockClock
{
    private const long MonthSeconds = 2_629_800;

    /// <summary>Height at so many seconds since the start of the run.</summary>
    internal static long HeightAt(long seconds, AkashParameters chain) =>
        (long)((Int128)seconds * chain.BlocksPerMonth / MonthSeconds);

    /// <summary>Blocks in a span, at least one.</summary>
    internal static long Blocks(long seconds, AkashParameters chain) => Math.Max(1, HeightAt(seconds, chain));

    /// <summary>Seconds of so many blocks.</summary>
    internal static double Seconds(double blocks, AkashParameters chain) =>
        blocks * MonthSeconds / chain.BlocksPerMonth;

    /// <summary>Height at the start of a tick.</summary>
    internal static long First(Tick tick, AkashParameters chain) => HeightAt(tick.Index * tick.Seconds, chain);

    /// <summary>Second of the tick in which a height falls.</summary>
    internal static long SecondIn(Tick tick, long height, AkashParameters chain) =>
        Math.Clamp((long)Seconds(height, chain) - (tick.Index * tick.Seconds), 0, tick.Seconds - 1);
}
