using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// The rate at which one bond moves, between a low and a high, by how far validator and consensus disagree.
/// </summary>
/// <param name="Low">Lowest rate.</param>
/// <param name="High">Highest rate.</param>
/// <param name="Steepness">Steepness of the sigmoid, 1/100.</param>
/// <remarks>Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/epoch/run_epoch.rs::alpha_sigmoid.</remarks>
public readonly record struct LiquidAlpha(I32F32 Low, I32F32 High, I32F32 Steepness)
{
    private static readonly I32F32 MinusHundred = I32F32.FromInteger(-100);
    private static readonly I32F32 Half = I32F32.One / I32F32.FromInteger(2);

    /// <summary>The rates of a subnet.</summary>
    public static LiquidAlpha Of(SubnetParameters subnet) => new(
        I32F32.FromU16Proportion(subnet.AlphaLow),
        I32F32.FromU16Proportion(subnet.AlphaHigh),
        I32F32.FromInteger(subnet.AlphaSigmoidSteepness));

    /// <summary>
    /// low + sigma * (high - low), sigma = 1 / (1 + exp(-(steepness/100) * (d - 1/2))): d is weight - consensus when
    /// the weight is at least the bond (buying), otherwise bond - weight (selling), held in 0..1.
    /// </summary>
    /// <param name="consensus">c of the miner.</param>
    /// <param name="weight">The validator's weight for bonds.</param>
    /// <param name="bond">The validator's bond before.</param>
    /// <returns>Low..High.</returns>
    public I32F32 Rate(I32F32 consensus, I32F32 weight, I32F32 bond)
    {
        I32F32 difference = weight >= bond ? weight - consensus : bond - weight;
        I32F32 exponent = Steepness / MinusHundred * (difference.Clamp(I32F32.Zero, I32F32.One) - Half);
        I32F32 sigmoid = I32F32.One / (I32F32.One + exponent.ExpSafe());
        return (Low + (sigmoid * (High - Low))).Clamp(Low, High);
    }
}
