namespace AgentVerse.Grains;

/// <summary>
/// Knows which experiments are unfinished, so that a supervisor can wake them. One in a cluster, key 0.
/// </summary>
public interface IRegistryGrain : IGrainWithIntegerKey
{
    /// <summary>Notes an experiment as unfinished.</summary>
    Task Add(string experiment);

    /// <summary>Notes that an experiment has ended.</summary>
    Task Remove(string experiment);

    /// <summary>Experiments that have not ended, in order of their names.</summary>
    Task<IReadOnlyList<string>> Unfinished();
}
