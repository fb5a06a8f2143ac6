namespace AgentVerse.Grains.Kinds;

/// <summary>Cohorts of miners.</summary>
[GrainType("miner")]
public sealed class MinerGrain(IGrainContext context, ComputePool pool) : CohortGrain(context, pool);
