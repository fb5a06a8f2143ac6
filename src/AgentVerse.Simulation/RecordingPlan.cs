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
        int[][] agentShapes = [.. populations.Select(p => Places(agents, AgentColumns.Length, Recorded(p)))];
        int[][] populationShapes =
            [.. populations.Select(p => Places(ticks, TickColumns.Length, Series([.. PopulationSeries, .. p.Kind.Sums])))];
        int[][] shardShapes = [.. shards.Select(s => Places(ticks, TickColumns.Length, Series(s.Plan.Series)))];
        Tables = new RunTables(
            new TableSchema("ticks", ticks, 3), new TableSchema("agents", agents, 3),
            new TableSchema("events", EventColumns, 4), _names);
        Agents = [.. agentShapes.Select(c => new RowShape(Tables.Agents, c))];
        Populations = [.. populationShapes.Select(c => new RowShape(Tables.Ticks, c))];
        Shards = [.. shardShapes.Select(c => new RowShape(Tables.Ticks, c))];
        EventOfAgent = new RowShape(Tables.Events, [.. Enumerable.Range(0, EventColumns.Length)]);
        EventOfNobody = new RowShape(Tables.Events, [.. Enumerable.Range(0, EventColumns.Length - 2)]);
    }

    internal RunTables Tables { get; }

    /// <summary>Shape of an agent's row, by population.</summary>
    internal IReadOnlyList<RowShape> Agents { get; }

    /// <summary>Shape of a population's row of a tick, by population.</summary>
    internal IReadOnlyList<RowShape> Populations { get; }

    /// <summary>Shape of a shard's row of a tick, by shard.</summary>
    internal IReadOnlyList<RowShape> Shards { get; }

    internal RowShape EventOfAgent { get; }

    internal RowShape EventOfNobody { get; }

    /// <summary>Indices of the columns of an agent that are recorded, by population, behind the fixed ones.</summary>
    internal static IReadOnlyList<int> RecordedColumns(PopulationPlan population) =>
        [.. Enumerable.Range(EngineColumns.Count, population.Columns.Count - EngineColumns.Count)
            .Where(c => population.Columns[c].Recorded)];

    internal int Name(string name) => _names.BinarySearch(name, StringComparer.Ordinal);

    private static TableColumn[] Recorded(PopulationPlan population) =>
        [.. RecordedColumns(population).Select(c => population.Columns[c]).Select(c => new TableColumn(
            c.Name, c.Type switch
            {
                ColumnType.Double => CellType.Number,
                ColumnType.UInt64 => CellType.Unsigned,
                _ => CellType.Integer,
            }, c.Unit, c.Doc))];

    private static TableColumn[] Series(IReadOnlyList<Quantity> series) =>
        [.. series.Select(s => new TableColumn(s.Name, s.Type, s.Unit, s.Doc))];

    /// <summary>
    /// Places of the fixed and the own columns of a sort of row in a table, which grows by what it lacks. Columns of one
    /// name must be of one type.
    /// </summary>
    private static int[] Places(List<TableColumn> table, int fixedCount, IReadOnlyList<TableColumn> own)
    {
        List<int> places = [.. Enumerable.Range(0, fixedCount)];
        foreach (TableColumn column in own)
        {
            int place = table.FindIndex(c => string.Equals(c.Name, column.Name, StringComparison.Ordinal));
            if (place < 0)
            {
                place = table.Count;
                table.Add(column);
            }

            Invariant.Check(table[place].Type == column.Type, $"recorded columns '{column.Name}' have one type");
            Invariant.Check(place >= fixedCount, $"'{column.Name}' is not the name of a key");
            places.Add(place);
        }

        return [.. places];
    }
}
