using AgentVerse.Model;
using AgentVerse.Simulation;

using Orleans.Runtime.Placement;

namespace AgentVerse.Grains;

/// <summary>A group behind the relay of a silo.</summary>
internal sealed class RelayGroup(IRelayGrain relay, SiloAddress home, World world, RelayOpening opening) : IGroup
{
    public bool Leaving { get; private set; }

    /// <summary>Bytes of calls and answers so far, without Orleans' own.</summary>
    internal long Bytes { get; private set; }

    /// <summary>The silo.</summary>
    internal SiloAddress Home => home;

    public async Task Open(IReadOnlyList<string> segments)
    {
        RequestContext.Set(IPlacementDirector.PlacementHintKey, home);
        try
        {
            Check(await relay.Open(opening with { Segments = segments }));
        }
        finally
        {
            RequestContext.Remove(IPlacementDirector.PlacementHintKey);
        }
    }

    public async Task<GroupAnswer> Execute(Phase phase, GroupCall call)
    {
        Bulk bytes = new(GroupWire.Write(world.Plan, call));
        RelayAnswer answer = await relay.Execute(PlaceOf(phase), bytes);
        Check(answer);
        Bytes += bytes.Bytes.Length + answer.Answer!.Bytes.Length;
        return GroupWire.ReadAnswer(world.Plan, answer.Answer!.Bytes);
    }

    public Task<RelayCommit> Commit(int tick, bool final) => relay.Commit(tick, final);

    public Task<string> Inspect(int part, int row) => relay.Inspect(part, row);

    public Task Close() => relay.Close();

    private void Check(RelayAnswer answer)
    {
        Leaving |= answer.Leaving;
        if (answer.Error.Length > 0)
        {
            throw new InvariantException(answer.Error);
        }
    }

    private static int PlaceOf(Phase phase)
    {
        int place = 0;
        while (!ReferenceEquals(TickOrder.All[place], phase))
        {
            place++;
        }

        return place;
    }
}
