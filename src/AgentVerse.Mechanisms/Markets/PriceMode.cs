namespace AgentVerse.Mechanisms.Markets;

/// <summary>Where the price of a token comes from.</summary>
public enum PriceMode
{
    /// <summary>It never changes.</summary>
    Fixed,

    /// <summary>A drawn geometric Brownian motion.</summary>
    Gbm,

    /// <summary>The rows of a data file.</summary>
    Replay,

    /// <summary>The trades of agents and of outside demand in a constant-product pool.</summary>
    Pool,
}
