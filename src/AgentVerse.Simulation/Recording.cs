using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Records;

namespace AgentVerse.Simulation;

/// <summary>
/// What a run records when: a panel of agents every k ticks, everyone at the end, all series, all events.
/// </summary>
public sealed class Recording
{
    private static readonly Purpose Panel = Purpose.Of("engine.panel");
    private readonly RecordingPlan _plan;
    private readonly IReadOnlyList<PopulationPlan> _populations;
    private readonly TotalsLayout _totals;
    private readonly int[] _eventNames;
    private readonly int[][] _policyNames;
    private readonly int _every;
    private readonly double _share;

    /// <summary>
    /// Records a panel of this share of the agents every <paramref name="every"/> ticks; 0 for never.
    /// </summary>
    public Recording(
        IReadOnlyList<PopulationPlan> populations, IReadOnlyList<ShardInfo> shards, IReadOnlyList<string> eventNames,
        TotalsLayout totals, int every, double share)
    {
        _plan = new RecordingPlan(populations, shards, eventNames);
        _populations = populations;
        _totals = totals;
        _eventNames = [.. eventNames.Select(_plan.Name)];
        _policyNames = [.. populations.Select(p => p.PolicyNames.Select(_plan.Name).ToArray())];
        _every = every;
        _share = share;
    }

    /// <summary>The tables.</summary>
    public RunTables Tables => _plan.Tables;

    /// <summary>Whether the panel is recorded in a tick.</summary>
    public bool PanelDue(int tick) => _every > 0 && tick % _every == 0;

    /// <summary>Rows of a cohort's agents: the panel's, or everyone's.</summary>
    public RecordBatch Agents(CohortTick cohort, bool everyone)
    {
        int population = cohort.Population.Index;
        (RowShape shape, int[] columns) = _plan.Agents[population];
        RecordBatch batch = new(shape);
        long[] cells = new long[batch.Width];
        cells[0] = cohort.Tick.Index;
        cells[1] = _plan.Name(cohort.Population.Name);
        ReadOnlySpan<ulong> accounts = cohort.Columns.UInt64(EngineColumns.Account);
        for (int row = 0; row < cohort.Columns.Count; row++)
        {
            if (!everyone && cohort.Draws.Uniform(accounts[row], 0, Panel) >= _share)
            {
                continue;
            }

            int index = cohort.First + row;
            cells[2] = index;
            cells[3] = (long)accounts[row];
            cells[4] = cohort.Population.ControllerOf(index);
            cells[5] = _policyNames[population][cohort.Columns.Int32(EngineColumns.Policy)[row]];
            cells[6] = cohort.Columns.Int32(EngineColumns.ClaimedUnits)[row];
            cells[7] = cohort.Columns.Int32(EngineColumns.TrueUnits)[row];
            for (int c = 0; c < columns.Length; c++)
            {
                cells[8 + c] = cohort.Columns.Cell(columns[c], row);
            }

            batch.Add(cells);
        }

        return batch;
    }

    /// <summary>Rows of a shard's tick: its series and its events.</summary>
    public IReadOnlyList<RecordBatch> Shard(ShardTick tick)
    {
        long network = _plan.Name(tick.Shard.Network);
        long shard = _plan.Name(tick.Shard.Plan.Name);
        RecordBatch series = Cells(_plan.Shards[tick.Shard.Index], [tick.Tick.Index, network, shard], tick.Series);
        if (tick.Events.Count == 0)
        {
            return [series];
        }

        RecordBatch ofAgents = new(_plan.EventOfAgent);
        RecordBatch ofNobody = new(_plan.EventOfNobody);
        for (int i = 0; i < tick.Events.Count; i++)
        {
            ShardEvent e = tick.Events[i];
            ReadOnlySpan<long> cells =
                [tick.Tick.Index, network, shard, i, e.Second, _eventNames[e.Type], e.Amount, e.A, e.B];
            if (e.Agent == AgentRef.None)
            {
                ofNobody.Add(cells);
            }
            else
            {
                ofAgents.Add([.. cells, _plan.Name(_populations[e.Agent.Population].Name), e.Agent.Index]);
            }
        }

        return [series, ofAgents, ofNobody];
    }

    /// <summary>A row of every population in a tick.</summary>
    public IEnumerable<RecordBatch> Populations(int tick, Totals totals)
    {
        foreach (PopulationPlan population in _populations)
        {
            yield return Cells(
                _plan.Populations[population.Index],
                [tick, _plan.Name("populations"), _plan.Name(population.Name)],
                totals.Values[_totals.Awake(population.Index)..]);
        }
    }

    private static RecordBatch Cells(
        RecordingPlan.OwnCells own, ReadOnlySpan<long> key, ReadOnlySpan<long> sources)
    {
        long[] cells = new long[own.Shape.Columns.Count];
        key.CopyTo(cells);
        for (int i = 0; i < own.Sources.Length; i++)
        {
            cells[key.Length + i] = sources[own.Sources[i]];
        }

        RecordBatch batch = new(own.Shape);
        batch.Add(cells);
        return batch;
    }
}
