using System.Text.Json;
using System.Text.Json.Nodes;

using AgentVerse.Mechanisms.Compute.Render;

namespace AgentVerse.Cli.Conformance.Render;

/// <summary>Compute clients: a criterion, a weight, a month's schedule or its cap, by what the case gives.</summary>
internal static class ClientOperation
{
    internal static JsonNode Run(Case one, RenderParameters parameters)
    {
        JsonElement input = one.Input;
        if (input.Find("earn") is { } earned)
        {
            double a = ComputeClients.Earnings(earned.GetDouble(), input.Get("maxEarn").GetDouble(), parameters);
            return new JsonObject { ["A"] = a };
        }

        if (input.Find("remaining") is { } remaining)
        {
            long month = ComputeClients.Scheduled(
                Amounts.Render(remaining), input.Get("months").AsInt(), parameters);
            return new JsonObject { ["pool"] = Amounts.Tokens(month) };
        }

        if (input.Find("pool") is { } pool)
        {
            long capped = ComputeClients.Pool(Amounts.Render(pool), input.Get("nodes").AsLong(), parameters);
            return new JsonObject { ["pool"] = Amounts.Tokens(capped) };
        }

        double Of(string field) => input.Get(field).GetDouble();
        return new JsonObject { ["w"] = ComputeClients.Weight(Of("A"), Of("B"), Of("C"), Of("D"), parameters) };
    }
}
