using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// What a subnet publishes smoothed. Averages move a block at a time, so they do not depend on the length of a tick: a
/// level as q + (1 - f) (p - q), a rate of n a block as f r + n ln 2 / h, with f = 2^(-1 / h) and h the half-life.
/// </summary>
internal sealed class SmoothedRates
{
    private const int DaysOfWeek = 7;
    private static readonly double Ln2 = DeterministicMath.Log(2);
    private static readonly double DayFactor = DeterministicMath.Exp(-Ln2 / BittensorTerms.BlocksPerDay);
    private static readonly double WeekFactor =
        DeterministicMath.Exp(-Ln2 / (BittensorTerms.BlocksPerDay * DaysOfWeek));

    private double _priceDay;
    private double _priceWeek;
    private double _registrationsPerDay;
    private double _ownerAlphaPerDay;
    private double _userFlow;
    private double _protocolFlow;

    /// <summary>Price with a half-life of a day, TAO per alpha.</summary>
    internal double PriceDay => _priceDay;

    /// <summary>Price with a half-life of a week, TAO per alpha.</summary>
    internal double PriceWeek => _priceWeek;

    /// <summary>Registrations a day, half-life a day.</summary>
    internal double RegistrationsPerDay => _registrationsPerDay;

    /// <summary>The owner's cut, alpha base units a day, half-life a day.</summary>
    internal double OwnerAlphaPerDay => _ownerAlphaPerDay;

    /// <summary>Users' net TAO inflow, rao a block, by the chain's own average.</summary>
    internal double UserFlow => _userFlow;

    /// <summary>The protocol's net TAO inflow, rao a block, by the chain's own average.</summary>
    internal double ProtocolFlow => _protocolFlow;

    /// <summary>Begins with a price, with what the owner's cut will be, and with an inflow in rao a block.</summary>
    internal void Begin(double price, double ownerAlphaPerDay, double userFlow)
    {
        (_priceDay, _priceWeek) = (price, price);
        _ownerAlphaPerDay = ownerAlphaPerDay;
        (_registrationsPerDay, _userFlow, _protocolFlow) = (0, userFlow, 0);
    }

    /// <summary>Lets a block pass that ends with this price; takes the flows since the last one.</summary>
    internal void Pass(double price, SubnetAccounts accounts, ChainParameters chain)
    {
        _priceDay = price + (DayFactor * (_priceDay - price));
        _priceWeek = price + (WeekFactor * (_priceWeek - price));
        _registrationsPerDay *= DayFactor;
        _ownerAlphaPerDay *= DayFactor;
        _userFlow = FlowShares.NextAverage(_userFlow, accounts.UserFlow, chain);
        _protocolFlow = FlowShares.NextAverage(_protocolFlow, accounts.ProtocolFlow, chain);
        (accounts.UserFlow, accounts.ProtocolFlow) = (0, 0);
    }

    /// <summary>Counts a registration.</summary>
    internal void CountRegistration() => _registrationsPerDay += Ln2;

    /// <summary>Counts a payment of the owner's cut, alpha base units.</summary>
    internal void CountOwnerCut(long alpha) => _ownerAlphaPerDay += Ln2 * alpha;

    /// <summary>The weight of what was before so many blocks, half-life a day.</summary>
    internal static double Kept(double blocks) =>
        DeterministicMath.Exp(-Ln2 * blocks / BittensorTerms.BlocksPerDay);

    /// <summary>Carries it to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        codec.Value("priceDay", ref _priceDay);
        codec.Value("priceWeek", ref _priceWeek);
        codec.Value("registrationsPerDay", ref _registrationsPerDay);
        codec.Value("ownerAlphaPerDay", ref _ownerAlphaPerDay);
        codec.Value("userFlowAverage", ref _userFlow);
        codec.Value("protocolFlowAverage", ref _protocolFlow);
    }
}
