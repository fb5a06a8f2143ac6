namespace AgentVerse.Model.Networks.Akash;

/// <summary>An order as a provider's script sees it.</summary>
/// <param name="Units">Units asked for.</param>
/// <param name="PriceMost">Most that is paid for the GPU itself, 1e-6 USD a unit and hour.</param>
/// <param name="Quote">What the market published for it after the last tick, in the same unit.</param>
public readonly record struct OrderShown(int Units, long PriceMost, long Quote);

/// <summary>
/// A policy whose agents have a script that bids at any time: it stands at the market and is asked there for each order
/// that fits the offer.
/// </summary>
public interface IBidScript
{
    /// <summary>Whether it sees orders before others do, as bots of attackers.</summary>
    bool IsEarly { get; }

    /// <summary>Bids that it tries to place on one order; the chain admits one.</summary>
    int Tries { get; }

    /// <summary>Whether it closes a bid at once, so that the deposit comes back and the place stays taken.</summary>
    bool Withdraws { get; }

    /// <summary>Whether it bids beyond the units that it says it has: a bid that is never meant to be served.</summary>
    bool IgnoresCapacity { get; }

    /// <summary>
    /// It walks away from a lease, for a better-paid one, once the quote is above the lease's price by this factor;
    /// infinity for never.
    /// </summary>
    double WalksAwayAbove { get; }

    /// <summary>Price of a GPU and hour, 1e-6 USD; 0 for no bid. What goes with a GPU is charged on top.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ask">What the agent asks, as in its offer.</param>
    long Answer(in OrderShown order, long ask);
}
