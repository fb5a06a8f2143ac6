using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>
/// What a subnet publishes: prices for those who would enter, standing for the chain, incomes by rank.
/// </summary>
public sealed class SubnetBulletin : Bulletin
{
    private int _netuid;
    private int _uids;
    private int _uidsMax;
    private int _validators;
    private long _burnPrice;
    private long _taoIssued;
    private long _alphaIssued;
    private double _alphaPrice;
    private ulong _movingPrice;
    private ulong _minerBurned;
    private long _epochs;
    private long _epochEmission;
    private double[] _incomeByDecile = new double[BittensorTerms.Deciles];
    private double[] _hazardByDecile = new double[BittensorTerms.Deciles];
    private double[] _qualityCuts = new double[BittensorTerms.Deciles - 1];

    /// <summary>Number of the subnet on the chain.</summary>
    public int Netuid { get => _netuid; init => _netuid = value; }

    /// <summary>Uids in use.</summary>
    public int Uids { get => _uids; init => _uids = value; }

    /// <summary>Uids that there may be.</summary>
    public int UidsMax { get => _uidsMax; init => _uidsMax = value; }

    /// <summary>Validators with active stake in the last epoch.</summary>
    public int Validators { get => _validators; init => _validators = value; }

    /// <summary>Price of a registration after the tick's last block, rao.</summary>
    public long BurnPrice { get => _burnPrice; init => _burnPrice = value; }

    /// <summary>TAO minted for this subnet since the opening, rao.</summary>
    public long TaoIssued { get => _taoIssued; init => _taoIssued = value; }

    /// <summary>Alpha issued, in the pool and outside of it, base units.</summary>
    public long AlphaIssued { get => _alphaIssued; init => _alphaIssued = value; }

    /// <summary>Spot price in TAO per alpha.</summary>
    public double AlphaPrice { get => _alphaPrice; init => _alphaPrice = value; }

    /// <summary>Moving average of the price in TAO per alpha, 1/2^32.</summary>
    public ulong MovingPrice { get => _movingPrice; init => _movingPrice = value; }

    /// <summary>Share of the last epoch's miner emission that was withheld from the owner's hotkeys, 1/2^32.</summary>
    public ulong MinerBurned { get => _minerBurned; init => _minerBurned = value; }

    /// <summary>Epochs since the opening.</summary>
    public long Epochs { get => _epochs; init => _epochs = value; }

    /// <summary>Alpha that the last epoch divided among miners, validators and root, base units.</summary>
    public long EpochEmission { get => _epochEmission; init => _epochEmission = value; }

    /// <summary>Mean miner income by decile of incentive, worst first, alpha base units a day.</summary>
    public ReadOnlySpan<double> IncomeByDecile => _incomeByDecile;

    /// <summary>Prunings a day and miner by decile of incentive, worst first: a moving average.</summary>
    public ReadOnlySpan<double> HazardByDecile => _hazardByDecile;

    /// <summary>The nine qualities that cut the miners into deciles, ascending.</summary>
    public ReadOnlySpan<double> QualityCuts => _qualityCuts;

    /// <summary>A bulletin with its distributions by decile, which now belong to it.</summary>
    public SubnetBulletin(double[] incomeByDecile, double[] hazardByDecile, double[] qualityCuts)
    {
        _incomeByDecile = incomeByDecile;
        _hazardByDecile = hazardByDecile;
        _qualityCuts = qualityCuts;
    }

    /// <summary>An empty bulletin, to be read into.</summary>
    public SubnetBulletin()
    {
    }

    /// <summary>The decile that output of this quality would stand in, 0 the worst.</summary>
    public int DecileOf(double quality)
    {
        int decile = 0;
        while (decile < _qualityCuts.Length && quality >= _qualityCuts[decile])
        {
            decile++;
        }

        return decile;
    }

    /// <inheritdoc/>
    public override void Carry(StateCodec codec)
    {
        codec.Value("netuid", ref _netuid);
        codec.Value("uids", ref _uids);
        codec.Value("uidsMax", ref _uidsMax);
        codec.Value("validators", ref _validators);
        codec.Value("burnPrice", ref _burnPrice);
        codec.Value("taoIssued", ref _taoIssued);
        codec.Value("alphaIssued", ref _alphaIssued);
        codec.Value("alphaPrice", ref _alphaPrice);
        codec.Value("movingPrice", ref _movingPrice);
        codec.Value("minerBurned", ref _minerBurned);
        codec.Value("epochs", ref _epochs);
        codec.Value("epochEmission", ref _epochEmission);
        codec.Array("incomeByDecile", ref _incomeByDecile);
        codec.Array("hazardByDecile", ref _hazardByDecile);
        codec.Array("qualityCuts", ref _qualityCuts);
    }
}
