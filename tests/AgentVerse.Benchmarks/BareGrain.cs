using AgentVerse.Grains;

namespace AgentVerse.Benchmarks;

/// <summary>A grain that does nothing with the argument of a cohort: the floor that Orleans itself sets.</summary>
public interface IBareGrain : IGrainWithIntegerKey
{
    /// <summary>Takes the argument, gives a result.</summary>
    ValueTask<PartResult> Run(PartTask task);
}

/// <inheritdoc cref="IBareGrain"/>
public sealed class BareGrain(IGrainContext context) : IGrainBase, IBareGrain
{
    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;

    /// <inheritdoc/>
    public ValueTask<PartResult> Run(PartTask task) => ValueTask.FromResult(new PartResult());
}

/// <summary>Calls many bare grains, as a relay calls its cohorts: from a grain, all at once, until all have answered.</summary>
public interface IBareCallerGrain : IGrainWithIntegerKey
{
    /// <summary>Makes the references to call.</summary>
    [ResponseTimeout("00:10:00")]
    Task Prepare(int count);

    /// <summary>Calls all of them once.</summary>
    [ResponseTimeout("00:10:00")]
    Task CallAll(PartTask task);
}

/// <inheritdoc cref="IBareCallerGrain"/>
public sealed class BareCallerGrain : Grain, IBareCallerGrain
{
    private IBareGrain[] _grains = [];

    /// <inheritdoc/>
    public Task Prepare(int count)
    {
        _grains = [.. Enumerable.Range(0, count).Select(i => GrainFactory.GetGrain<IBareGrain>(i))];
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task CallAll(PartTask task)
    {
        Task<PartResult>[] results = new Task<PartResult>[_grains.Length];
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = _grains[i].Run(task).AsTask();
        }

        await Task.WhenAll(results);
    }
}
