using AgentVerse.Grains;

namespace AgentVerse.Client;

/// <summary>One agent of a run that is under way.</summary>
public sealed class AgentHandle
{
    private readonly IRunGrain _run;
    private readonly string _population;
    private readonly int _index;

    internal AgentHandle(IRunGrain run, string population, int index)
    {
        _run = run;
        _population = population;
        _index = index;
    }

    /// <summary>Its state as of the tick that runs, as JSON.</summary>
    /// <exception cref="ArgumentException">There is no such agent.</exception>
    /// <exception cref="InvalidOperationException">The run is not under way.</exception>
    public Task<string> Inspect() => _run.Inspect(_population, _index);

    /// <summary>
    /// Makes the agent follow another policy of its population from the next tick on. The intervention is written to
    /// the
    /// run's log before it acts, and is part of what the run's digest depends on.
    /// </summary>
    /// <param name="policy">Name of the policy.</param>
    /// <returns>The first tick in which it holds.</returns>
    /// <exception cref="ArgumentException">There is no such agent or policy.</exception>
    /// <exception cref="InvalidOperationException">The run is not under way.</exception>
    public Task<int> Intervene(string policy) => _run.Intervene(_population, _index, policy);
}
