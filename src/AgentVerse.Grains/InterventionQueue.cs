using AgentVerse.Model.Contracts;

namespace AgentVerse.Grains;

/// <summary>
/// Interventions that wait for the end of the current tick: each is logged with its tick before it acts.
/// </summary>
internal sealed class InterventionQueue
{
    private readonly Queue<Waiting> _waiting = [];

    /// <summary>Asks for an intervention; gives the tick from which it holds, once it is in the durable log.</summary>
    internal Task<int> Add(AgentRef agent, int policy)
    {
        Waiting waiting = new(agent, policy);
        _waiting.Enqueue(waiting);
        return waiting.Tick.Task;
    }

    /// <summary>Between two ticks: moves all that waits to the log, with the coming tick, and writes the log.</summary>
    internal async Task Log(int tick, List<LoggedIntervention> log, Func<Task> write)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        Waiting[] moved = [.. _waiting];
        _waiting.Clear();
        log.AddRange(moved.Select(w => w.At(tick)));
        await write();
        foreach (Waiting waiting in moved)
        {
            waiting.Tick.SetResult(tick);
        }
    }

    private sealed record Waiting(AgentRef Agent, int Policy)
    {
        internal TaskCompletionSource<int> Tick { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal LoggedIntervention At(int tick) =>
            new() { Tick = tick, Population = Agent.Population, Index = Agent.Index, Policy = Policy };
    }
}
