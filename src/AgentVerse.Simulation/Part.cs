using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Simulation;

/// <summary>A cohort or a shard with its state: what a grain keeps.</summary>
public abstract class Part(World world, int index)
{
    /// <summary>The world that the part belongs to.</summary>
    public World World { get; } = world;

    /// <summary>Index in the part table.</summary>
    public int Index { get; } = index;

    /// <summary>Carries the state to or from a checkpoint.</summary>
    public abstract void Carry(StateCodec codec);
}

/// <summary>A cohort: some agents of one population.</summary>
public sealed class CohortPart : Part
{
    /// <summary>A cohort with zeroed agents.</summary>
    public CohortPart(World world, int index, AgentRef first, int count)
        : base(world, index)
    {
        PopulationPlan population = world.Plan.Populations[first.Population];
        Tick = new CohortTick(world.Plan, population, first.Index, new Columns(population.Columns, count));
    }

    /// <summary>The agents and what they do in the current tick.</summary>
    public CohortTick Tick { get; }

    /// <summary>Whether all agents are awake and follow the first policy, so that one range covers them.</summary>
    public bool Uniform { get; set; }

    /// <inheritdoc/>
    public override void Carry(StateCodec codec)
    {
        byte[] buffer = Tick.Columns.Buffer;
        codec.Array("columns", ref buffer);
        buffer.CopyTo(Tick.Columns.Buffer, 0);
        Uniform = false;
    }
}

/// <summary>A shard.</summary>
public sealed class ShardPart(World world, int index, ShardInfo info) : Part(world, index)
{
    /// <summary>Its place.</summary>
    public ShardInfo Info { get; } = info;

    /// <summary>Its state and rules.</summary>
    public Shard Shard { get; } = info.Plan.Open(world.Plan);

    /// <summary>Where inner steps go when the tick is audited.</summary>
    public IAudit? Audit { get; set; }

    /// <inheritdoc/>
    public override void Carry(StateCodec codec) => Shard.Carry(codec);
}
