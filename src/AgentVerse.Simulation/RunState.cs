using System.Runtime.InteropServices;

using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Model.State;

namespace AgentVerse.Simulation;

/// <summary>
/// The run between its phases: tick, board, totals, mail under way, ledger, digests. A driver takes <see cref="Next"/>,
/// sends each group its <see cref="CallFor"/> and hands the answers to <see cref="Absorb"/>; it knows no phase by name.
/// </summary>
public sealed class RunState
{
    private readonly PartTable _table;
    private readonly IRecordSink _sink;
    private readonly SortedDictionary<int, Bulletin> _published = [];
    private List<byte[]>[] _mail;
    private int _tick = -1;
    private int _phase;

    /// <summary>A run at its beginning, whose own rows go to the sink.</summary>
    public RunState(World world, PartTable table, IRecordSink sink)
    {
        World = world;
        _table = table;
        _sink = sink;
        _mail = NoMail();
        Totals = new Totals(world.Plan.Totals.Length);
        Board = new Board([], Totals);
        Line = LedgerLine.Zero(world.Plan.Tokens.Count);
        Ledger = new Ledger(world.Plan.Tokens, world.Plan.Totals);
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>Number of the current tick; -1 during the opening, the number of ticks during the closing.</summary>
    public int Tick => _tick;

    /// <summary>The next phase, or null at the end.</summary>
    public Phase? Next => Order is { } order ? order[_phase] : null;

    /// <summary>
    /// Whether no phase of the current tick has run, so that a checkpoint or an intervention may come in.
    /// </summary>
    public bool BetweenTicks => _phase == 0;

    /// <summary>What was published after the last tick.</summary>
    public Board Board { get; private set; }

    /// <summary>Totals of the current tick.</summary>
    public Totals Totals { get; private set; }

    /// <summary>Money of all shards as of their last settling.</summary>
    public LedgerLine Line { get; private set; }

    /// <summary>The ledger.</summary>
    public Ledger Ledger { get; }

    /// <summary>Digests of all rows recorded so far.</summary>
    public TableDigests Digests { get; private set; } = new();

    private IReadOnlyList<Phase>? Order =>
        _tick < 0 ? TickOrder.Opening
        : _tick < World.Plan.Ticks ? TickOrder.Phases
        : _tick == World.Plan.Ticks ? TickOrder.Closing
        : null;

    /// <summary>What a group is sent for the next phase.</summary>
    public GroupCall CallFor(int group) => new(_tick, Board, Totals, _mail[group]);

    /// <summary>Takes the groups' answers to the phase that <see cref="Next"/> named, and moves on.</summary>
    public void Absorb(IReadOnlyList<GroupAnswer> answers)
    {
        Phase phase = Next ?? throw new InvariantException("a run that has ended takes no answers");
        if (phase.Over != PartSort.None)
        {
            _mail = NoMail();
            foreach (GroupAnswer answer in answers)
            {
                Digests.Add(answer.Digests);
                for (int g = 0; g < _mail.Length; g++)
                {
                    if (answer.Mail[g].Length > 0)
                    {
                        _mail[g].Add(answer.Mail[g]);
                    }
                }
            }
        }

        phase.Absorb(this, answers);
        _phase = (_phase + 1) % Order!.Count;
        _tick += _phase == 0 ? 1 : 0;
    }

    /// <summary>Makes an agent follow another policy of its population from the coming tick on.</summary>
    public void Intervene(AgentRef agent, int policy)
    {
        Invariant.Check(BetweenTicks, "an intervention comes between two ticks");
        Row row = EngineRows.SetPolicy(agent, policy);
        byte[] bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<Row>(ref row)).ToArray();
        _mail[_table.GroupOf(_table.PartOf(agent))].Add(bytes);
    }

    /// <summary>Cohorts have stepped: their totals are known, and what was payable stands in wallets.</summary>
    public void AbsorbStep(IReadOnlyList<GroupAnswer> answers)
    {
        Totals = new Totals(World.Plan.Totals.Length);
        foreach (GroupAnswer answer in answers)
        {
            Totals.Add(answer.Totals);
        }

        LedgerLine none = LedgerLine.Zero(World.Plan.Tokens.Count);
        Line = none with { Held = Line.Held };
    }

    /// <summary>Shards have settled: their bulletins and money are known.</summary>
    public void AbsorbSettle(IReadOnlyList<GroupAnswer> answers)
    {
        Line = LedgerLine.Zero(World.Plan.Tokens.Count);
        foreach (GroupAnswer answer in answers)
        {
            Line.Add(answer.Ledger);
            foreach (Published published in answer.Bulletins)
            {
                _published[published.Shard] = published.Bulletin;
            }
        }
    }

    /// <summary>Puts the bulletins of this tick up on the board.</summary>
    public void PutUp() => Board = new Board([.. _published.Values], Totals);

    /// <summary>Records rows of the run itself.</summary>
    public void Record(RecordBatch batch)
    {
        Digests.Add(batch, World.Plan.Tables);
        _sink.Write(batch);
    }

    /// <summary>Carries the run to or from a checkpoint, which is taken between two ticks.</summary>
    public void Carry(StateCodec codec)
    {
        Invariant.Check(BetweenTicks, "a checkpoint is taken between two ticks");
        codec.Value("tick", ref _tick);
        long[] totals = Totals.Values.ToArray();
        codec.Array("totals", ref totals);
        Totals = new Totals(totals);
        BoardCodec.Carry(codec, World.Plan, _published);
        long[] held = Line.Held;
        long[] payable = Line.Payable;
        codec.Array("held", ref held);
        codec.Array("payable", ref payable);
        Line = LedgerLine.Zero(held.Length) with { Held = held, Payable = payable };
        Ledger.Carry(codec);
        Digests.Carry(codec);
        byte[] rows = Joined(_mail);
        codec.Array("rows", ref rows);
        _mail = Mail.ByGroup(MemoryMarshal.Cast<byte, Row>(rows), _table);
        PutUp();
    }

    private static byte[] Joined(List<byte[]>[] mail) => [.. mail.SelectMany(m => m).SelectMany(b => b)];

    private List<byte[]>[] NoMail() => [.. Enumerable.Range(0, _table.GroupCount).Select(_ => new List<byte[]>())];
}
