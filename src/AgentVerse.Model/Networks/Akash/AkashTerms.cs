namespace AgentVerse.Model.Networks.Akash;

/// <summary>Names and units that Akash and its agents share.</summary>
public static class AkashTerms
{
    /// <summary>Name of the network in scenarios.</summary>
    public const string Network = "akash";

    /// <summary>Name of the chain's token.</summary>
    public const string Akt = "AKT";

    /// <summary>Name of the compute credit of era C, worth 1 USD.</summary>
    public const string Act = "ACT";

    /// <summary>Name of the kind of agents who bond AKT with validators.</summary>
    public const string Delegator = "delegator";

    /// <summary>Decimals of both.</summary>
    public const int Decimals = 6;

    /// <summary>Base units of both.</summary>
    public const long Unit = 1_000_000;

    /// <summary>Most units of a lease: 50 replicas of 24 GPUs (deployment validation of node v0.36.2).</summary>
    public const int MostUnits = 1200;

    /// <summary>Largest price of a unit and hour, 1e-6 USD.</summary>
    public const long MostPrice = 1_000_000_000_000;

    /// <summary>Longest lease, s: ten years.</summary>
    public const long MostSeconds = 315_576_000;
}
