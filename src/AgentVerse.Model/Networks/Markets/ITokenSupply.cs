namespace AgentVerse.Model.Networks.Markets;

/// <summary>
/// What a network's bulletin says of its token's supply, for the market of that token. A chain's bulletin implements
/// it; markets read the one of the last tick.
/// </summary>
public interface ITokenSupply
{
    /// <summary>Name of the token.</summary>
    string Token { get; }

    /// <summary>Ever minted less burned, base units; what is locked or vesting counts.</summary>
    long Minted { get; }

    /// <summary>Of it, what is in circulation as the network knows it, base units.</summary>
    long Circulating { get; }

    /// <summary>
    /// Fees of the protocol that reach its holders, USD a year: paid out or burnt, never newly minted.
    /// </summary>
    double AnnualFeesUsd { get; }
}
