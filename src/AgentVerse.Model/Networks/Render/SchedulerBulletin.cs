using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Model.Networks.Render;

/// <summary>What the scheduler publishes after every tick.</summary>
public sealed class SchedulerBulletin : Bulletin
{
    private double _price;
    private double _smoothedPrice;
    private long _value;
    private long _pool;
    private long _availabilityPool;
    private long _announced;
    private double _payPerOctane2;
    private double _payPerOctane3;
    private double _availabilityPerNode;
    private long _waiting;
    private long _burned;
    private double _served;

    /// <summary>Price of RENDER in this tick, USD.</summary>
    public double Price { get => _price; init => _price = value; }

    /// <summary>Price smoothed with the half-life of the scenario, USD.</summary>
    public double SmoothedPrice { get => _smoothedPrice; init => _smoothedPrice = value; }

    /// <summary>Value of the work approved in the last whole epoch, 1e-6 USD.</summary>
    public long Value { get => _value; init => _value = value; }

    /// <summary>Pool for work that the last whole epoch paid, RENDER base units.</summary>
    public long Pool { get => _pool; init => _pool = value; }

    /// <summary>Pool for availability that the last whole epoch paid, RENDER base units.</summary>
    public long AvailabilityPool { get => _availabilityPool; init => _availabilityPool = value; }

    /// <summary>
    /// What operators may count on that all nodes get for work and availability in the epoch of the coming tick, RENDER
    /// base units.
    /// </summary>
    public long Announced { get => _announced; init => _announced = value; }

    /// <summary>What the last whole epoch paid to all nodes, RENDER base units.</summary>
    public long Paid => _pool + _availabilityPool;

    /// <summary>
    /// RENDER a week for an OctaneBench point reachable all of the last epoch, by tier; 0 where none was.
    /// </summary>
    public double PayPerOctane(int tier) => tier == 2 ? _payPerOctane2 : _payPerOctane3;

    /// <summary>RENDER a week that a point of tier 2 got.</summary>
    public double PayPerOctane2 { init => _payPerOctane2 = value; }

    /// <summary>RENDER a week that a point of tier 3 got.</summary>
    public double PayPerOctane3 { init => _payPerOctane3 = value; }

    /// <summary>RENDER a week for the availability of a mean node in a wallet of few.</summary>
    public double AvailabilityPerNode { get => _availabilityPerNode; init => _availabilityPerNode = value; }

    /// <summary>Accounts that wait for admission.</summary>
    public long Waiting { get => _waiting; init => _waiting = value; }

    /// <summary>RENDER burned in the tick, base units.</summary>
    public long Burned { get => _burned; init => _burned = value; }

    /// <summary>Share of the frames asked for in the tick that were rendered; 1 if none was asked for.</summary>
    public double Served { get => _served; init => _served = value; }

    /// <inheritdoc/>
    public override void Carry(StateCodec codec)
    {
        codec.Value("price", ref _price);
        codec.Value("smoothedPrice", ref _smoothedPrice);
        codec.Value("value", ref _value);
        codec.Value("pool", ref _pool);
        codec.Value("availabilityPool", ref _availabilityPool);
        codec.Value("announced", ref _announced);
        codec.Value("payPerOctane2", ref _payPerOctane2);
        codec.Value("payPerOctane3", ref _payPerOctane3);
        codec.Value("availabilityPerNode", ref _availabilityPerNode);
        codec.Value("waiting", ref _waiting);
        codec.Value("burned", ref _burned);
        codec.Value("served", ref _served);
    }
}
