using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Cli.Conformance.Akash;

/// <summary>Settlement of an escrow account: the stages of era A, the service of era B, flows of steps.</summary>
internal static class EscrowOperations
{
    internal static JsonNode Run(JsonElement input, AkashParameters chain)
    {
        if (input.Find("steps") is not null)
        {
            return EscrowFlow.Run(input, AkashInput.Take(input, chain));
        }

        if (input.Find("blocksAfterExhaustion") is not null)
        {
            return MarketFlow.Run(input, AkashInput.Take(input, chain));
        }

        if (input.Find("deposit") is not null)
        {
            return DebtOperation.Run(input, chain);
        }

        return chain.Era == Era.StopsAtZero ? Stage(input, chain) : Serve(input, chain);
    }

    private static JsonObject Stage(JsonElement input, AkashParameters chain)
    {
        EscrowPayment[] payments = Payments(input);
        EscrowAccount account = new()
        {
            Own = input.DecOr("balance", Dec18.Zero), Foreign = input.DecOr("funds", Dec18.Zero),
        };
        Dec18 rest = input.DecOr("remaining", Dec18.Zero);
        bool isOverdrawn = true;
        string? stage = input.Word("stage");
        if (stage == "weighted")
        {
            account.Own = rest;
        }
        else
        {
            rest = EscrowStops.PayFullBlocks(ref account, payments, input.Get("blocks").AsLong(), out isOverdrawn);
        }

        if (stage != "fullBlocks" && isOverdrawn)
        {
            EscrowStops.ShareTail(ref account, payments, rest, chain);
        }

        return new JsonObject
        {
            ["balance"] = account.Own.Json(),
            ["funds"] = account.Foreign.Json(),
            ["transferred"] = new JsonArray([.. payments.Select(p => p.Balance.Json())]),
            ["remaining"] = rest.Json(),
            ["overdrawn"] = isOverdrawn,
        };
    }

    private static JsonObject Serve(JsonElement input, AkashParameters chain)
    {
        EscrowPayment[] payments = Payments(input);
        EscrowAccount account = new() { Own = input.DecOr("funds", input.DecOr("balance", Dec18.Zero)) };
        bool isOverdrawn = EscrowDebts.Serve(ref account, payments, input.Get("blocks").AsLong(), chain);
        return new JsonObject
        {
            ["funds"] = account.Funds.Json(),
            ["transferred"] = new JsonArray([.. payments.Select(p => p.Balance.Json())]),
            ["unsettled"] = new JsonArray([.. payments.Select(p => p.Unsettled.Json())]),
            ["overdrawn"] = isOverdrawn,
        };
    }

    private static EscrowPayment[] Payments(JsonElement input) =>
        [.. input.Get("rates").EnumerateArray().Select(r => new EscrowPayment { Rate = r.AsDec() })];
}
