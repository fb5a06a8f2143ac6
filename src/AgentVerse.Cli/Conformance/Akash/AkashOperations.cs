using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Cli.Conformance.Akash;

/// <summary>The operations of the Akash mechanism.</summary>
internal static class AkashOperations
{
    internal static IReadOnlyDictionary<string, Operation> All { get; } = With(new AkashParameters());

    /// <summary>The operations with chain parameters where a case gives none.</summary>
    internal static Dictionary<string, Operation> With(AkashParameters chain) => new(StringComparer.Ordinal)
    {
        ["akt-bid"] = new(one => BidOperations.Bid(one.Input, chain)),
        ["akt-closebid"] = new(one => BidOperations.CloseBid(one.Input, chain)),
        ["akt-reclaim"] = new(one => BidOperations.Reclaim(one.Input, chain)),
        ["akt-state"] = new(one => StateOperations.State(one.Input, chain)),
        ["akt-group"] = new(one => StateOperations.Group(one.Input, chain)),
        ["akt-attr"] = new(one => AttributeOperations.Signed(one.Input, chain)),
        ["akt-res"] = new(one => AttributeOperations.Capable(one.Input)),
        ["akt-A"] = new(one => EscrowOperations.Run(one.Input, chain with { Era = Era.StopsAtZero })),
        ["akt-B"] = new(one => EscrowOperations.Run(one.Input, chain with { Era = Era.Debts })),
        ["akt-C"] = new(one => EscrowOperations.Run(one.Input, chain with { Era = Era.BurnMint })),
        ["akt-C-accountClose"] = new(one => DebtOperation.Run(one.Input, chain with { Era = Era.BurnMint })),
        ["akt-take"] = new(one => MoneyOperations.Take(one.Input, chain)),
        ["akt-infl"] = new(one => MoneyOperations.Inflate(one.Input, chain)),
        ["akt-bme"] = new(one => BurnMintOperations.Run(one.Input, chain)),
        ["akt-price"] = new(one => PriceOperations.Run(one.Input, chain)),
    };
}
