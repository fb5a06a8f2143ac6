namespace AgentVerse.Mechanisms.Intelligence.Bittensor.YumaSim;

/// <summary>What the research simulator carries from epoch to epoch, and the results of the last one.</summary>
/// <param name="validatorCount">V, at least 1.</param>
/// <param name="minerCount">M, at least 1.</param>
public sealed class YumaSimState(int validatorCount, int minerCount)
{
    private readonly double[] _bonds = new double[validatorCount * minerCount];
    private readonly double[] _previousWeights = new double[validatorCount * minerCount];
    private readonly double[] _consensus = new double[minerCount];
    private readonly double[] _incentive = new double[minerCount];
    private readonly double[] _dividends = new double[validatorCount];

    /// <summary>V.</summary>
    public int ValidatorCount { get; } = validatorCount;

    /// <summary>M.</summary>
    public int MinerCount { get; } = minerCount;

    /// <summary>Epochs so far.</summary>
    public int Epochs { get; internal set; }

    /// <summary>Bonds, [validator * M + miner].</summary>
    public Span<double> Bonds => _bonds;

    /// <summary>Consensus, normalised and cut to multiples of 1/65535.</summary>
    public Span<double> Consensus => _consensus;

    /// <summary>Share of incentive by miner; sums to 1 or is all 0.</summary>
    public Span<double> Incentive => _incentive;

    /// <summary>Share of dividends by validator, over their sum plus 1e-6.</summary>
    public Span<double> Dividends => _dividends;

    internal Span<double> PreviousWeights => _previousWeights;

    /// <summary>Deletes everyone's bonds towards a miner.</summary>
    public void ResetBonds(int miner)
    {
        for (int cell = miner; cell < _bonds.Length; cell += MinerCount)
        {
            _bonds[cell] = 0;
        }
    }
}
