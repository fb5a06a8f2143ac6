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

    /// <summary>The cheapest tier, Economy.</summary>
    public const int EconomyTier = 3;

    /// <summary>Seconds of an epoch, a week.</summary>
    public const long EpochSeconds = 7 * 86_400;

    /// <summary>Hours of an epoch.</summary>
    public const double EpochHours = 168;

    /// <summary>Least video memory of a node, GB.</summary>
    public const int LeastMemory = 8;

    /// <summary>The token.</summary>
    public static TokenInfo Token { get; } = new(Render, Decimals);

    /// <summary>
    /// OctaneBench score of a GPU of each class of <c>ComputeTerms.GpuClasses</c>. [A]: networks/render.md section 2;
    /// a6000,
    /// l40s and t4 by analogy; a CPU scores nothing.
    /// </summary>
    public static IReadOnlyList<int> OctaneByClass { get; } = [850, 800, 500, 600, 900, 1300, 650, 150, 0];

    /// <summary>Video memory of a GPU of each class, GB.</summary>
    public static IReadOnlyList<int> MemoryByClass { get; } = [141, 80, 80, 48, 48, 24, 24, 16, 0];

    /// <summary>Sizes of video memory that jobs may need, GB, ascending.</summary>
    public static IReadOnlyList<int> MemoryNeeds { get; } = [8, 12, 24, 48];
}
