using Orleans.Storage;

namespace AgentVerse.Grains;

/// <summary>
/// Writes a control state that several tasks of one grain change: one write at a time, each with all changes.
/// </summary>
internal sealed class ControlWriter<T>(IPersistentState<T> state)
{
    private Task _last = Task.CompletedTask;

    /// <summary>Writes the state as it is by then.</summary>
    internal Task Write() => _last = WriteAfter(_last);

    /// <summary>Writes the state, again and again while the store is away.</summary>
    /// <exception cref="InconsistentStateException">Another activation has taken over.</exception>
    internal async Task Persist(Func<bool> givesUp)
    {
        for (int attempt = 1; !givesUp(); attempt++)
        {
            try
            {
                await Write();
                return;
            }
            catch (Exception e) when (e is not InconsistentStateException)
            {
                await Task.Delay(ControlState.PauseBefore(attempt));
            }
        }
    }

    private async Task WriteAfter(Task before)
    {
        await before.ConfigureAwait(
            ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        await state.WriteStateAsync();
    }
}
