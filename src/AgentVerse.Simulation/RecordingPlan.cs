using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;

namespace AgentVerse.Simulation;

/// <summary>The tables of a run and the shape of every sort of row, made once from kinds, series and events.</summary>
internal sealed class RecordingPlan
{
    private static readonly TableColumn[] AgentColumns =
    [
        new("tick", CellType.Integer, "tick", "Tick after whose step the agent is recorded; the number of ticks at the end."),
        new("population", CellType.Name, "", "Population of the agent."),
        new("agent", CellType.Integer, "", "Index of the agent in its population."),
        new("account", CellType.Unsigned, "", "Key of the agent's account."),
        new("controller", CellType.Integer, "", "Controller of the account, within the population."),
        new("policy", CellType.Name, "", "Policy that the agent follows."),
        new("claimedUnits", CellType.Integer, "units", "Units that the account claims, in the units of its kind."),
        new("trueUnits", CellType.Integer, "units", "Units that truly stand behind the account, each counted once."),
    ];

    private static readonly TableColumn[] TickColumns =
    [
        new("tick", CellType.Integer, "tick", "Tick."),
        new("network", CellType.Name, "", "Network of the shard, or 'populations'."),
        new("shard", CellType.Name, "", "Shard, or population."),
    ];

    private static readonly TableColumn[] EventColumns =
    [
        new("tick", CellType.Integer, "tick", "Tick."),
        new("network", CellType.Name, "", "Network of the shard."),
        new("shard", CellType.Name, "", "Shard."),
        new("ordinal", CellType.Integer, "", "Place among the events of the shard and tick."),
        new("second", CellType.Integer, "s", "Time since the start of the tick."),
        new("event", CellType.Name, "", "What happened; see the network's reference."),
        new("amount", CellType.Integer, "base units", "Amount of money, where the event has one."),
        new("a", CellType.Integer, "", "First value of the event."),
        new("b", CellType.Integer, "", "Second value of the event."),
        new("population", CellType.Name, "", "Population of the agent concerned."),
        new("agent", CellType.Integer, "", "Index of the agent concerned."),
    ];

    private static readonly Quantity[] PopulationSeries =
    [
        new("awake", CellType.Integer, "agents", "Agents whose step ran."),
        new("decisions", CellType.Integer, "", "Choices among evaluated options."),
        new("intents", CellType.Integer, "", "Intents sent."),
        new("acted", CellType.Integer, "agents", "Agents that sent an intent: asked something of a network or market."),
    ];

    private readonly List<string> _names;

    internal RecordingPlan(
        IReadOnlyList<PopulationPlan> populations, IReadOnlyList<ShardInfo> shards, IReadOnlyList<string> eventNames)
    {
        _names = [.. populations.Select(p => p.Name)
            .Concat(populations.SelectMany(p => p.PolicyNames))
            .Concat(shards.Select(s => s.Network)).Concat(shards.Select(s => s.Plan.Name))
            .Concat(eventNames).Append("populations").Distinct().Order(StringComparer.Ordinal)];
        List<TableColumn> agents = [.. AgentColumns];
        List<TableColumn> ticks = [.. TickColumns];
        Places[] agentPlaces = [.. populations.Select(p => Join(agents, AgentColumns.Length, Recorded(p)))];
        Places[] populationPlaces =
            [.. populations.Select(p => Join(ticks, TickColumns.Length, Series([.. PopulationSeries, .. p.Kind.Sums])))];
        Places[] shardPlaces = [.. shards.Select(s => Join(ticks, TickColumns.Length, Series(s.Plan.Series)))];
        Tables = new RunTables(
            new TableSchema("ticks", ticks, 3), new TableSchema("agents", agents, 3),
            new TableSchema("events", EventColumns, 4), _names);
        Agents = [.. agentPlaces.Select(p => p.Over(Tables.Agents))];
        Populations = [.. populationPlaces.Select(p => p.Over(Tables.Ticks))];
        Shards = [.. shardPlaces.Select(p => p.Over(Tables.Ticks))];
        EventOfAgent = new RowShape(Tables.Events, [.. Enumerable.Range(0, EventColumns.Length)]);
        EventOfNobody = new RowShape(Tables.Events, [.. Enumerable.Range(0, EventColumns.Length - 2)]);
    }

    internal RunTables Tables { get; }

    /// <summary>An agent's row, by population; sources are columns of the population.</summary>
    internal IReadOnlyList<OwnCells> Agents { get; }

    /// <summary>A population's row of a tick, by population; sources are its totals.</summary>
    internal IReadOnlyList<OwnCells> Populations { get; }

    /// <summary>A shard's row of a tick, by shard; sources are its series.</summary>
    internal IReadOnlyList<OwnCells> Shards { get; }

    internal RowShape EventOfAgent { get; }

    internal RowShape EventOfNobody { get; }

    internal int Name(string name) => _names.BinarySearch(name, StringComparer.Ordinal);

    private static Source[] Recorded(PopulationPlan population) =>
        [.. Enumerable.Range(EngineColumns.Count, population.Columns.Count - EngineColumns.Count)
            .Where(c => population.Columns[c].Recorded)
            .Select(c => new Source(c, AsTableColumn(population.Columns[c])))];

    private static TableColumn AsTableColumn(Column column) => new(
        column.Name,
        column.Type switch
        {
            ColumnType.Double => CellType.Number,
            ColumnType.UInt64 => CellType.Unsigned,
            _ => CellType.Integer,
        },
        column.Unit,
        column.Doc);

    private static Source[] Series(IReadOnlyList<Quantity> series) =>
        [.. series.Select((s, i) => new Source(i, new TableColumn(s.Name, s.Type, s.Unit, s.Doc)))];

    /// <summary>
    /// Places of the own columns of a sort of row in a table, which grows by what it lacks. Columns of one name must
    /// be of
    /// one type. Ascending, so that a row can be told from the table alone.
    /// </summary>
    private static Places Join(List<TableColumn> table, int fixedCount, Source[] own)
    {
        SortedDictionary<int, int> sources = [];
        foreach (Source source in own)
        {
            TableColumn column = source.Column;
            int place = table.FindIndex(c => string.Equals(c.Name, column.Name, StringComparison.Ordinal));
            if (place < 0)
            {
                place = table.Count;
                table.Add(column);
            }

            Invariant.Check(table[place].Type == column.Type, $"recorded columns '{column.Name}' have one type");
            Invariant.Check(place >= fixedCount, $"'{column.Name}' is not the name of a key");
            Invariant.Check(sources.TryAdd(place, source.Index), $"column '{column.Name}' is recorded once");
        }

        return new Places([.. Enumerable.Range(0, fixedCount), .. sources.Keys], [.. sources.Values]);
    }

    /// <summary>A sort of row: its shape, and the source of each cell behind the fixed ones.</summary>
    internal sealed record OwnCells(RowShape Shape, int[] Sources);

    private readonly record struct Source(int Index, TableColumn Column);

    private readonly record struct Places(int[] Columns, int[] Sources)
    {
        internal OwnCells Over(TableSchema table) => new(new RowShape(table, Columns), Sources);
    }
}
