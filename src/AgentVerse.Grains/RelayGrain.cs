using AgentVerse.Model;
using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>Stands for a silo's group in another silo's run: bytes in, bytes out. Placed by the run grain.</summary>
[CollectionAgeLimit(Hours = 1)]
public sealed class RelayGrain(RunCoordination coordination, ComputePool pool, SiloPresence presence)
    : Grain, IRelayGrain
{
    private LoadedRun? _run;
    private SiloGroup? _group;
    private int _begun;
    private int _ended;

    private SiloGroup Group => _group ?? throw new InvalidOperationException("the relay was never opened");

    /// <inheritdoc/>
    public Task<RelayAnswer> Open(RelayOpening opening) => Work(async () =>
    {
        _run = await pool.Run(() => coordination.Load(opening.Spec));
        _group = coordination.GroupHere(_run, opening);
        await _group.Open(opening.Segments);
        return new RelayAnswer { Leaving = presence.Leaving };
    });

    /// <inheritdoc/>
    public Task<RelayAnswer> Execute(int phase, Bulk call) => Work(async () =>
    {
        GroupCall received = GroupWire.ReadCall(_run!.World.Plan, call.Bytes);
        try
        {
            GroupAnswer answer = await Group.Execute(TickOrder.All[phase], received);
            return new RelayAnswer { Answer = new Bulk(GroupWire.Write(answer)), Leaving = presence.Leaving };
        }
        catch (InvariantException e)
        {
            return new RelayAnswer { Error = e.Message };
        }
    });

    /// <inheritdoc/>
    public Task<RelayCommit> Commit(int tick, bool final) => Work(() => Group.Commit(tick, final));

    /// <inheritdoc/>
    public Task<bool> IsAtWork(int call) => Task.FromResult(_begun == call && _ended < call);

    /// <inheritdoc/>
    public Task<string> Inspect(int part, int index) => Group.Inspect(part, index);

    /// <inheritdoc/>
    public async Task Close()
    {
        DeactivateOnIdle();
        await (_group?.Close() ?? Task.CompletedTask);
    }

    /// <summary>Counts a call, so that its caller can ask whether it is still under way.</summary>
    private async Task<T> Work<T>(Func<Task<T>> call)
    {
        _begun++;
        try
        {
            return await call();
        }
        finally
        {
            _ended = _begun;
        }
    }
}
