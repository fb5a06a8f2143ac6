using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Model.Networks.Akash;

/// <summary>What a market of Akash publishes after each tick: prices, capacity, what providers got hired.</summary>
public sealed class AkashMarketBulletin : Bulletin
{
    /// <summary>Deciles of providers by price asked.</summary>
    public const int Deciles = 10;

    private long _quote;
    private long _offeredUnits;
    private long _leasedUnits;
    private double _fillRate;
    private double _delivered;
    private long[] _askOfDecile = new long[Deciles];
    private double[] _hiredOfDecile = new double[Deciles];

    /// <summary>
    /// Price of a unit and hour, 1e-6 USD: the lowest bids on orders, smoothed with a half-life of a day, so that
    /// leases at odd prices do not move it; the median of what is asked until there was one, and 0 where nothing is.
    /// </summary>
    public long Quote { get => _quote; init => _quote = value; }

    /// <summary>Units that providers say they have here.</summary>
    public long OfferedUnits { get => _offeredUnits; init => _offeredUnits = value; }

    /// <summary>Of them, leased.</summary>
    public long LeasedUnits { get => _leasedUnits; init => _leasedUnits = value; }

    /// <summary>Share of deployments that got a lease, smoothed with a half-life of a day; 1 at first.</summary>
    public double FillRate { get => _fillRate; init => _fillRate = value; }

    /// <summary>
    /// Delivered over claimed of the leases that ended, smoothed with a half-life of a day; 1 at first.
    /// </summary>
    public double Delivered { get => _delivered; init => _delivered = value; }

    /// <summary>Largest price asked in each decile of units, 1e-6 USD a unit and hour.</summary>
    public long[] AskOfDecile { get => _askOfDecile; init => _askOfDecile = value; }

    /// <summary>Share of each decile's units that is leased.</summary>
    public double[] HiredOfDecile { get => _hiredOfDecile; init => _hiredOfDecile = value; }

    /// <summary>Units that may still be leased.</summary>
    public long FreeUnits => Math.Max(0, _offeredUnits - _leasedUnits);

    /// <summary>Share of units leased by those who ask this price.</summary>
    public double HiredAt(long ask)
    {
        for (int d = 0; d < Deciles; d++)
        {
            if (ask <= _askOfDecile[d])
            {
                return _hiredOfDecile[d];
            }
        }

        return 0;
    }

    /// <inheritdoc/>
    public override void Carry(StateCodec codec)
    {
        codec.Value("quote", ref _quote);
        codec.Value("offeredUnits", ref _offeredUnits);
        codec.Value("leasedUnits", ref _leasedUnits);
        codec.Value("fillRate", ref _fillRate);
        codec.Value("delivered", ref _delivered);
        codec.Array("askOfDecile", ref _askOfDecile);
        codec.Array("hiredOfDecile", ref _hiredOfDecile);
    }
}
