namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>A bid as the chain sees it when it is placed.</summary>
public readonly record struct BidRequest
{
    /// <summary>Deposit, base units.</summary>
    public required long Deposit { get; init; }

    /// <summary>Whether the deposit is in the token of the minimum.</summary>
    public bool IsDepositToken { get; init; }

    /// <summary>Bids ever placed on the order, in any state.</summary>
    public long BidCount { get; init; }

    /// <summary>State of the order; null if there is none.</summary>
    public OrderState? Order { get; init; }

    /// <summary>Price of the order, base units a block: the sum over units of price and count.</summary>
    public Dec18 OrderPrice { get; init; }

    /// <summary>Price of the bid, base units a block; null if it is no amount.</summary>
    public Dec18? Price { get; init; }

    /// <summary>Whether the units offered are those of the group; an empty offer is.</summary>
    public bool OfferFits { get; init; }

    /// <summary>Whether the provider is registered.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>Whether attributes and signers are as required (<see cref="Attributes.MatchSigned"/>).</summary>
    public bool AttributesMatch { get; init; }

    /// <summary>Whether GPUs and storage are as required (<see cref="Capabilities"/>).</summary>
    public bool CapabilitiesMatch { get; init; }

    /// <summary>Least reclamation window that the order requires, s; null for none.</summary>
    public long? WindowRequired { get; init; }

    /// <summary>Reclamation window of the bid, s; null for none.</summary>
    public long? Window { get; init; }

    /// <summary>Whether the provider has bid on the order before.</summary>
    public bool HasBid { get; init; }
}
