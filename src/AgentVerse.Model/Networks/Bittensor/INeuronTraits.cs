namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>
/// What a subnet knows of agents that hold a uid when it opens; implemented by the behaviour of their kind, so that
/// shard
/// and cohort compute the same before the first tick.
/// </summary>
public interface INeuronTraits
{
    /// <summary>True quality of the output of the agent with this index; 0 if it produces none.</summary>
    double QualityOf(int index);
}
