namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>What agents ask of a subnet; staking on root goes to the chain.</summary>
public static class IntentKinds
{
    /// <summary>
    /// Register a neuron: the amount is the highest price (TAO), A the index of the sender's policy in its population
    /// (its script), B the bits of its output's quality as a double, C the lifetime in blocks: the price is tested at
    /// the intent's block and, while it is too high, at each of the C blocks after it inside the tick. D is the number
    /// of the model that it serves, 0 for one of its own.
    /// </summary>
    public const byte Register = 1;

    /// <summary>Follow another script from now on: A is the index of the sender's policy in its population.</summary>
    public const byte Script = 2;

    /// <summary>
    /// Stake the amount (TAO) with the hotkey of account A: alpha is bought in the pool at a price of at most C rao an
    /// alpha (0: any). At the chain's shard it is staked on root one for one.
    /// </summary>
    public const byte Stake = 3;

    /// <summary>
    /// Sell B base units of the alpha staked with the hotkey of account A (<see cref="long.MaxValue"/>: all of it) at a
    /// price of at least C rao an alpha. At the chain's shard TAO comes back one for one.
    /// </summary>
    public const byte Unstake = 4;

    /// <summary>Ask nominators for another take from now on: A in 1/65535.</summary>
    public const byte SetTake = 5;

    /// <summary>
    /// Serve other output from now on: B the bits of its quality as a double, D the number of the model, 0 for own.
    /// </summary>
    public const byte Serve = 6;

    /// <summary>
    /// Register a subnet in the slot that the chain's bulletin gives up: the amount is the highest lock (TAO); A is the
    /// index of the sender's policy in its population.
    /// </summary>
    public const byte RegisterSubnet = 7;

    /// <summary>Set a hyper-parameter of the own subnet: A is a <see cref="Hyperparameter"/>, B its value.</summary>
    public const byte SetHyperparameter = 8;
}

/// <summary>What the owner of a subnet may set; units and ranges as in the network's section.</summary>
public enum Hyperparameter
{
    /// <summary>Blocks in which a new uid is not pruned.</summary>
    ImmunityPeriod = 1,

    /// <summary>Majority of consensus, 1/65535.</summary>
    Kappa = 2,

    /// <summary>Lowest registration price, rao.</summary>
    MinBurn = 3,

    /// <summary>Highest registration price, rao.</summary>
    MaxBurn = 4,

    /// <summary>Whether weights are hidden until a later epoch: 0 or 1.</summary>
    CommitReveal = 5,

    /// <summary>Epochs from a commit of weights to its reveal.</summary>
    RevealPeriod = 6,
}
