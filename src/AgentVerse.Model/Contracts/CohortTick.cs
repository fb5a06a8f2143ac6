using AgentVerse.Model.Numerics;

namespace AgentVerse.Model.Contracts;

/// <summary>
/// One cohort in one tick, as its behaviour and policies see it: agents in rows, the board, where to send.
/// </summary>
public sealed class CohortTick
{
    private readonly int[] _wallets;
    private readonly List<Intent> _intents = [];
    private int _ordinalRow = -1;
    private byte _ordinal;

    /// <summary>A view of the agents [first, first + count) of a population.</summary>
    public CohortTick(WorldPlan world, PopulationPlan population, int first, Columns columns)
    {
        World = world;
        Population = population;
        First = first;
        Columns = columns;
        Totals = new Totals(world.Totals.Length);
        _wallets = WalletColumns(world, population);
    }

    private CohortTick(CohortTick like, int index)
    {
        World = like.World;
        Population = like.Population;
        First = index;
        Columns = new Columns(like.Columns.Schema, 1);
        Totals = new Totals(World.Totals.Length);
        Tick = like.Tick;
        Board = like.Board;
        _wallets = like._wallets;
    }

    /// <summary>The planned world.</summary>
    public WorldPlan World { get; }

    /// <summary>The population.</summary>
    public PopulationPlan Population { get; }

    /// <summary>Index of the agent in row 0.</summary>
    public int First { get; }

    /// <summary>The agents.</summary>
    public Columns Columns { get; }

    /// <summary>The tick.</summary>
    public Tick Tick { get; private set; }

    /// <summary>What was published after the last tick.</summary>
    public Board Board { get; private set; } = new([], new Totals(0));

    /// <summary>What the cohort reports of this tick.</summary>
    public Totals Totals { get; private set; }

    /// <summary>What the cohort sends in this tick.</summary>
    public IReadOnlyList<Intent> Intents => _intents;

    /// <summary>Randomness of the run.</summary>
    public Draws Draws => World.Draws;

    /// <summary>Row whose decision is traced, or -1.</summary>
    public int TracedRow { get; private set; } = -1;

    /// <summary>Where the traced row's terms go.</summary>
    public ITrace? Trace { get; private set; }

    /// <summary>Begins a tick with nothing sent and zero totals.</summary>
    public void Begin(Tick tick, Board board)
    {
        Tick = tick;
        Board = board;
        Totals = new Totals(World.Totals.Length);
        _intents.Clear();
        _ordinalRow = -1;
    }

    /// <summary>The same tick for one agent of the population alone, wherever it lives, with zeroed columns.</summary>
    public CohortTick Alone(int index) => new(this, index);

    /// <summary>Traces the decisions of one row from now on; -1 ends it.</summary>
    public void TraceRow(int row, ITrace? trace)
    {
        TracedRow = row;
        Trace = trace;
    }

    /// <summary>The wallet of a token in every row; the kind must have one.</summary>
    public Span<long> Wallet(int token)
    {
        Invariant.Check(_wallets[token] >= 0, "the kind has a wallet of the token");
        return Columns.Int64(_wallets[token]);
    }

    /// <summary>Whether the kind has a wallet of the token.</summary>
    public bool HasWallet(int token) => _wallets[token] >= 0;

    /// <summary>
    /// Sends an intent from a row: sender, account and ordinal are filled in, its amount is taken from the wallet.
    /// </summary>
    public void Send(int row, Intent intent)
    {
        _ordinal = row == _ordinalRow ? checked((byte)(_ordinal + 1)) : (byte)0;
        _ordinalRow = row;
        if (intent.Amount != 0)
        {
            ref long wallet = ref Wallet(intent.Token)[row];
            Invariant.Check(intent.Amount > 0 && wallet >= intent.Amount, "an intent carries what its sender has");
            wallet -= intent.Amount;
        }

        intent.Sender = new AgentRef(Population.Index, First + row);
        intent.Account = Columns.UInt64(EngineColumns.Account)[row];
        intent.Ordinal = _ordinal;
        _intents.Add(intent);
        Count(1);
    }

    /// <summary>
    /// Sends what an account owes its controller: like <see cref="Send"/>, but it is nobody's decision and so is not
    /// counted among the intents of the population.
    /// </summary>
    public void SendHome(int row, Intent intent)
    {
        Send(row, intent);
        Count(-1);
    }

    /// <summary>Reports money that a rule paid to wallets from outside the shards.</summary>
    public void Mint(int token, long amount) => Totals.Add(World.Totals.Minted(token), amount);

    /// <summary>Reports money that left wallets and the model.</summary>
    public void Burn(int token, long amount) => Totals.Add(World.Totals.Burned(token), amount);

    /// <summary>Adds to one of the kind's sums.</summary>
    public void Sum(int sum, long amount) => Totals.Add(World.Totals.Sum(Population.Index, sum), amount);

    /// <summary>Counts decisions: choices among options that an agent evaluated.</summary>
    public void Decided(long count) => Totals.Add(World.Totals.Decisions(Population.Index), count);

    /// <summary>The intent just sent, and with its first intent of the tick its sender as one that acted.</summary>
    private void Count(long one)
    {
        Totals.Add(World.Totals.Intents(Population.Index), one);
        Totals.Add(World.Totals.Acted(Population.Index), _ordinal == 0 ? one : 0);
    }

    private static int[] WalletColumns(WorldPlan world, PopulationPlan population)
    {
        int[] wallets = new int[world.Tokens.Count];
        for (int token = 0; token < wallets.Length; token++)
        {
            wallets[token] = -1;
            for (int c = 0; c < population.Columns.Count; c++)
            {
                if (string.Equals(population.Columns[c].Wallet, world.Tokens[token].Name, StringComparison.Ordinal))
                {
                    wallets[token] = c;
                }
            }
        }

        return wallets;
    }
}
