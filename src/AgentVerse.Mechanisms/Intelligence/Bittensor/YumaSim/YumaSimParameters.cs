namespace AgentVerse.Mechanisms.Intelligence.Bittensor.YumaSim;

/// <summary>Bond designs that the research simulator compares.</summary>
public enum YumaSimVariant
{
    /// <summary>Column-normalised stake-weighted weights, without memory.</summary>
    Yuma1,

    /// <summary>Moving average of the same, not renormalised.</summary>
    Yuma2,

    /// <summary>As Yuma2, clipping and bonds from the weights of the epoch before (Adrian-Fish).</summary>
    Yuma2B,

    /// <summary>Bonds bought up to a capacity by stake, with decay and resets (Rhef).</summary>
    Yuma2C,

    /// <summary>Bonds relative to each validator, capped at 1; stake enters with the dividends.</summary>
    Yuma3,
}

/// <summary>Parameters of the research simulator.</summary>
/// <remarks>
/// Source of the defaults: bactensor/yuma-simulation 2b976fd5, src/yuma_simulation/_internal/yumas.py.
/// </remarks>
public sealed record YumaSimParameters
{
    /// <summary>Bond design; default Yuma2.</summary>
    public YumaSimVariant Variant { get; init; } = YumaSimVariant.Yuma2;

    /// <summary>Stake that carries a weight into consensus; default 0.5; 0..1.</summary>
    public double Kappa { get; init; } = 0.5;

    /// <summary>How far weights that make bonds are clipped; default 1; 0..1.</summary>
    public double BondPenalty { get; init; } = 1;

    /// <summary>Memory of bonds: alpha = 1 - value; default 0.1; 0..1.</summary>
    public double BondMovingAverage { get; init; } = 0.1;

    /// <summary>Whether alpha follows the disagreement of validator and consensus; default false.</summary>
    public bool LiquidAlpha { get; init; }

    /// <summary>Lowest liquid alpha; default 0.1; 0..AlphaHigh.</summary>
    public double AlphaLow { get; init; } = 0.1;

    /// <summary>Highest liquid alpha; default 0.3; AlphaLow..1.</summary>
    public double AlphaHigh { get; init; } = 0.3;

    /// <summary>Steepness of the liquid alpha sigmoid; default 10.</summary>
    public double Steepness { get; init; } = 10;

    /// <summary>Share of its capacity that a validator may buy in an epoch (Yuma2C); default 0.1; 0..1.</summary>
    public double CapacityAlpha { get; init; } = 0.1;

    /// <summary>Share of bonds lost in an epoch (Yuma2C); default 0.1; 0..1.</summary>
    public double DecayRate { get; init; } = 0.1;

    /// <summary>Whether the best miner takes all incentive, ties in equal parts; default false.</summary>
    public bool WinnerTakesAll { get; init; }
}
