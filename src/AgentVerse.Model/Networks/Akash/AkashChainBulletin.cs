using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Model.Networks.Akash;

/// <summary>What the chain of Akash publishes after each tick.</summary>
public sealed class AkashChainBulletin : Bulletin
{
    private long _height;
    private long _aktMicroUsd;
    private long _supply;
    private double _inflation;
    private double _incentiveAkt;
    private double _incentiveUsd;
    private double _takeRateAkt;
    private double _takeRateUsd;
    private long _bonded;
    private double _mintedPerDay;
    private double _stakersPerDay;
    private int _mintStatus;
    private long _collateralBps;

    /// <summary>Height of the last block of the tick.</summary>
    public long Height { get => _height; init => _height = value; }

    /// <summary>Price of AKT, 1e-6 USD; 0 for none.</summary>
    public long AktMicroUsd { get => _aktMicroUsd; init => _aktMicroUsd = value; }

    /// <summary>AKT in existence, uakt.</summary>
    public long Supply { get => _supply; init => _supply = value; }

    /// <summary>Inflation a year.</summary>
    public double Inflation { get => _inflation; init => _inflation = value; }

    /// <summary>Paid by the incentive programme for a unit that a tenant pays in AKT; 0 for none.</summary>
    public double IncentiveAkt { get => _incentiveAkt; init => _incentiveAkt = value; }

    /// <summary>
    /// Paid by the incentive programme for a unit that a tenant pays in stablecoin or ACT; 0 for none.
    /// </summary>
    public double IncentiveUsd { get => _incentiveUsd; init => _incentiveUsd = value; }

    /// <summary>Take of payouts in AKT.</summary>
    public double TakeRateAkt { get => _takeRateAkt; init => _takeRateAkt = value; }

    /// <summary>Take of payouts in stablecoin, or in ACT.</summary>
    public double TakeRateUsd { get => _takeRateUsd; init => _takeRateUsd = value; }

    /// <summary>AKT bonded with validators, by agents and by others, uakt.</summary>
    public long Bonded { get => _bonded; init => _bonded = value; }

    /// <summary>AKT minted a day at the inflation of the last block, uakt.</summary>
    public double MintedPerDay { get => _mintedPerDay; init => _mintedPerDay = value; }

    /// <summary>
    /// Of it, what all who delegate get together, uakt: less the community's tax and the validators' commission.
    /// </summary>
    public double StakersPerDay { get => _stakersPerDay; init => _stakersPerDay = value; }

    /// <summary>Era C: 0 healthy, 1 warning, 2 halted for collateral, 3 halted for want of a price.</summary>
    public int MintStatus { get => _mintStatus; init => _mintStatus = value; }

    /// <summary>Era C: collateral ratio, 1/10000.</summary>
    public long CollateralBps { get => _collateralBps; init => _collateralBps = value; }

    /// <inheritdoc/>
    public override void Carry(StateCodec codec)
    {
        codec.Value("height", ref _height);
        codec.Value("aktMicroUsd", ref _aktMicroUsd);
        codec.Value("supply", ref _supply);
        codec.Value("inflation", ref _inflation);
        codec.Value("incentiveAkt", ref _incentiveAkt);
        codec.Value("incentiveUsd", ref _incentiveUsd);
        codec.Value("takeRateAkt", ref _takeRateAkt);
        codec.Value("takeRateUsd", ref _takeRateUsd);
        codec.Value("bonded", ref _bonded);
        codec.Value("mintedPerDay", ref _mintedPerDay);
        codec.Value("stakersPerDay", ref _stakersPerDay);
        codec.Value("mintStatus", ref _mintStatus);
        codec.Value("collateralBps", ref _collateralBps);
    }
}
