using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// Points for RNDR that is upgraded to RENDER: 5, 4, 3, 2, 1 a token while all upgrades stand below 40, 80, 140, 180,
/// 230 million; a month's pool is shared by points.
/// </summary>
/// <remarks>Source: RNP-006.</remarks>
public static class UpgradePoints
{
    private static readonly (double Upgraded, int Points)[] Tiers =
        [(40e6, 5), (80e6, 4), (140e6, 3), (180e6, 2), (230e6, 1)];

    /// <summary>Points of a token that is upgraded when this many have been; 0 from 230 million on.</summary>
    public static int PerToken(double upgraded)
    {
        foreach ((double limit, int points) in Tiers)
        {
            if (upgraded < limit)
            {
                return points;
            }
        }

        return 0;
    }

    /// <summary>
    /// A holder's part of a month's pool: pool x own points / all points, base units; 0 without points.
    /// </summary>
    public static long Share(long pool, long points, long all, RenderParameters parameters) =>
        all <= 0 ? 0 : parameters.Holds(Rule.UpgradePointsAreShared) ? MulDiv.Floor(pool, points, all) : pool;
}
