namespace AgentVerse.Grains;

/// <summary>How much a cluster takes on at once.</summary>
/// <param name="ExperimentsMax">Experiments that may wait or run; more are refused.</param>
/// <param name="RunsAtOnce">Runs that go at once in the whole cluster; 0 for one a compute thread.</param>
public sealed record QueueLimits(int ExperimentsMax = 1000, int RunsAtOnce = 0);
