using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Cli.Conformance.Akash;

/// <summary>The take fee and inflation.</summary>
internal static class MoneyOperations
{
    internal static JsonNode Take(JsonElement input, AkashParameters chain)
    {
        chain = AkashInput.Take(input, chain);
        Dec18 rate = input.Find("takeRatePct") is { } percent
            ? percent.AsDec() / Dec18.Of(100)
            : TakeFee.RateOf(input.Word("denom") is null or "uakt" ? Currency.Akt : Currency.Usd, chain);
        EscrowPayment payment = new() { Balance = input.Get("gross").AsDec() };
        TakeFee.Withdraw(ref payment, new EscrowTerms(chain, rate));
        return new JsonObject { ["fee"] = payment.Fees, ["earnings"] = payment.Earnings };
    }

    internal static JsonNode Inflate(JsonElement input, AkashParameters chain)
    {
        if (input.Find("years") is { } years)
        {
            double t = years.GetDouble();
            return new JsonObject
            {
                ["inflationPct"] = 100 * Inflation.Target(t),
                ["supply"] = Inflation.TargetSupply(t),
            };
        }

        MintParameters mint = chain.Mint with
        {
            Min = input.DecOr("min", chain.Mint.Min),
            Max = input.DecOr("max", chain.Mint.Max),
            RateChange = input.DecOr("rateChange", chain.Mint.RateChange),
            GoalBonded = input.DecOr("goalBonded", chain.Mint.GoalBonded),
            BlocksPerYear = input.LongOr("blocksPerYear", chain.Mint.BlocksPerYear),
        };
        AkashParameters own = chain with { Mint = mint };
        Dec18 next = Inflation.Next(input.Get("inflation").AsDec(), input.DecOr("bondedRatio", Dec18.Zero), own);
        JsonObject output = new() { ["inflation"] = next.ToDouble() };
        if (input.Find("supply") is { } supply)
        {
            output["provision"] = Inflation.BlockProvision(next, supply.AsLong(), own);
        }

        return output;
    }
}
