namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>State of a deployment.</summary>
public enum DeploymentState
{
    /// <summary>Its groups may have orders.</summary>
    Active,

    /// <summary>At its end.</summary>
    Closed,
}
