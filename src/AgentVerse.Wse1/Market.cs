using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Model.State;

namespace AgentVerse.Wse1;

/// <summary>
/// The market: rpw = min((E &lt;&lt; 16) / max(W, 1), 2^32); price moves by price x |d| / n / 8 with the change d of
/// the number
/// of workers and stays in [16384, 262144].
/// </summary>
internal sealed class Market : Shard
{
    private const long PotPerAgent = 600_000;
    private const long PriceFloor = 16_384;
    private const long PriceCeiling = 262_144;
    private readonly PopulationPlan _workers;
    private readonly int _firstSum;
    private long _price = 1 << 16;
    private long _rewardPerWork;
    private long _workersBefore;
    private long _exits;

    private Market(WorldPlan world, PopulationPlan workers)
    {
        _workers = workers;
        _firstSum = world.Totals.Sum(workers.Index, 0);
        _workersBefore = Count;
        _rewardPerWork = (Pot << 16) / (1000 * Count);
    }

    private long Count => Math.Max(1, _workers.Capacity);

    private long Pot => PotPerAgent * Count;

    /// <summary>One shard, for the population that the settings name.</summary>
    internal static NetworkPlan Plan(SettingsMap settings, WorldPlanning planning)
    {
        string name = settings.Text("workers");
        if (planning.FindPopulation(name) is not { Kind.Name: "worker" } workers)
        {
            planning.Problems.Add(settings.Problem(
                "workers", name, "the name of a population of kind 'worker'", "name one, or add it under populations"));
            return new NetworkPlan([], []);
        }

        ShardPlan market = new(
            "market", Wse1Plugin.Series, world => new Market(world, workers), () => new MarketBulletin());
        return new NetworkPlan([], [market]);
    }

    public override Bulletin Opening() => new MarketBulletin(_price, _rewardPerWork);

    public override Bulletin Settle(ShardTick tick)
    {
        long work = tick.Totals[_firstSum + Worker.WorkSum];
        long workers = tick.Totals[_firstSum + Worker.OnSum];
        _exits += tick.Totals[_firstSum + Worker.ExitSum];
        _rewardPerWork = Math.Min((Pot << 16) / Math.Max(work, 1), 1L << 32);
        long change = workers - _workersBefore;
        long move = _price * Math.Abs(change) / Count / 8;
        _price = Math.Clamp(_price + (Math.Sign(change) * move), PriceFloor, PriceCeiling);
        _workersBefore = workers;
        tick.Set(0, work);
        tick.Set(1, tick.Totals[_firstSum + Worker.StakeSum]);
        tick.Set(2, workers);
        tick.Set(3, tick.Totals[_firstSum + Worker.BalanceSum]);
        tick.Set(4, _exits);
        tick.Set(5, _price);
        tick.Set(6, _rewardPerWork);
        return Opening();
    }

    public override void Accounts(AccountBook book)
    {
    }

    public override void Carry(StateCodec codec)
    {
        codec.Value("price", ref _price);
        codec.Value("rewardPerWork", ref _rewardPerWork);
        codec.Value("workersBefore", ref _workersBefore);
        codec.Value("exits", ref _exits);
    }
}
