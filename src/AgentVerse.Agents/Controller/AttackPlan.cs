using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Controller;

/// <summary>One attack in a planned world, amounts in base units of <see cref="Token"/>; its keys say more.</summary>
internal sealed record AttackPlan
{
    internal const int TargetsMax = 32;

    internal required PopulationPlan Accounts { get; init; }

    /// <summary>Index among their policies, or -1.</summary>
    internal required int Policy { get; init; }

    internal required int Count { get; init; }

    internal required Pacing Pacing { get; init; }

    internal required int PerWindow { get; init; }

    /// <summary>Seconds.</summary>
    internal required long Window { get; init; }

    internal required long PriceMax { get; init; }

    internal required int FromTick { get; init; }

    internal required double AtPeak { get; init; }

    internal required double MinReturn { get; init; }

    /// <summary>Tick from which the return of accounts is looked at.</summary>
    internal required int TrialEnd { get; init; }

    internal required long Fund { get; init; }

    internal required long Budget { get; init; }

    internal required int ClaimedUnits { get; init; }

    internal required double Effort { get; init; }

    /// <summary>1/65536 of a tick.</summary>
    internal required int Delay { get; init; }

    /// <summary>Shards of every controller.</summary>
    internal required IReadOnlyList<int> Targets { get; init; }

    /// <summary>Shards by controller, instead of those; null where they hold for all.</summary>
    internal required IReadOnlyDictionary<int, int[]>? Near { get; init; }

    /// <summary>What an account keeps; -1 where nothing is sent home.</summary>
    internal required long Keep { get; init; }

    internal required int Token { get; init; }

    /// <summary>
    /// Ticks from one use of accounts to the next: what is ordered in t is done in t + 1 and stands in the price that
    /// t + 2 sees, and who goes by the price waits for that.
    /// </summary>
    internal int Pause => Pacing == Pacing.BelowPrice ? 2 : 1;

    /// <summary>
    /// Accounts that pacing alone would use now: of <paramref name="left"/> all; those due by the end of the tick less
    /// those used, at most what a tick brings, so that what was missed is made up at no higher rate; or so many a tick.
    /// <code>due = ceil((tick - from + 1) * seconds * perWindow / window)</code>
    /// </summary>
    internal int Due(Tick tick, int used, int left)
    {
        if (Pacing != Pacing.Rate)
        {
            return Pacing == Pacing.Burst ? left : Math.Min(left, PerWindow);
        }

        Int128 each = (Int128)tick.Seconds * PerWindow;
        Int128 due = Ceiling((tick.Index - FromTick + 1) * each) - used;
        return (int)Int128.Clamp(Int128.Min(due, Ceiling(each)), 0, left);
    }

    /// <summary>Shards over which a controller spreads its accounts; none where they keep their own.</summary>
    internal IReadOnlyList<int> TargetsOf(int controller) =>
        Near is null ? Targets : Near.TryGetValue(controller, out int[]? own) ? own : [];

    /// <summary>Accounts that the rest of the budget and the treasury pay for.</summary>
    internal long Affordable(long sent, long treasury) =>
        Budget == 0 ? 0 : Fund == 0 ? long.MaxValue : Math.Max(0, Math.Min(Budget - sent, treasury)) / Fund;

    private Int128 Ceiling(Int128 accountSeconds) => (accountSeconds + Window - 1) / Window;
}
