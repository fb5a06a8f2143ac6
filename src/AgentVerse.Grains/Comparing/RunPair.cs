using AgentVerse.Results.Values;

namespace AgentVerse.Grains.Comparing;

/// <summary>Runs of one replicate: the control and a treatment, which share all draws.</summary>
/// <param name="Replicate">Number of the replicate.</param>
/// <param name="Control">The control.</param>
/// <param name="Treatment">The treatment.</param>
internal sealed record RunPair(int Replicate, RunColumns Control, RunColumns Treatment);
