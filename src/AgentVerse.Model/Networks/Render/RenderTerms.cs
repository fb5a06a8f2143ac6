using AgentVerse.Model.Contracts;

namespace AgentVerse.Model.Networks.Render;

/// <summary>Names and units that the Render network and its agents share.</summary>
public static class RenderTerms
{
    /// <summary>Name of the network in scenarios.</summary>
    public const string Network = "render";

    /// <summary>Name of the token (RNDR before November 2023).</summary>
    public const string Render = "RENDER";

    /// <summary>Decimals of RENDER: 1 RENDER is 1e8 base units, as on Solana.</summary>
    public const int Decimals = 8;

    /// <summary>Base units of one RENDER.</summary>
    public const long UnitsPerToken = 100_000_000;

    /// <summary>Seconds of an epoch, a week.</summary>
    public const long EpochSeconds = 7 * 86_400;

    /// <summary>Hours of an epoch.</summary>
    public const double EpochHours = 168;

    /// <summary>The token.</summary>
    public static TokenInfo Token { get; } = new(Render, Decimals);
}
