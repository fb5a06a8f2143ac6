using AgentVerse.Measures.Statistics;
using AgentVerse.Model.Records;
using AgentVerse.Results.Tables;

namespace AgentVerse.Results.Values;

/// <summary>
/// What one run has recorded, as sums that do not depend on how its rows lie in files: whole columns are added exactly,
/// real ones in ascending order. What was read is kept. Serves one thread.
/// </summary>
/// <param name="reader">The run's rows.</param>
/// <param name="span">Length of the run.</param>
/// <param name="everyone">
/// Whether every record within the run has all agents; otherwise only the last one counts.
/// </param>
public sealed class RunColumns(RunReader reader, RunSpan span, bool everyone)
{
    private readonly Dictionary<(string, string, Controllers?), ColumnPath> _paths = [];
    private readonly Dictionary<(string, string, string), SortedDictionary<long, double>> _series = [];
    private readonly Dictionary<(string, string), EntityValues> _entities = [];

    /// <summary>Length of the run.</summary>
    public RunSpan Span => span;

    /// <summary>
    /// Sum of a column over a population at each tick at which everyone was recorded; the last is the end.
    /// </summary>
    /// <param name="population">Name of the population.</param>
    /// <param name="column">Name of the column.</param>
    /// <param name="among">Controllers whose agents count; null for all.</param>
    public ColumnPath Path(string population, string column, Controllers? among = null)
    {
        if (!_paths.TryGetValue((population, column, among), out ColumnPath? path))
        {
            _paths.Add((population, column, among), path = ReadPath(population, column, among));
        }

        return path;
    }

    /// <summary>Sum of a column over a population at the end; 0 where the population has no agents.</summary>
    public double End(string population, string column) => Path(population, column).Last;

    /// <summary>Value of a column for each agent at the end.</summary>
    public EntityValues Entities(string population, string column)
    {
        if (!_entities.TryGetValue((population, column), out EntityValues? entities))
        {
            _entities.Add((population, column), entities = ReadEntities(population, column));
        }

        return entities;
    }

    /// <summary>Controller of each agent of a population, as recorded at the end.</summary>
    public IReadOnlyDictionary<long, long> ControllersOf(string population)
    {
        EntityValues entities = Entities(population, "agent");
        SortedDictionary<long, long> controllers = [];
        for (int i = 0; i < entities.Agents.Length; i++)
        {
            controllers[entities.Agents[i]] = entities.Controllers[i];
        }

        return controllers;
    }

    /// <summary>A series of a shard by tick; empty where the run has none of that name.</summary>
    public IReadOnlyDictionary<long, double> Series(string network, string shard, string series)
    {
        if (!_series.TryGetValue((network, shard, series), out SortedDictionary<long, double>? values))
        {
            values = [];
            IReadOnlyList<SelectedColumn> columns = reader.Select(
                "ticks", ["tick", series], RowFilter.All.Where("network", network).Where("shard", shard));
            double[] numbers = columns[1].Numbers();
            for (int row = 0; row < numbers.Length; row++)
            {
                values[columns[0].Cells[row]] = numbers[row];
            }

            _series.Add((network, shard, series), values);
        }

        return values;
    }

    /// <summary>Events of a population with one of some names, in order of time.</summary>
    /// <param name="population">Name of the population.</param>
    /// <param name="names">Names of the events.</param>
    public IReadOnlyList<AgentEvent> Events(string population, IReadOnlyCollection<string> names)
    {
        List<AgentEvent> events = [];
        if (reader.LastTick("events") is null)
        {
            return events;
        }

        foreach (string name in names)
        {
            IReadOnlyList<SelectedColumn> columns = reader.Select(
                "events", ["tick", "second", "agent", "ordinal"],
                RowFilter.All.Where("event", name).Where("population", population));
            for (int row = 0; row < columns[0].Cells.Count; row++)
            {
                events.Add(new AgentEvent(
                    (columns[0].Cells[row] * span.TickSeconds) + columns[1].Cells[row], columns[2].Cells[row], name,
                    columns[3].Cells[row]));
            }
        }

        // Shards order their events each for itself; of one second, agents and names decide.
        return
        [
            .. events.OrderBy(e => e.Second).ThenBy(e => e.Agent).ThenBy(e => e.Ordinal)
                .ThenBy(e => e.Name, StringComparer.Ordinal),
        ];
    }

    private ColumnPath ReadPath(string population, string column, Controllers? among)
    {
        if (reader.LastTick("agents") is not { } last)
        {
            return new ColumnPath([], []);
        }

        RowFilter rows = everyone ? RowFilter.All : RowFilter.At(last);
        IReadOnlyList<SelectedColumn> columns =
            reader.Select("agents", ["tick", column, "controller"], rows.Where("population", population));
        SortedDictionary<long, List<int>> byTick = [];
        for (int row = 0; row < columns[0].Cells.Count; row++)
        {
            if (among?.Has(population, columns[2].Cells[row]) == false)
            {
                continue;
            }

            (byTick.TryGetValue(columns[0].Cells[row], out List<int>? at) ? at : byTick[columns[0].Cells[row]] = [])
                .Add(row);
        }

        return new ColumnPath([.. byTick.Keys], [.. byTick.Values.Select(at => Sum(columns[1], at))]);
    }

    private static double Sum(SelectedColumn column, List<int> rows)
    {
        if (column.Column.Type == CellType.Number)
        {
            double[] numbers = column.Numbers();
            double[] some = [.. rows.Select(row => numbers[row]).Order()];
            return CompensatedSum.Of(some);
        }

        Int128 sum = 0;
        foreach (int row in rows)
        {
            sum += column.Cells[row];
        }

        return (double)sum;
    }

    private EntityValues ReadEntities(string population, string column)
    {
        if (reader.LastTick("agents") is not { } last)
        {
            return new EntityValues([], [], []);
        }

        IReadOnlyList<SelectedColumn> columns = reader.Select(
            "agents", ["agent", "controller", column], RowFilter.At(last).Where("population", population));
        return new EntityValues([.. columns[0].Cells], [.. columns[1].Cells], columns[2].Numbers());
    }
}

/// <summary>Some controllers of some populations.</summary>
public sealed class Controllers
{
    private readonly HashSet<(string Population, long Controller)> _members = [];

    /// <summary>How many they are.</summary>
    public int Count => _members.Count;

    /// <summary>Adds one.</summary>
    public void Add(string population, long controller) => _members.Add((population, controller));

    /// <summary>Whether one is among them.</summary>
    public bool Has(string population, long controller) => _members.Contains((population, controller));
}

/// <summary>Length of a run.</summary>
/// <param name="Ticks">Number of ticks.</param>
/// <param name="TickSeconds">Seconds of a tick.</param>
public readonly record struct RunSpan(int Ticks, long TickSeconds)
{
    private const double SecondsPerDay = 86_400;
    private const double DaysPerYear = 365;

    /// <summary>Days of the run.</summary>
    public double Days => DaysAt(Ticks);

    /// <summary>Years of the run.</summary>
    public double Years => Days / DaysPerYear;

    /// <summary>Days from the start to a tick.</summary>
    public double DaysAt(long tick) => tick * TickSeconds / SecondsPerDay;

    /// <summary>Years from the start to a tick.</summary>
    public double YearsAt(long tick) => DaysAt(tick) / DaysPerYear;
}

/// <summary>A sum as it went over the run.</summary>
/// <param name="Ticks">Ticks at which it was recorded, ascending.</param>
/// <param name="Sums">The sum at each.</param>
public sealed record ColumnPath(IReadOnlyList<long> Ticks, IReadOnlyList<double> Sums)
{
    /// <summary>The sum at the end; 0 where nobody was recorded.</summary>
    public double Last => Sums.Count == 0 ? 0 : Sums[^1];
}

/// <summary>A column of a population at the end, by agent.</summary>
/// <param name="Agents">Indices of the agents.</param>
/// <param name="Controllers">Their controllers.</param>
/// <param name="Values">Their values.</param>
public sealed record EntityValues(long[] Agents, long[] Controllers, double[] Values)
{
    /// <summary>Sum of the values of each agent, or of each controller.</summary>
    public SortedDictionary<long, double> By(bool controller)
    {
        SortedDictionary<long, List<double>> values = [];
        for (int i = 0; i < Values.Length; i++)
        {
            long entity = controller ? Controllers[i] : Agents[i];
            (values.TryGetValue(entity, out List<double>? own) ? own : values[entity] = []).Add(Values[i]);
        }

        SortedDictionary<long, double> sums = [];
        foreach ((long entity, List<double> own) in values)
        {
            own.Sort();
            sums.Add(entity, CompensatedSum.Of([.. own]));
        }

        return sums;
    }
}

/// <summary>Something that happened to an agent.</summary>
/// <param name="Second">Seconds since the start of the run.</param>
/// <param name="Agent">Index of the agent.</param>
/// <param name="Name">What happened.</param>
/// <param name="Ordinal">Place among the events of its shard and tick.</param>
public readonly record struct AgentEvent(long Second, long Agent, string Name, long Ordinal);
