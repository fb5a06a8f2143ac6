namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>State of an order.</summary>
public enum OrderState
{
    /// <summary>Takes bids.</summary>
    Open,

    /// <summary>Has a lease.</summary>
    Active,

    /// <summary>At its end.</summary>
    Closed,
}
