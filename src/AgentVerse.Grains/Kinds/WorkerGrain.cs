namespace AgentVerse.Grains.Kinds;

/// <summary>Cohorts of WSE-1's workers.</summary>
[GrainType("worker")]
public sealed class WorkerGrain(IGrainContext context, ComputePool pool) : CohortGrain(context, pool);
