namespace AgentVerse.Grains.Kinds;

/// <summary>Cohorts of validators.</summary>
[GrainType("validator")]
public sealed class ValidatorGrain(IGrainContext context, ComputePool pool) : CohortGrain(context, pool);
