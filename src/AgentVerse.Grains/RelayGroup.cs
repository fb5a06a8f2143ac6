using AgentVerse.Model;
using AgentVerse.Simulation;

using Orleans.Runtime.Placement;

namespace AgentVerse.Grains;

/// <summary>A group behind the relay of a silo.</summary>
internal sealed class RelayGroup(IRelayGrain relay, SiloAddress home, World world, RelayOpening opening) : IGroup
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(5);
    private int _calls;

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
            Check(await Hear(relay.Open(opening with { Segments = segments })));
        }
        finally
        {
            RequestContext.Remove(IPlacementDirector.PlacementHintKey);
        }
    }

    public async Task<GroupAnswer> Execute(Phase phase, GroupCall call)
    {
        Bulk bytes = new(GroupWire.Write(world.Plan, call));
        RelayAnswer answer = await Hear(relay.Execute(PlaceOf(phase), bytes));
        Check(answer);
        Bytes += bytes.Bytes.Length + answer.Answer!.Bytes.Length;
        return GroupWire.ReadAnswer(world.Plan, answer.Answer!.Bytes);
    }

    public Task<RelayCommit> Commit(int tick, bool final) => Hear(relay.Commit(tick, final));

    public Task<string> Inspect(int part, int row) => relay.Inspect(part, row);

    public Task Close() => relay.Close();

    /// <summary>
    /// Waits for an answer as long as the relay is at work on it. Where a connection breaks its messages are lost, and
    /// nobody says so: a relay that twice in a row is not at work has never got the call, or its answer is gone.
    /// </summary>
    /// <exception cref="TimeoutException">A message was lost.</exception>
    private async Task<T> Hear<T>(Task<T> answer)
    {
        int call = ++_calls;
        int idle = 0;
        while (!await IsThere(answer))
        {
            idle = await IsAtWork(call) switch { true => 0, false => idle + 1, null => idle };
            if (idle == 2 && !answer.IsCompleted)
            {
                throw new TimeoutException($"a message between this silo and {home} was lost");
            }
        }

        return await answer;
    }

    private static async Task<bool> IsThere(Task answer)
    {
        await answer.WaitAsync(AskEvery).ConfigureAwait(
            ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        return answer.IsCompleted;
    }

    /// <summary>Whether the relay is at work on a call; null if it does not say.</summary>
    private async Task<bool?> IsAtWork(int call)
    {
        try
        {
            return await relay.IsAtWork(call);
        }
        catch (Exception e) when (e is TimeoutException or OrleansException)
        {
            return null;
        }
    }

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
