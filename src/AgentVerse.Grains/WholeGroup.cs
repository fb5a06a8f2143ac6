using AgentVerse.Model.State;
using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>All parts of a small run within the run grain: the reference, one job of the pool a phase.</summary>
internal sealed class WholeGroup(RunPlace place, RunWriting writing, ComputePool pool) : IGroup
{
    private LocalGroup? _group;

    /// <summary>The run grain, in whose silo it is, sees to that itself.</summary>
    public bool Leaving => false;

    public Task Open(IReadOnlyList<string> segments) => pool.Run(() =>
    {
        _group = new LocalGroup(place.World, place.Table, 0, place.Sink, ReferenceRun.OneByOne);
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> saved =
            writing.Segments(segments).Read(_group.Parts.Select(p => place.NameOf(p.Index)));
        foreach (Part part in _group.Parts.Where(p => saved.ContainsKey(place.NameOf(p.Index))))
        {
            part.Carry(new StateReader(saved[place.NameOf(part.Index)]));
        }

        return true;
    });

    public Task<GroupAnswer> Execute(Phase phase, GroupCall call) => pool.Run(() => _group!.Execute(phase, call));

    public async Task<RelayCommit> Commit(int tick, bool final)
    {
        IReadOnlyList<NamedState> saved = await pool.Run(() => _group!.Parts.Select(Save).ToArray());
        return await writing.Commit(tick, final, saved);
    }

    public Task<string> Inspect(int part, int row) => pool.Run(() => Inspection.Of(_group!.PartAt(part), row));

    public Task Close() => Task.CompletedTask;

    private NamedState Save(Part part)
    {
        StateWriter writer = new();
        part.Carry(writer);
        return new NamedState(place.NameOf(part.Index), writer.Written, StateDigest.Of(part));
    }
}
