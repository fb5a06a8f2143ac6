using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Cli.Conformance.Akash;

/// <summary>Placing, closing and reclaiming bids.</summary>
internal static class BidOperations
{
    internal static JsonNode Bid(JsonElement input, AkashParameters chain)
    {
        JsonElement order = input.Get("order"), bid = input.Get("bid");
        BidRequest request = new()
        {
            Deposit = bid.LongOr("deposit", input.LongOr("deposit", chain.BidMinDeposit)),
            IsDepositToken = (bid.Word("denom") ?? "uakt") == "uakt",
            BidCount = input.LongOr("existingBids", 0),
            Order = order.FlagOr("exists", true) ? order.StateOr("state", OrderState.Open) : null,
            OrderPrice = order.DecOr("price", Dec18.Zero),
            Price = bid.Find("price")?.AsDec(),
            OfferFits = input.FlagOr("offerMatch", input.FlagOr("resourcesMatch", true)),
            IsRegistered = input.FlagOr("providerRegistered", true),
            AttributesMatch = input.FlagOr("attributesMatch", true),
            CapabilitiesMatch = input.FlagOr("capabilitiesMatch", true),
            WindowRequired = input.Find("orderMin")?.AsLong(),
            Window = input.Find("bidWindow")?.AsLong(),
            HasBid = input.FlagOr("providerAlreadyBid", false),
        };
        JsonObject outcome = AkashInput.Outcome(Bidding.Validate(request, chain));
        if (!outcome.ContainsKey("error"))
        {
            outcome["bidState"] = nameof(BidState.Open);
        }

        return outcome;
    }

    internal static JsonNode CloseBid(JsonElement input, AkashParameters chain)
    {
        OrderStanding standing = new()
        {
            Group = input.StateOr("groupState", GroupState.Open),
            Order = input.StateOr("orderState", OrderState.Active),
            Bid = input.StateOr("bidState", BidState.Active),
            HasLease = input.FlagOr("leaseExists", true),
            Lease = input.StateOr("leaseState", LeaseState.Active),
            Sequence = 1,
        };
        EscrowAccount account = EscrowAccount.At(0, 1_000_000);
        EscrowPayment[] payments = [new() { Rate = Dec18.One }];
        bool wasLeased = standing.IsLeased;
        AkashError error = Bidding.CloseBid(
            ref standing, (input.FlagOr("bidExists", true), input.FlagOr("orderExists", true)), AkashError.None,
            input.LongOr("height", 1), chain);
        JsonObject outcome = AkashInput.Outcome(error);
        if (error == AkashError.None)
        {
            if (wasLeased && !standing.IsLeased)
            {
                Escrow.ClosePayment(ref account, payments, 0, 1, new EscrowTerms(chain, Dec18.Zero));
            }

            outcome["bidState"] = standing.Bid.ToString();
            outcome["leaseState"] = standing.Lease.ToString();
            outcome["orderState"] = standing.Order.ToString();
            outcome["groupState"] = standing.Group.ToString();
            outcome["paymentState"] = payments[0].State.ToString();
            outcome["depositReturned"] = MarketTransitions.ReturnsDeposit(standing.Bid);
        }

        return outcome;
    }

    internal static JsonNode Reclaim(JsonElement input, AkashParameters chain)
    {
        chain = chain with
        {
            MinReclamationWindow = input.LongOr("minWindow", chain.MinReclamationWindow),
            MaxReclamationWindow = input.LongOr("maxWindow", chain.MaxReclamationWindow),
        };
        if (input.Word("who") is not { } who)
        {
            return AkashInput.Outcome(Bidding.ValidateWindow(
                input.Find("orderMin")?.AsLong(), input.Find("bidWindow")?.AsLong(), chain));
        }

        long? window = input.Find("window")?.AsLong();
        long? startedAt = input.Find("startedAt")?.AsLong();
        if (input.Word("action") is "start" or "startReclaim" || input.Word("event") is "start" or "startReclaim")
        {
            return AkashInput.Outcome(Bidding.ValidateReclaim(
                input.FlagOr("leaseExists", true), input.StateOr("leaseState", LeaseState.Active), window, startedAt));
        }

        return AkashInput.Outcome(who == "tenant" || window is not { } w
            ? AkashError.None
            : Bidding.ValidateWalkAway(startedAt, w, input.LongOr("now", 0), chain));
    }
}
