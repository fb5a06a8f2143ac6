using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Records;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>
/// The foundation: the schedule of emission, and every part of it that is not the nodes', which the scheduler mints.
/// What an epoch mints is known before it ends and does not depend on what is burned.
/// </summary>
internal sealed class FoundationShard(RenderSpec spec) : Shard
{
    private static readonly string[] Names =
        [
            "foundation", "artists", "liquidityProviders", "clients", "points", "compute", "nodeReserve", "salad",
            "clientNodes", "subnetNodes", "saladNodes",
        ];

    private long[] _held = new long[Names.Length];
    private long _minted = OpeningMinted(spec);
    private long _burned;
    private long _idleClients;
    private double _openPrice = spec.Epochs.Price(0) ?? spec.FixedPrice;

    internal static IReadOnlyList<Quantity> Series { get; } =
    [
        new("epoch", CellType.Integer, "", "Number of the epoch that the tick belongs to."),
        new("emission", CellType.Integer, "RENDER base units", "Minted in the tick, for nodes too."),
        new("minted", CellType.Integer, "RENDER base units", "Minted since emission began."),
        new("burned", CellType.Integer, "RENDER base units", "Burned in the run up to the tick before."),
        new("supply", CellType.Integer, "RENDER base units", "Genesis supply and emission, less the run's burns."),
        new("foundation", CellType.Integer, "RENDER base units", "What the foundation got in the run."),
        new("artists", CellType.Integer, "RENDER base units", "What artists and grants got in the run."),
        new("compute", CellType.Integer, "RENDER base units", "What was set aside for the subnet and Salad in the run."),
        new("clientNodes", CellType.Integer, "RENDER base units", "What nodes of compute clients got in the run."),
        new("clientIdle", CellType.Integer, "RENDER base units", "Of it, to nodes that earned nothing from a client."),
        new("subnetNodes", CellType.Integer, "RENDER base units", "What nodes of the compute subnet got in the run."),
        new("saladNodes", CellType.Integer, "RENDER base units", "What Salad's nodes got in the run."),
    ];

    public override Bulletin Opening() => Publish(0);

    public override Bulletin Settle(ShardTick tick)
    {
        int now = tick.Tick.Index;
        _burned += tick.Board.Get<SchedulerBulletin>(spec.FoundationShard + 1).Burned;
        long emission = 0;
        if (spec.EndsEpoch(now))
        {
            EpochPools pools = Limited(spec.EpochOf(now));
            long[] parts =
            [
                pools.Foundation, pools.Artists, pools.LiquidityProviders, pools.Clients, pools.UpgradePoints,
                pools.Compute, pools.NodeReserve, pools.Salad,
            ];
            for (int i = 0; i < parts.Length; i++)
            {
                _held[i] = checked(_held[i] + parts[i]);
                tick.Mint(spec.Render, parts[i]);
            }

            emission = pools.Total;
            _minted = checked(_minted + emission);
            PayNodes(tick, spec.Start + (spec.EpochOf(now) * RenderTerms.EpochSeconds));
        }

        Tell(tick, emission);
        return Publish(spec.EpochOf(now + 1));
    }

    public override void Accounts(AccountBook book)
    {
        for (int i = 0; i < _held.Length; i++)
        {
            book.Add(spec.Render, Names[i], _held[i]);
        }
    }

    public override void Carry(StateCodec codec)
    {
        codec.Array("held", ref _held);
        codec.Value("minted", ref _minted);
        codec.Value("burned", ref _burned);
        codec.Value("idleClients", ref _idleClients);
        codec.Value("openPrice", ref _openPrice);
    }

    /// <summary>Pays nodes beside rendering from what stands there for them.</summary>
    private void PayNodes(ShardTick tick, long seconds)
    {
        double price = tick.Board.Get<SchedulerBulletin>(spec.FoundationShard + 1).Price;
        (long paid, long idle) = ComputePay.Clients(_held[3], seconds, spec);
        Move(3, 8, paid);
        _idleClients = checked(_idleClients + idle);
        Move(5, 9, ComputePay.Subnet(_held[5], seconds, spec));
        Move(7, 10, ComputePay.ToSalad(_held[7], (_openPrice, price), spec));
        _openPrice = price;
    }

    private void Move(int from, int to, long amount)
    {
        _held[from] -= amount;
        _held[to] = checked(_held[to] + amount);
    }

    private EpochPools Limited(long epoch) =>
        spec.PoolsOf(epoch).Within(EmissionSchedule.Budget(spec.Parameters) - _minted);

    private FoundationBulletin Publish(long epoch)
    {
        EpochPools pools = Limited(epoch);
        return new FoundationBulletin
        {
            Epoch = epoch,
            NodeJobs = pools.NodeJobs,
            Availability = pools.Availability,
            Minted = _minted,
            Burned = _burned,
        };
    }

    private void Tell(ShardTick tick, long emission)
    {
        tick.Set(0, spec.EpochOf(tick.Tick.Index));
        tick.Set(1, emission);
        tick.Set(2, _minted);
        tick.Set(3, _burned);
        tick.Set(4, spec.Parameters.GenesisSupply + _minted - _burned);
        tick.Set(5, _held[0]);
        tick.Set(6, _held[1]);
        tick.Set(7, _held[5] + _held[7] + _held[9] + _held[10]);
        tick.Set(8, _held[8]);
        tick.Set(9, _idleClients);
        tick.Set(10, _held[9]);
        tick.Set(11, _held[10]);
    }

    /// <summary>
    /// Emission of the years before the start, by the formula; of the year of the start, its whole weeks.
    /// </summary>
    private static long OpeningMinted(RenderSpec spec)
    {
        BmeDate date = BmeDate.Of(spec.Start, spec.Parameters);
        long yearStart = date.StartOfYear(spec.Parameters);
        long weeks = Math.Clamp((spec.Start - yearStart) / RenderTerms.EpochSeconds, 0, EmissionSchedule.Weeks);
        long week = EmissionSchedule.Weekly(EmissionSchedule.OfMonth(date.Year, spec.Parameters), spec.Parameters);
        long past = EmissionSchedule.Through(date.Year - 1, spec.Parameters) + (weeks * week);
        return Math.Min(past, EmissionSchedule.Budget(spec.Parameters));
    }
}
