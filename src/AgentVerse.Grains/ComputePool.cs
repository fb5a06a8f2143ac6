using System.Collections.Concurrent;

namespace AgentVerse.Grains;

/// <summary>
/// One thread a core for the core's work, which a grain awaits: a turn never computes for long, and probes of other
/// silos
/// always find a thread.
/// </summary>
public sealed class ComputePool : IDisposable
{
    private readonly BlockingCollection<Action> _jobs = [];
    private readonly Thread[] _threads;

    /// <summary>A pool of this many threads; 0 for one a core.</summary>
    public ComputePool(int threads = 0)
    {
        int count = threads > 0 ? threads : Environment.ProcessorCount;
        _threads = [.. Enumerable.Range(0, count).Select(Begin)];
    }

    /// <summary>Number of threads.</summary>
    public int Threads => _threads.Length;

    /// <summary>Runs a job on the pool; its exception is the task's.</summary>
    public Task<T> Run<T>(Func<T> job)
    {
        TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _jobs.Add(() =>
        {
            try
            {
                done.SetResult(job());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    /// <summary>Ends the threads when they have done what is queued.</summary>
    public void Dispose()
    {
        _jobs.CompleteAdding();
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _jobs.Dispose();
    }

    private Thread Begin(int number)
    {
        Thread thread = new(Work) { IsBackground = true, Name = $"compute-{number}" };
        thread.Start();
        return thread;
    }

    private void Work()
    {
        foreach (Action job in _jobs.GetConsumingEnumerable())
        {
            job();
        }
    }
}
