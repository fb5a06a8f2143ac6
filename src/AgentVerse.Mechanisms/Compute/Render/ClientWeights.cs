namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>Weights of the four criteria by which compute clients' nodes share a pool; they add to 1.</summary>
/// <param name="Earnings">Weight of A, earnings against the best.</param>
/// <param name="Bandwidth">Weight of B, the bandwidth band.</param>
/// <param name="Gpu">Weight of C, the GPU's score.</param>
/// <param name="Uptime">Weight of D, time active over time possible.</param>
public readonly record struct ClientWeights(double Earnings, double Bandwidth, double Gpu, double Uptime);
