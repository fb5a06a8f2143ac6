using System.Diagnostics;

using AgentVerse.Model;
using AgentVerse.Model.State;
using AgentVerse.Simulation;

using Orleans.Placement;

namespace AgentVerse.Grains;

/// <summary>Holds one part in its relay's silo.</summary>
[PreferLocalPlacement]
[CollectionAgeLimit(AlwaysActive = true)]
public abstract class PartGrain(IGrainContext context, ComputePool pool) : IGrainBase, IPartGrain
{
    /// <summary>A part that was quicker than this last time computes in the turn itself; a slower one on the pool.</summary>
    private static readonly TimeSpan InTurn = TimeSpan.FromMilliseconds(4);

    /// <summary>Before it was ever timed, a part of up to this many agents counts as quick.</summary>
    private const int AgentsCountedAsQuick = 512;

    private RunPlace? _place;
    private Part? _part;
    private TimeSpan _took = TimeSpan.MaxValue;

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;

    private Part Part => _part ?? throw new InvalidOperationException("the part was never opened in this silo");

    /// <inheritdoc/>
    public ValueTask Open(PartOpening opening)
    {
        _place = opening.Place ?? throw new InvariantException("a part lives in its relay's silo");
        _part = _place.World.Open(_place.Table, opening.Part);
        bool isQuick = _part is CohortPart { Tick.Columns.Count: <= AgentsCountedAsQuick };
        _took = isQuick ? TimeSpan.Zero : TimeSpan.MaxValue;
        if (opening.State is { } state)
        {
            _part.Carry(new StateReader(state));
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<PartResult> Run(PartTask task) =>
        _took < InTurn
            ? ValueTask.FromResult(Compute(task))
            : new ValueTask<PartResult>(pool.Run(() => Compute(task)));

    /// <inheritdoc/>
    public ValueTask<PartSaved> Save()
    {
        StateWriter writer = new();
        Part.Carry(writer);
        return ValueTask.FromResult(new PartSaved { State = writer.Written, Digest = StateDigest.Of(Part) });
    }

    /// <inheritdoc/>
    public ValueTask<string> Inspect(int row) => ValueTask.FromResult(Inspection.Of(Part, row));

    /// <inheritdoc/>
    public ValueTask Close()
    {
        this.DeactivateOnIdle();
        return ValueTask.CompletedTask;
    }

    private PartResult Compute(PartTask task)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            PartAnswer answer = PartRunner.Run(task.Phase, Part, task.Call, _place!.Sink);
            _took = Stopwatch.GetElapsedTime(start);
            return new PartResult { Answer = answer };
        }
        catch (Exception e) when (e is InvariantException or OverflowException)
        {
            return new PartResult { Error = $"{_place!.NameOf(Part.Index)} in tick {task.Call.Tick}: {e.Message}" };
        }
    }
}

/// <summary>A cohort.</summary>
public abstract class CohortGrain(IGrainContext context, ComputePool pool) : PartGrain(context, pool), ICohortGrain;

/// <summary>A shard.</summary>
[GrainType("shard")]
public sealed class ShardGrain(IGrainContext context, ComputePool pool) : PartGrain(context, pool), IShardGrain;
