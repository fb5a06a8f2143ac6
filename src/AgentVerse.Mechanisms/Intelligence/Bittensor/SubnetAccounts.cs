namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The token accounts of one subnet.</summary>
public sealed class SubnetAccounts
{
    /// <summary>Reserves and weights of the pool.</summary>
    public Pool Pool { get; set; }

    /// <summary>
    /// Alpha outside the pool, base units: stake, the chain's own purchases, pendings, and what nobody owns.
    /// </summary>
    public long AlphaOut { get; set; }

    /// <summary>Alpha that the chain bought with excess emission, base units; a part of AlphaOut.</summary>
    public long ProtocolAlpha { get; set; }

    /// <summary>Alpha that waits for the next epoch, a part of AlphaOut.</summary>
    public PendingEmission Pending { get; set; }

    /// <summary>Net TAO that users brought since it was last taken, rao.</summary>
    public long UserFlow { get; set; }

    /// <summary>Net TAO that the chain brought since it was last taken, rao.</summary>
    public long ProtocolFlow { get; set; }

    /// <summary>All alpha of the subnet, base units.</summary>
    public long AlphaIssuance => Pool.Alpha + AlphaOut;
}
