using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;

namespace AgentVerse.Simulation;

/// <summary>
/// What one cohort does in a tick: apply what it received, decide, report. Pure: it changes its part alone.
/// </summary>
public static class CohortStep
{
    /// <summary>Agents are born; see <see cref="Births"/>.</summary>
    public static PartAnswer Born(Part part, PartCall call)
    {
        CohortPart cohort = (CohortPart)part;
        CohortTick tick = cohort.Tick;
        tick.Begin(part.World.Plan.TickAt(call.Tick), call.Board);
        for (int row = 0; row < tick.Columns.Count; row++)
        {
            Births.Bear(tick, row);
        }

        Wallets.AddTo(tick);
        return new PartAnswer { Totals = tick.Totals };
    }

    /// <summary>
    /// A tick: rows are applied, every awake agent steps, those that are commanded report, wallets are counted.
    /// </summary>
    public static PartAnswer Step(Part part, PartCall call)
    {
        CohortPart cohort = (CohortPart)part;
        CohortTick tick = cohort.Tick;
        tick.Begin(part.World.Plan.TickAt(call.Tick), call.Board);
        Receive(cohort, call.Rows);
        StepAwake(cohort);
        Obedience.ReportHome(tick);
        Wallets.AddTo(tick);
        return new PartAnswer
        {
            Totals = tick.Totals,
            Intents = tick.Intents,
            Records = part.World.Recording.PanelDue(call.Tick) ? [Record(cohort, everyone: false)] : [],
        };
    }

    /// <summary>After the last tick: rows are applied and everyone is recorded.</summary>
    public static PartAnswer Apply(Part part, PartCall call)
    {
        CohortPart cohort = (CohortPart)part;
        CohortTick tick = cohort.Tick;
        tick.Begin(part.World.Plan.TickAt(call.Tick), call.Board);
        Receive(cohort, call.Rows);
        Wallets.AddTo(tick);
        return new PartAnswer { Totals = tick.Totals, Records = [Record(cohort, everyone: true)] };
    }

    private static void Receive(CohortPart cohort, Row[] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        CohortTick tick = cohort.Tick;
        Array.Sort(rows, static (a, b) =>
            a.Receiver.Index != b.Receiver.Index ? a.Receiver.Index.CompareTo(b.Receiver.Index)
            : a.Shard != b.Shard ? a.Shard.CompareTo(b.Shard)
            : a.Ordinal.CompareTo(b.Ordinal));
        Behaviour behaviour = cohort.World.Plan.Behaviours[tick.Population.Index];
        foreach (ref readonly Row row in rows.AsSpan())
        {
            int place = row.Receiver.Index - tick.First;
            if (row.Amount != 0)
            {
                ref long wallet = ref tick.Wallet(row.Token)[place];
                wallet = checked(wallet + row.Amount);
            }

            if (row.Order == 0)
            {
                behaviour.Receive(tick, place, row);
            }
            else
            {
                Obedience.Obey(tick, place, row);
                cohort.Uniform = false;
            }
        }
    }

    private static void StepAwake(CohortPart cohort)
    {
        CohortTick tick = cohort.Tick;
        IReadOnlyList<Policy> policies = cohort.World.Plan.Policies[tick.Population.Index];
        int count = tick.Columns.Count;
        if (cohort.Uniform)
        {
            StepRange(tick, policies[0], 0, count);
            return;
        }

        bool whole = false;
        for (int from = 0, to; from < count; from = to)
        {
            to = RangeEnd(tick, from, out bool awake);
            if (awake)
            {
                int policy = tick.Columns.Int32(EngineColumns.Policy)[from];
                StepRange(tick, policies[policy], from, to);
                whole = to - from == count && policy == 0;
            }
        }

        cohort.Uniform = whole;
    }

    /// <summary>
    /// End of the longest range from a row on whose agents are all awake, or all not, and follow one policy.
    /// </summary>
    private static int RangeEnd(CohortTick tick, int from, out bool awake)
    {
        ReadOnlySpan<int> wakes = tick.Columns.Int32(EngineColumns.Wake);
        ReadOnlySpan<int> policies = tick.Columns.Int32(EngineColumns.Policy);
        int now = tick.Tick.Index;
        awake = wakes[from] <= now;
        int to = from + 1;
        while (to < wakes.Length && (wakes[to] <= now) == awake && (!awake || policies[to] == policies[from]))
        {
            to++;
        }

        return to;
    }

    private static void StepRange(CohortTick tick, Policy policy, int from, int to)
    {
        policy.Step(tick, from, to);
        tick.Totals.Add(tick.World.Totals.Awake(tick.Population.Index), to - from);
    }

    private static RecordBatch Record(CohortPart cohort, bool everyone) =>
        cohort.World.Recording.Agents(cohort.Tick, everyone);
}
