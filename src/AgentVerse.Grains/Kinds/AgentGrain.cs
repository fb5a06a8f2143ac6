namespace AgentVerse.Grains.Kinds;

/// <summary>Cohorts of kinds that a plug-in brings.</summary>
[GrainType("agent")]
public sealed class AgentGrain(IGrainContext context, ComputePool pool) : CohortGrain(context, pool);
