using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Model.Contracts;

/// <summary>One population before the run: all agents of one kind with one configuration.</summary>
public sealed class PopulationPlan
{
    private const int Never = int.MaxValue;
    private static readonly Purpose Waking = Purpose.Of("engine.wake");
    private AccountLayout? _accounts;

    /// <summary>Index of the population in the run.</summary>
    public required int Index { get; init; }

    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind.</summary>
    public required AgentKind Kind { get; init; }

    /// <summary>Number of agents that may ever live: indices are [0, Capacity).</summary>
    public required int Capacity { get; init; }

    /// <summary>Accounts of one controller where <see cref="Accounts"/> is not given.</summary>
    public required int AccountsPerController { get; init; }

    /// <summary>Which accounts belong to whom.</summary>
    public AccountLayout Accounts
    {
        get => _accounts ??= AccountLayout.Fixed(Capacity, AccountsPerController);
        init => _accounts = value;
    }

    /// <summary>
    /// True units of a controller, one behind each of its first accounts; every further account stands before one of
    /// them in turn. Null where each account has one of its own.
    /// </summary>
    public int? UnitsPerController { get; init; }

    /// <summary>
    /// Index of the population whose agent j commands the accounts of controller j; -1 where each decides for itself.
    /// </summary>
    public int ControlledBy { get; init; } = -1;

    /// <summary>Share of the capacity that is awake from the first tick on.</summary>
    public required double InitialShare { get; init; }

    /// <summary>Ticks over which the others wake, uniformly; controlled ones wait for an order.</summary>
    public required int ArrivalTicks { get; init; }

    /// <summary>Values of the kind's keys.</summary>
    public required SettingsMap Settings { get; init; }

    /// <summary>Names of the policies that its agents may follow; the first is what they begin with.</summary>
    public required IReadOnlyList<string> PolicyNames { get; init; }

    /// <summary>Columns of its agents: the engine's, the kind's, then what <see cref="ColumnsOf"/> adds.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>Index of the first of <see cref="ControlledColumns"/>; -1 if nobody commands the agents.</summary>
    public int FirstControlled => ControlledBy < 0 ? -1 : Columns.Count - ControlledColumns.All.Count;

    /// <summary>Index of the controller of an agent.</summary>
    public int ControllerOf(int index) => Accounts.ControllerOf(index);

    /// <summary>Key of an agent's account: a hash of (population, controller, ordinal), never a position.</summary>
    public ulong AccountOf(int index) => AccountKey.Of(Name, ControllerOf(index), Accounts.OrdinalOf(index));

    /// <summary>
    /// Key of what stands behind an agent's account, such as its model, and what its skill is drawn from: equal keys
    /// are one unit that is not rival. The account's own key where it has a unit of its own; 0 if it has none.
    /// </summary>
    public ulong UnitOf(int index)
    {
        int origin = Accounts.Mode == SplitMode.Clone ? Accounts.OriginOf(index) : index;
        return UnitsPerController switch
        {
            null => AccountOf(origin),
            0 => 0,
            { } units => AccountKey.Of(Name, ControllerOf(origin), Accounts.OrdinalOf(origin) % units),
        };
    }

    /// <summary>Units of its own with which an account begins, unless its kind says otherwise.</summary>
    public int OpeningUnits(int index) =>
        UnitsPerController is not { } units || Accounts.OrdinalOf(index) < units ? 1 : 0;

    /// <summary>
    /// Tick from which an agent is awake: a drawn share at once, the others uniformly or, if they are controlled, by
    /// order. A part of a split wakes with its origin; an account that is merged into another never does.
    /// </summary>
    public int WakeOf(Draws draws, int index)
    {
        if (Accounts.IsAbsorbed(index))
        {
            return Never;
        }

        if (InitialShare >= 1)
        {
            return 0;
        }

        ulong account = AccountOf(Accounts.OriginOf(index));
        double early = draws.Uniform(account, -1, Waking, 0);
        double when = draws.Uniform(account, -1, Waking, 1);
        return early < InitialShare ? 0
            : ControlledBy >= 0 ? Never
            : 1 + (int)(when * Math.Max(0, ArrivalTicks - 1));
    }

    /// <summary>
    /// Whether an agent may have a place when networks open: it is awake, and no split has added it. What an opening
    /// gives it that is rival, such as stake, is dealt by <see cref="SharesOf"/>.
    /// </summary>
    public bool OpensWith(Draws draws, int index) => index < Accounts.BaseCount && WakeOf(draws, index) == 0;

    /// <summary>
    /// Who has how much of an amount that an opening gives an agent: the agent alone, or the parts of its account where
    /// that is split; the parts sum exactly.
    /// </summary>
    public IEnumerable<(int Index, long Amount)> SharesOf(int index, long amount)
    {
        IReadOnlyList<int> parts = Accounts.Mode == SplitMode.Merge ? [index] : Accounts.PartsOf(index);
        return parts.Select((part, i) => (part, Apportion.EqualPart(amount, parts.Count, i)));
    }

    /// <summary>Index of a column by name; a programmer's error if there is none.</summary>
    public int ColumnIndex(string name)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new InvariantException($"population '{Name}' has a column '{name}'");
    }

    /// <summary>
    /// Columns of a population: the engine's, the kind's, a wallet of each token that accounts which it commands have
    /// and the kind lacks, and those that a commanded account needs.
    /// </summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="commanded">Kinds of the accounts that it commands.</param>
    /// <param name="isControlled">Whether another population commands it.</param>
    public static IReadOnlyList<Column> ColumnsOf(AgentKind kind, IEnumerable<AgentKind> commanded, bool isControlled)
    {
        List<Column> columns = [.. EngineColumns.All, .. kind.Columns];
        foreach (Column wallet in commanded.SelectMany(k => k.Columns).Where(c => c.Wallet.Length > 0))
        {
            if (!columns.Any(c => string.Equals(c.Wallet, wallet.Wallet, StringComparison.Ordinal)))
            {
                columns.Add(Column.WalletOf(wallet.Wallet, wallet.Doc));
            }
        }

        return isControlled ? [.. columns, .. ControlledColumns.All] : columns;
    }
}
