using System.Text.Json;
using System.Text.Json.Nodes;

using AgentVerse.Mechanisms.Compute.Render;

namespace AgentVerse.Cli.Conformance.Render;

/// <summary>Fees, burns, customers' prices, and divisions of pools.</summary>
internal static class BurnMintOperations
{
    internal static JsonNode Burn(Case one, RenderParameters parameters)
    {
        long usd = Amounts.Usd(one.Input.Get("usd").GetDecimal());
        long fee = BurnMint.Fee(usd, parameters);
        long burned = BurnMint.Bought(usd - fee, Amounts.Price(one.Input.Get("price")), parameters);
        return new JsonObject { ["burnTokens"] = Amounts.Tokens(burned), ["feeUsd"] = Amounts.Dollars(fee) };
    }

    internal static JsonNode GrossUp(Case one, RenderParameters parameters)
    {
        JsonElement input = one.Input;
        parameters = parameters with { FeePercent = input.Get("feePct").AsInt() };
        decimal net = input.Get("ask").GetDecimal() * input.Get("hours").GetDecimal() * input.Get("gpus").GetDecimal();
        long customer = BurnMint.GrossUp(Amounts.Usd(net), parameters);
        long fee = BurnMint.Fee(customer, parameters);
        return new JsonObject
        {
            ["customer"] = Amounts.Dollars(customer),
            ["burnUsd"] = Amounts.Dollars(customer - fee),
            ["feeUsd"] = Amounts.Dollars(fee),
        };
    }

    internal static JsonNode Grant(Case one, RenderParameters parameters)
    {
        JsonElement input = one.Input;
        double gpuHours = input.Get("hours").GetDouble() * input.Get("gpus").GetDouble();
        return new JsonObject
        {
            ["effective"] = BurnMint.Effective(
                input.Get("total").GetDouble(), input.Get("grant").GetDouble(), gpuHours, parameters),
        };
    }

    internal static JsonNode ProRata(Case one, RenderParameters parameters)
    {
        long[] values = [.. one.Input.Get("work").EnumerateArray().Select(v => Amounts.Usd(v.GetDecimal()))];
        long[] rewards = new long[values.Length];
        _ = BurnMint.Share(Amounts.Render(one.Input.Get("pool")), values, rewards, parameters);
        return new JsonObject { ["rewards"] = Output.Array(rewards.Select(Amounts.Tokens)) };
    }

    internal static JsonNode Points(Case one, RenderParameters parameters)
    {
        JsonElement input = one.Input;
        long perToken = input.Find("pointsPer")?.AsLong()
            ?? UpgradePoints.PerToken(input.Get("cumulative").GetDouble());
        long points = checked(input.Get("rndr").AsLong() * perToken);
        long share = UpgradePoints.Share(
            Amounts.Render(input.Get("monthPool")), points, input.Get("totalPoints").AsLong(), parameters);
        return new JsonObject { ["render"] = Amounts.Tokens(share) };
    }
}
