namespace AgentVerse.Grains;

/// <summary>Has as many runs of an experiment under way as the queue allows.</summary>
internal sealed class RunLanes(IQueueGrain queue, string experiment)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Follows all runs to their ends, or until no further one is to begin and those under way have ended. A failure
    /// keeps further ones from beginning and is thrown at the end.
    /// </summary>
    /// <param name="runs">The runs, in order.</param>
    /// <param name="atOnceMax">Most runs at once, whatever the queue allows.</param>
    /// <param name="follow">Begins a run and follows it to its end.</param>
    /// <param name="ends">Whether no further run is to begin.</param>
    internal async Task FollowAll(
        IReadOnlyList<RunEntry> runs, int atOnceMax, Func<RunEntry, Task> follow, Func<bool> ends)
    {
        Queue<RunEntry> waiting = new(runs);
        List<Task> running = [];
        Task failed = Task.CompletedTask;
        int lanes = 0;
        while (running.Count > 0 || (waiting.Count > 0 && !ends() && !failed.IsFaulted))
        {
            lanes = await Ask(running.Count, waiting.Count, atOnceMax) ?? lanes;
            while (running.Count < lanes && !ends() && !failed.IsFaulted && waiting.TryDequeue(out RunEntry? next))
            {
                running.Add(follow(next));
            }

            await Task.WhenAny([.. running, Task.Delay(Poll)]);
            failed = running.FirstOrDefault(r => r.IsFaulted) ?? failed;
            running.RemoveAll(r => r.IsCompleted);
        }

        // Its lanes are free now, not when the queue has forgotten it.
        await Ask(running: 0, waiting: 0, atOnceMax);
        await failed;
    }

    /// <summary>Lanes for this experiment; null while the queue is moving to another silo.</summary>
    private async Task<int?> Ask(int running, int waiting, int atOnceMax)
    {
        try
        {
            int wanted = Math.Min(running + waiting, atOnceMax);
            return await queue.Lanes(new LaneRequest(experiment, running, wanted, waiting));
        }
        catch (Exception)
        {
            return null;
        }
    }
}
