using System.Runtime.InteropServices;

using AgentVerse.Model.Numerics;

namespace AgentVerse.Model.Contracts;

/// <summary>One shard in one tick: what it gets, and where it puts what it pays, tells and counts.</summary>
public sealed class ShardTick(WorldPlan world, ShardInfo shard, Tick tick, Board board, Totals totals)
{
    private readonly List<Row> _rows = [];
    private readonly List<ShardEvent> _events = [];
    private readonly List<TimedIntent> _intents = [];
    private readonly long[] _series = new long[shard.Plan.Series.Count];
    private readonly long[] _minted = new long[world.Tokens.Count];
    private readonly long[] _burned = new long[world.Tokens.Count];

    /// <summary>The planned world.</summary>
    public WorldPlan World => world;

    /// <summary>The shard's place.</summary>
    public ShardInfo Shard => shard;

    /// <summary>The tick.</summary>
    public Tick Tick => tick;

    /// <summary>What was published after the last tick, by every shard.</summary>
    public Board Board => board;

    /// <summary>What all cohorts report of this tick.</summary>
    public Totals Totals => totals;

    /// <summary>Intents in order of their times.</summary>
    public IReadOnlyList<TimedIntent> Intents => _intents;

    /// <summary>Rows so far.</summary>
    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>Events so far.</summary>
    public IReadOnlyList<ShardEvent> Events => _events;

    /// <summary>Series as cells, in the order of the plan.</summary>
    public ReadOnlySpan<long> Series => _series;

    /// <summary>Minted so far, by token.</summary>
    public ReadOnlySpan<long> Minted => _minted;

    /// <summary>Burned so far, by token.</summary>
    public ReadOnlySpan<long> Burned => _burned;

    /// <summary>Where inner steps go when the tick is audited.</summary>
    public IAudit? Audit { get; init; }

    /// <summary>Takes the intents, already in order.</summary>
    public void Take(IReadOnlyList<TimedIntent> intents) => _intents.AddRange(intents);

    /// <summary>Pays and tells an agent; applied at the start of the next tick.</summary>
    public void Pay(AgentRef receiver, byte kind, int token, long amount, long a = 0, long b = 0)
    {
        Invariant.Check(amount >= 0, "a row never takes money");
        _rows.Add(new Row
        {
            Receiver = receiver,
            Shard = (ushort)shard.Index,
            Token = (ushort)token,
            Kind = kind,
            Amount = amount,
            A = a,
            B = b,
            Ordinal = _rows.Count,
        });
    }

    /// <summary>Orders an agent (<see cref="ControlOrders"/>), with money for its wallet.</summary>
    public void Order(AgentRef receiver, byte order, (int Token, long Amount) money, long a = 0, long b = 0)
    {
        Pay(receiver, 0, money.Token, money.Amount, a, b);
        CollectionsMarshal.AsSpan(_rows)[^1].Order = order;
    }

    /// <summary>Writes an event.</summary>
    public void Tell(int type, long second, AgentRef agent, long amount = 0, long a = 0, long b = 0) =>
        _events.Add(new ShardEvent(type, checked((int)second), agent, amount, a, b));

    /// <summary>Sets an integer series.</summary>
    public void Set(int series, long value) => _series[series] = value;

    /// <summary>Sets a real series; it must be finite.</summary>
    public void Set(int series, double value)
    {
        Invariant.Check(double.IsFinite(value), $"series '{shard.Plan.Series[series].Name}' is finite");
        _series[series] = Records.RecordBatch.Cell(value);
    }

    /// <summary>Counts newly made money.</summary>
    public void Mint(int token, long amount) => _minted[token] = checked(_minted[token] + amount);

    /// <summary>Counts destroyed money.</summary>
    public void Burn(int token, long amount) => _burned[token] = checked(_burned[token] + amount);

    /// <summary>A uniform draw in (0, 1) of this shard in this tick.</summary>
    public double Uniform(Purpose purpose, int draw = 0) =>
        world.Draws.Uniform(shard.Key, tick.Index, purpose, draw);
}
