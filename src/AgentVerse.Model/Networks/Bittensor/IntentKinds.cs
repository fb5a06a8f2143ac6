namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>What agents ask of a subnet.</summary>
public static class IntentKinds
{
    /// <summary>
    /// Register a neuron: the amount is the highest price (TAO), A the index of the sender's policy in its population
    /// (its script), B the bits of its output's quality as a double. The price is tested at the intent's block alone.
    /// </summary>
    public const byte Register = 1;

    /// <summary>Follow another script from now on: A is the index of the sender's policy in its population.</summary>
    public const byte Script = 2;
}
