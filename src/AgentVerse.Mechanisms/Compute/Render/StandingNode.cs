namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>A node, or a mean of nodes, as availability rewards see it.</summary>
/// <param name="Idle">Share of the epoch in which it was online and had no work, 0..1.</param>
/// <param name="Octane">OctaneBench score.</param>
/// <param name="Memory">VRAM, GB.</param>
/// <param name="AgeDays">Days since it joined.</param>
public readonly record struct StandingNode(double Idle, double Octane, double Memory, double AgeDays);
