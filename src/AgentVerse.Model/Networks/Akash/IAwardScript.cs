namespace AgentVerse.Model.Networks.Akash;

/// <summary>A bid as a tenant's script sees it.</summary>
/// <param name="Price">1e-6 USD a unit and hour.</param>
/// <param name="Delivered">What the provider's leases have delivered over what they claimed: its public
/// history.</param>
/// <param name="Leases">Leases that it has ended.</param>
/// <param name="Signatures">Auditors who signed its attributes.</param>
/// <param name="Tie">A drawn hash, for choices at random.</param>
public readonly record struct BidShown(long Price, double Delivered, int Leases, int Signatures, ulong Tie);

/// <summary>
/// A policy whose agents have a script that awards orders: it is asked when the time for bids is over.
/// </summary>
public interface IAwardScript
{
    /// <summary>Whether bidders need the auditors' signatures.</summary>
    bool NeedsAudit { get; }

    /// <summary>
    /// Delivered over claimed below which a benchmark makes the tenant close the lease; 0 for no benchmark.
    /// </summary>
    double AcceptsAbove { get; }

    /// <summary>Whether it starts its group again after a provider walked away.</summary>
    bool Restarts { get; }

    /// <summary>Place of the bid that gets the lease, or -1 for none.</summary>
    int Choose(ReadOnlySpan<BidShown> bids);
}
