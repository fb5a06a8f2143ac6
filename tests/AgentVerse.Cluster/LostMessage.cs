using AgentVerse.Grains;

namespace AgentVerse.Cluster;

/// <summary>
/// Loses one message between a run and a relay, as a broken connection does: the call, or its answer. Its caller hears
/// nothing more of it.
/// </summary>
/// <param name="method">The relay's method.</param>
/// <param name="answer">Whether the answer is lost, not the call.</param>
internal sealed class LostMessage(string method, bool answer) : IIncomingGrainCallFilter
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _armed;

    /// <summary>Loses the next one.</summary>
    internal void Arm() => _armed = 1;

    /// <summary>Whether one was lost.</summary>
    internal bool IsLost { get; private set; }

    /// <summary>Lets whoever waits go, so that silos can end.</summary>
    internal void End() => _end.TrySetResult();

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        bool loses = context.InterfaceMethod.DeclaringType == typeof(IRelayGrain)
            && string.Equals(context.InterfaceMethod.Name, method, StringComparison.Ordinal)
            && Interlocked.Exchange(ref _armed, 0) == 1;
        if (loses && !answer)
        {
            await Lose();
            return;
        }

        await context.Invoke();
        if (loses)
        {
            await Lose();
        }
    }

    private Task Lose()
    {
        IsLost = true;
        return _end.Task;
    }
}
