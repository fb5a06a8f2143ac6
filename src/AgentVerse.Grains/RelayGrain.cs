using AgentVerse.Grains.Kinds;
using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>Calls the parts of its silo and merges their answers. Placed by the run grain, one a silo.</summary>
[CollectionAgeLimit(AlwaysActive = true)]
public sealed class RelayGrain(IGrainFactory grains, RunFiles files, ComputePool pool) : Grain, IRelayGrain
{
    private readonly SortedDictionary<int, IPartGrain> _parts = [];
    private RelayOpening? _opening;
    private RunPlace? _place;
    private RunWriting? _writing;

    private RunPlace Place => _place ?? throw new InvalidOperationException("the relay was never opened");

    /// <inheritdoc/>
    public async Task<RelayAnswer> Open(RelayOpening opening)
    {
        _opening = opening;
        LoadedRun loaded = await pool.Run(() => files.Load(opening.Spec));
        World world = loaded.World;
        _writing = files.Writing(opening.Spec, loaded, opening.Incarnation, writer: opening.Group + 1);
        _place = new RunPlace(world, new PartTable(world.Plan, opening.CohortSize, opening.Groups), _writing.Sink);
        int[] parts = [.. PartsOf(PartSort.Cohorts), .. PartsOf(PartSort.Shards)];
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> saved =
            await pool.Run(() => _writing.Segments(opening.Segments).Read(parts.Select(_place.NameOf)));
        Task[] opened = [.. parts.Select(part => OpenPart(part, saved))];
        await Task.WhenAll(opened);
        return new RelayAnswer();
    }

    /// <inheritdoc/>
    public async Task<RelayAnswer> Execute(int phase, Bulk call)
    {
        Phase what = TickOrder.All[phase];
        IReadOnlyList<int> parts = PartsOf(what.Over);
        GroupCall received = GroupWire.ReadCall(Place.World.Plan, call.Bytes);
        PartCall[] calls = GroupWork.Split(what, received, Place.Table, _opening!.Group);
        PartTask? shared = null;
        Task<PartResult>[] results = new Task<PartResult>[parts.Count];
        for (int i = 0; i < results.Length; i++)
        {
            shared = ReferenceEquals(shared?.Call, calls[i]) ? shared : TaskOf(what, calls[i]);
            results[i] = _parts[parts[i]].Run(shared!).AsTask();
        }

        PartResult[] answers = await Task.WhenAll(results);
        PartResult? failed = answers.FirstOrDefault(a => a.Error.Length > 0);
        return failed is not null
            ? new RelayAnswer { Error = failed.Error }
            : new RelayAnswer { Answer = Merge(answers) };
    }

    /// <inheritdoc/>
    public async Task<RelayCommit> Commit(int tick, bool final)
    {
        PartSaved[] saved = await Task.WhenAll(_parts.Values.Select(p => p.Save().AsTask()));
        IEnumerable<string> names = _parts.Keys.Select(Place.NameOf);
        return await _writing!.Commit(tick, final, [.. names.Zip(saved, (n, s) => new NamedState(n, s.State, s.Digest))]);
    }

    /// <inheritdoc/>
    public async Task<string> Inspect(int part, int index) => await _parts[part].Inspect(index);

    /// <inheritdoc/>
    public async Task Close()
    {
        await Task.WhenAll(_parts.Values.Select(p => p.Close().AsTask()));
        DeactivateOnIdle();
    }

    private IReadOnlyList<int> PartsOf(PartSort sort) => Place.Table.PartsOf(_opening!.Group, sort);

    private Task OpenPart(int part, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> saved)
    {
        _parts[part] = GrainOf(part);
        bool known = saved.TryGetValue(Place.NameOf(part), out ReadOnlyMemory<byte> state);
        ReadOnlyMemory<byte>? saidBefore = known ? state : (ReadOnlyMemory<byte>?)null;
        return _parts[part].Open(new PartOpening { Place = Place, Part = part, State = saidBefore }).AsTask();
    }

    private static PartTask TaskOf(Phase phase, PartCall call) => new() { Phase = phase, Tick = call.Tick, Call = call };

    private Bulk Merge(PartResult[] answers) =>
        new(GroupWire.Write(GroupWork.Merge(Place.World, Place.Table, [.. answers.Select(a => a.Answer!)])));

    private IPartGrain GrainOf(int part)
    {
        string key = $"{_opening!.Spec.Key}/{_opening.Incarnation}/{part}";
        return part >= Place.Table.CohortCount
            ? grains.GetGrain<IShardGrain>(key)
            : grains.GetGrain<ICohortGrain>(KindGrains.Cohort(KindOf(part), key));
    }

    private string KindOf(int part) =>
        Place.World.Plan.Populations[Place.Table.FirstAgent(part).Population].Kind.Name;
}
