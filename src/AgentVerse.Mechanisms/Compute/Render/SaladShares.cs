namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>Parts of what customers of one of Salad's products spend.</summary>
/// <param name="Burned">Burned, 0..1.</param>
/// <param name="Rewarded">Rewarded to nodes from emission, 0..1.</param>
/// <remarks>Source: RNP-023.</remarks>
public readonly record struct SaladShares(double Burned, double Rewarded);
