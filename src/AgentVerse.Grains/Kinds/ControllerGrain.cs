namespace AgentVerse.Grains.Kinds;

/// <summary>Cohorts of controllers.</summary>
[GrainType("controller")]
public sealed class ControllerGrain(IGrainContext context, ComputePool pool) : CohortGrain(context, pool);
