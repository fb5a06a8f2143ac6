using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Cli.Conformance.Akash;

/// <summary>Transitions of orders, bids, leases, groups and deployments.</summary>
internal static class StateOperations
{
    internal static JsonNode State(JsonElement input, AkashParameters chain)
    {
        string happened = input.Get("event").GetString()!;
        long height = input.LongOr("height", 0);
        if (happened == "createOrder")
        {
            OrderStanding created = new()
            {
                Sequence = input.FlagOr("firstInGroup", true) ? 0 : (int)input.LongOr("orders", 1),
                Order = input.StateOr("previousOrder", OrderState.Closed),
            };
            AkashError error = MarketTransitions.CreateOrder(ref created);
            JsonObject order = AkashInput.Outcome(error);
            order["order"] = created.Order.ToString();
            order["oseq"] = created.Sequence;
            return order;
        }

        return input.Word("entity") switch
        {
            "order" => Order(input, happened, height, chain),
            "bid" => Bid(input, happened, chain),
            "lease" => Lease(input, happened, height),
            _ => GroupClosed(input, height),
        };
    }

    internal static JsonNode Group(JsonElement input, AkashParameters chain)
    {
        string happened = input.Get("event").GetString()!;
        long height = input.LongOr("height", 0);
        if (input.Find("groups") is { } list)
        {
            return Groups(input, [.. list.EnumerateArray().Select(g => Enum.Parse<GroupState>(g.GetString()!))], chain);
        }

        OrderStanding standing = new() { Group = input.StateOr("group", GroupState.Open) };
        AkashError error = happened switch
        {
            "validateClosable" => GroupTransitions.ValidateClosable(standing.Group),
            "validatePausable" => GroupTransitions.ValidatePausable(standing.Group),
            "validateStartable" => GroupTransitions.ValidateStartable(standing.Group),
            "close" => GroupTransitions.Close(ref standing, height),
            "pause" => GroupTransitions.Pause(ref standing, height),
            "start" => GroupTransitions.Start(ref standing),
            _ => throw new FormatException($"no event {happened}"),
        };
        return new JsonObject { ["group"] = standing.Group.ToString(), ["error"] = error != AkashError.None };
    }

    private static JsonObject Order(JsonElement input, string happened, long height, AkashParameters chain)
    {
        OrderStanding standing = new() { Order = input.StateOr("state", OrderState.Open), Bid = BidState.Open };
        switch (happened)
        {
            case "matched":
                MarketTransitions.CreateLease(ref standing);
                break;
            case "closed":
                MarketTransitions.CloseAll(ref standing, LeaseState.Closed, height);
                break;
            default:
                MarketTransitions.OnPaymentClosed(ref standing, EscrowState.Closed, height, chain);
                break;
        }

        return new JsonObject { ["state"] = standing.Order.ToString() };
    }

    private static JsonObject Bid(JsonElement input, string happened, AkashParameters chain)
    {
        BidState bid = input.StateOr("state", BidState.Open);
        OrderStanding matched = new();
        MarketTransitions.CreateLease(ref matched);
        return new JsonObject
        {
            ["state"] = (happened switch
            {
                "matched" => matched.Bid,
                "lost" => MarketTransitions.Lost(bid, chain),
                _ => MarketTransitions.Closed(bid),
            }).ToString(),
        };
    }

    private static JsonObject Lease(JsonElement input, string happened, long height)
    {
        OrderStanding standing = new() { HasLease = true, Lease = input.StateOr("state", LeaseState.Active) };
        bool lacksFunds = happened is "insufficientFunds" or "overdrawn";
        MarketTransitions.CloseLease(
            ref standing, lacksFunds ? LeaseState.InsufficientFunds : LeaseState.Closed, height);
        return new JsonObject { ["state"] = standing.Lease.ToString(), ["closedOn"] = standing.LeaseClosedOn };
    }

    private static JsonObject GroupClosed(JsonElement input, long height)
    {
        OrderStanding standing = new()
        {
            Group = input.StateOr("group", GroupState.Open),
            Order = input.StateOr("order", OrderState.Active),
            Bid = input.StateOr("bid", BidState.Active),
            HasLease = true,
            Lease = input.StateOr("lease", LeaseState.Active),
        };
        _ = GroupTransitions.Close(ref standing, height);
        return new JsonObject
        {
            ["group"] = standing.Group.ToString(),
            ["lease"] = standing.Lease.ToString(),
            ["bid"] = standing.Bid.ToString(),
            ["order"] = standing.Order.ToString(),
            ["leaseClosedOn"] = standing.LeaseClosedOn,
        };
    }

    private static JsonObject Groups(JsonElement input, GroupState[] groups, AkashParameters chain)
    {
        OrderStanding[] standings = [.. groups.Select(g => new OrderStanding { Group = g })];
        string happened = input.Get("event").GetString()!;
        if (happened == "onBidClosed")
        {
            ref GroupState target = ref standings[(int)input.LongOr("target", 0)].Group;
            target = GroupTransitions.OnBidClosed(target, chain);
        }
        else if (happened == "onEscrowAccountClosed")
        {
            EscrowState account = input.StateOr("escrowAccount", EscrowState.Closed);
            for (int g = 0; g < standings.Length; g++)
            {
                MarketTransitions.OnAccountClosed(ref standings[g], account, input.LongOr("height", 0), chain);
            }
        }

        return new JsonObject
        {
            ["deployment"] = standings[0].Deployment.ToString(),
            ["groups"] = Output.Array(standings.Select(s => s.Group.ToString())),
        };
    }
}
