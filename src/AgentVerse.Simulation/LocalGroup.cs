using AgentVerse.Model.Records;

namespace AgentVerse.Simulation;

/// <summary>Runs <paramref name="body"/> for every number in [0, count), in any order, on any threads.</summary>
public delegate void ForEachPart(int count, Action<int> body);

/// <summary>A group whose parts live in this process.</summary>
public sealed class LocalGroup
{
    private readonly World _world;
    private readonly PartTable _table;
    private readonly int _group;
    private readonly IRecordSink _sink;
    private readonly ForEachPart _forEach;
    private readonly SortedDictionary<int, Part> _parts = [];

    /// <summary>Opens all parts of a group of the table.</summary>
    public LocalGroup(World world, PartTable table, int group, IRecordSink sink, ForEachPart forEach)
    {
        _world = world;
        _table = table;
        _group = group;
        _sink = sink;
        _forEach = forEach;
        foreach (PartSort sort in (ReadOnlySpan<PartSort>)[PartSort.Cohorts, PartSort.Shards])
        {
            foreach (int part in table.PartsOf(group, sort))
            {
                _parts.Add(part, world.Open(table, part));
            }
        }
    }

    /// <summary>The parts, in the order of the table.</summary>
    public IReadOnlyCollection<Part> Parts => _parts.Values;

    /// <summary>A part of the group.</summary>
    public Part PartAt(int part) => _parts[part];

    /// <summary>Runs a phase over all parts.</summary>
    public GroupAnswer Execute(Phase phase, GroupCall call)
    {
        IReadOnlyList<int> parts = _table.PartsOf(_group, phase.Over);
        PartCall[] calls = GroupWork.Split(phase, call, _table, _group);
        PartAnswer[] answers = new PartAnswer[parts.Count];
        _forEach(parts.Count, i => answers[i] = PartRunner.Run(phase, _parts[parts[i]], calls[i], _sink));
        return GroupWork.Merge(_world, _table, answers);
    }
}
