namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>The network's half of a month of year 1, base units.</summary>
/// <param name="Nodes">For nodes, by work.</param>
/// <param name="LiquidityProviders">For liquidity providers.</param>
/// <param name="Artists">For artists.</param>
public readonly record struct NetworkMonth(long Nodes, long LiquidityProviders, long Artists)
{
    private const int LastFullMonth = 3;
    private const int LastHalfMonth = 9;

    /// <summary>
    /// The split of a month: liquidity providers get all of the second part in months 1 to 3, half of it in 4 to 9 and
    /// nothing after that; artists get what they leave.
    /// </summary>
    /// <remarks>Source: RNP-006, table of monthly emissions (which adds to 380,284 a month).</remarks>
    /// <param name="month">Month of year 1, 1..12.</param>
    /// <param name="parameters">The amounts.</param>
    public static NetworkMonth Of(int month, RenderParameters parameters)
    {
        bool ends = parameters.Holds(Rule.LiquidityProvidersEndInTheFirstYear);
        long second = parameters.LiquidityMonthly;
        long liquidity = month <= LastFullMonth ? second : month <= LastHalfMonth || !ends ? second / 2 : 0;
        long artists = parameters.Holds(Rule.ArtistsFollowLiquidityProviders) ? second - liquidity : second / 2;
        return new NetworkMonth(parameters.NodesMonthly, liquidity, artists);
    }
}
