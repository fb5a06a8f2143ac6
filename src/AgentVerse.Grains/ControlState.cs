using Orleans.Storage;

namespace AgentVerse.Grains;

/// <summary>What to do when the control state could not be written.</summary>
internal static class ControlState
{
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Reads the state again. After a failed write nobody knows what is stored, and nothing can be noted while the
    /// store is away, so this waits for it, however long.
    /// </summary>
    /// <returns>Whether it was read; not if <paramref name="givesUp"/> came first.</returns>
    internal static async Task<bool> Reread<T>(this IPersistentState<T> state, Func<bool> givesUp)
    {
        for (int attempt = 1; !givesUp(); attempt++)
        {
            try
            {
                await state.ReadStateAsync();
                return true;
            }
            catch (Exception e) when (e is not InconsistentStateException)
            {
                await Task.Delay(PauseBefore(attempt));
            }
        }

        return false;
    }

    /// <summary>Half a second, then twice as long each time, up to eight.</summary>
    internal static TimeSpan PauseBefore(int attempt) =>
        TimeSpan.FromSeconds(Math.Min(PauseMax.TotalSeconds, 0.5 * Math.Pow(2, Math.Clamp(attempt, 1, 16) - 1)));
}
