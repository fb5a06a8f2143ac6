namespace AgentVerse.Agents.Delegator;

/// <summary>What a delegator wants its AKT to be; it takes a tick, or three weeks, until it is.</summary>
internal static class Aims
{
    /// <summary>Free, in its wallet.</summary>
    internal const int Hold = 0;

    /// <summary>Bonded.</summary>
    internal const int Stake = 1;

    /// <summary>Sold for USD.</summary>
    internal const int Sell = 2;
}
