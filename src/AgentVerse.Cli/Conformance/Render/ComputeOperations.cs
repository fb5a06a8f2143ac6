using System.Text.Json;
using System.Text.Json.Nodes;

using AgentVerse.Mechanisms.Compute.Render;

namespace AgentVerse.Cli.Conformance.Render;

/// <summary>The penalty on many nodes, and pay in the compute subnet.</summary>
internal static class ComputeOperations
{
    internal static JsonNode Penalty(Case one, RenderParameters parameters) => new JsonObject
    {
        ["penalty"] = Availability.Penalty(one.Input.Get("nodes").AsInt(), parameters),
    };

    internal static JsonNode Job(Case one, RenderParameters parameters)
    {
        JsonElement input = one.Input;
        long pay = ComputeSubnet.Job(
            Amounts.Render(input.Get("base")), input.Get("multiplier").GetDouble(), input.Get("hours").GetDouble(),
            parameters);
        return new JsonObject { ["render"] = Amounts.Tokens(pay) };
    }

    internal static JsonNode Multiplier(Case one, RenderParameters parameters)
    {
        double Of(string field) => one.Input.Get(field).GetDouble();
        NodeMultipliers node = new(Of("gpu"), Of("vram"), Of("net"), Of("clock"), Of("membw"), Of("cpu"));
        return new JsonObject { ["cm"] = ComputeSubnet.Multiplier(node, parameters) };
    }
}
