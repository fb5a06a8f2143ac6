namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>A node of the compute subnet against the reference node, each 1 at the reference (RNP-019).</summary>
/// <param name="Gpu">Class of the GPU: 0.5 (RTX 3060) to 1.7 (RTX 5090).</param>
/// <param name="Vram">Video memory.</param>
/// <param name="Network">Line: 0.25 (100/75 Mbps) to 4 (1600/1200 Mbps).</param>
/// <param name="Clock">Clock of the GPU.</param>
/// <param name="MemoryBandwidth">Bandwidth of the video memory.</param>
/// <param name="Cpu">Processor.</param>
public readonly record struct NodeMultipliers(
    double Gpu, double Vram, double Network, double Clock, double MemoryBandwidth, double Cpu);
