using System.Text.Json;
using System.Text.Json.Nodes;

using AgentVerse.Mechanisms.Compute.Render;

namespace AgentVerse.Cli.Conformance.Render;

/// <summary>Salad's burn and reward of some spending, their balance, or its emission on top of a month's.</summary>
internal static class SaladOperation
{
    internal static JsonNode Run(Case one, RenderParameters parameters)
    {
        JsonElement input = one.Input;
        if (input.Find("salad") is { } salad)
        {
            long total = Salad.Monthly(Amounts.Render(input.Get("base")), Amounts.Render(salad), parameters);
            return new JsonObject { ["total"] = Amounts.Tokens(total) };
        }

        bool isBalance = input.Find("usd") is null;
        double burn = isBalance ? input.Get("burn").GetDouble() : Burn(input, parameters);
        double reward = isBalance ? input.Get("reward").GetDouble() : Reward(input, parameters);
        return new JsonObject
        {
            ["burn"] = burn,
            ["reward"] = reward,
            ["net"] = burn - reward,
            ["netBurn"] = burn - reward,
            ["netPct"] = 100 * (burn - reward) / reward,
        };
    }

    private static double Burn(JsonElement input, RenderParameters parameters) => Salad.Burned(
        input.Get("usd").GetDouble(), input.Get("burnShare").GetDouble(), input.Get("pBurn").GetDouble(), parameters);

    private static double Reward(JsonElement input, RenderParameters parameters) => Salad.Rewarded(
        input.Get("usd").GetDouble(), input.Get("rewardShare").GetDouble(),
        (input.Get("pBurn").GetDouble(), input.Get("pReward").GetDouble()), parameters);
}
