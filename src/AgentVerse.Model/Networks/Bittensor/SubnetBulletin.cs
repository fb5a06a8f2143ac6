using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>
/// What a subnet publishes: prices for those who would enter, standing for the chain, incomes by rank.
/// </summary>
public sealed class SubnetBulletin : Bulletin, IEntryTerms
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
    private int _task;
    private ulong _owner;
    private long _poolTao;
    private long _poolAlpha;
    private double _alphaPriceDay;
    private double _alphaPriceWeek;
    private double _registrationsPerDay;
    private double _ownerAlphaPerDay;
    private long _registeredAt;
    private long _lock;
    private long _firstEmissionBlock;
    private long _emissionFrom;
    private long _taoRecycled;
    private double _userFlow;
    private double _protocolFlow;
    private long _rootPaid;
    private long _rootEarned;
    private ValidatorStanding[] _validatorStandings = [];

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

    /// <inheritdoc/>
    public long EntryPrice => BurnPrice;

    /// <summary>What the last epoch divided, rao at the price now.</summary>
    public double EntryWorth => EpochEmission * AlphaPrice;

    /// <summary>Mean miner income by decile of incentive, worst first, alpha base units a day.</summary>
    public ReadOnlySpan<double> IncomeByDecile => _incomeByDecile;

    /// <summary>Prunings a day and miner by decile of incentive, worst first: a moving average.</summary>
    public ReadOnlySpan<double> HazardByDecile => _hazardByDecile;

    /// <summary>The nine qualities that cut the miners into deciles, ascending.</summary>
    public ReadOnlySpan<double> QualityCuts => _qualityCuts;

    /// <summary>What its miners do.</summary>
    public SubnetTask Task { get => (SubnetTask)_task; init => _task = (int)value; }

    /// <summary>Account of the owner; 0 if it is no agent.</summary>
    public ulong Owner { get => _owner; init => _owner = value; }

    /// <summary>TAO in the pool, rao.</summary>
    public long PoolTao { get => _poolTao; init => _poolTao = value; }

    /// <summary>Alpha in the pool, base units.</summary>
    public long PoolAlpha { get => _poolAlpha; init => _poolAlpha = value; }

    /// <summary>Price smoothed with a half-life of a day, TAO per alpha.</summary>
    public double AlphaPriceDay { get => _alphaPriceDay; init => _alphaPriceDay = value; }

    /// <summary>Price smoothed with a half-life of a week, TAO per alpha.</summary>
    public double AlphaPriceWeek { get => _alphaPriceWeek; init => _alphaPriceWeek = value; }

    /// <summary>Registrations a day, smoothed with a half-life of a day.</summary>
    public double RegistrationsPerDay { get => _registrationsPerDay; init => _registrationsPerDay = value; }

    /// <summary>The owner's cut, alpha base units a day, smoothed with a half-life of a day.</summary>
    public double OwnerAlphaPerDay { get => _ownerAlphaPerDay; init => _ownerAlphaPerDay = value; }

    /// <summary>Block at which the subnet was registered; may lie before block 0 of the chain.</summary>
    public long RegisteredAt { get => _registeredAt; init => _registeredAt = value; }

    /// <summary>Lock that was paid for the slot in the run, rao; 0 for a subnet from before.</summary>
    public long Lock { get => _lock; init => _lock = value; }

    /// <summary>Block of the first emission of alpha; before it the token is not tradable.</summary>
    public long FirstEmissionBlock { get => _firstEmissionBlock; init => _firstEmissionBlock = value; }

    /// <summary>Block from which TAO may be emitted to the subnet.</summary>
    public long EmissionFrom { get => _emissionFrom; init => _emissionFrom = value; }

    /// <summary>TAO of dissolved subnets in this slot that nobody could claim, rao: issuance fell by it.</summary>
    public long TaoRecycled { get => _taoRecycled; init => _taoRecycled = value; }

    /// <summary>Users' net TAO inflow a block, rao: the chain's moving average of 30 days.</summary>
    public double UserFlow { get => _userFlow; init => _userFlow = value; }

    /// <summary>The protocol's own net TAO inflow a block, rao: the same average.</summary>
    public double ProtocolFlow { get => _protocolFlow; init => _protocolFlow = value; }

    /// <summary>
    /// TAO of this tick for agents that stake on root, rao: alpha sold in the pool; the chain pays it in the next tick.
    /// </summary>
    public long RootPaid { get => _rootPaid; init => _rootPaid = value; }

    /// <summary>What all stakers on root, agents or not, earned in this tick, rao at the price of each epoch.</summary>
    public long RootEarned { get => _rootEarned; init => _rootEarned = value; }

    /// <summary>The largest validators by stake, largest first; at most 64.</summary>
    public ReadOnlySpan<ValidatorStanding> ValidatorStandings => _validatorStandings;

    /// <summary>A bulletin with its distributions by decile and its validators, which now belong to it.</summary>
    public SubnetBulletin(
        double[] incomeByDecile, double[] hazardByDecile, double[] qualityCuts, ValidatorStanding[] validators)
        : this(incomeByDecile, hazardByDecile, qualityCuts) =>
        _validatorStandings = validators;

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
        codec.Value("task", ref _task);
        codec.Value("owner", ref _owner);
        codec.Value("poolTao", ref _poolTao);
        codec.Value("poolAlpha", ref _poolAlpha);
        codec.Value("alphaPriceDay", ref _alphaPriceDay);
        codec.Value("alphaPriceWeek", ref _alphaPriceWeek);
        codec.Value("registrationsPerDay", ref _registrationsPerDay);
        codec.Value("ownerAlphaPerDay", ref _ownerAlphaPerDay);
        codec.Value("registeredAt", ref _registeredAt);
        codec.Value("lock", ref _lock);
        codec.Value("firstEmissionBlock", ref _firstEmissionBlock);
        codec.Value("emissionFrom", ref _emissionFrom);
        codec.Value("taoRecycled", ref _taoRecycled);
        codec.Value("userFlow", ref _userFlow);
        codec.Value("protocolFlow", ref _protocolFlow);
        codec.Value("rootPaid", ref _rootPaid);
        codec.Value("rootEarned", ref _rootEarned);
        codec.Array("validatorStandings", ref _validatorStandings);
    }
}
