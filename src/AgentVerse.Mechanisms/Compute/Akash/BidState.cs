namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>State of a bid.</summary>
public enum BidState
{
    /// <summary>May be chosen.</summary>
    Open,

    /// <summary>Was chosen: there is a lease.</summary>
    Active,

    /// <summary>Another was chosen.</summary>
    Lost,

    /// <summary>At its end.</summary>
    Closed,
}
