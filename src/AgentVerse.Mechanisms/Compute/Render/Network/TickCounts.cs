namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>What happened in the scheduler in one tick.</summary>
internal struct TickCounts
{
    internal long Asked;
    internal long Priority;
    internal long Economy;
    internal long Rejected;
    internal long Requested;
    internal long Value;
    internal long Fee;
    internal long BurnedUsd;
    internal long Burned;
    internal long Refunded;
    internal long RefusedIntents;
    internal long OutsideValue;
    internal double OutsidePrice;
    internal long SaladBurned;
    internal long Admitted;
    internal long Suspended;
    internal EpochCounts Epoch;
}
