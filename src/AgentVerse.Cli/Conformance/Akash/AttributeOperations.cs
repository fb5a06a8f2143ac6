using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Cli.Conformance.Akash;

/// <summary>Attributes, who signed them, and what a provider can do.</summary>
internal static class AttributeOperations
{
    internal static JsonNode Signed(JsonElement input, AkashParameters chain)
    {
        SortedDictionary<string, IReadOnlyList<AttributeEntry>> audits = new(StringComparer.Ordinal);
        if (input.Find("audits") is { } signed)
        {
            foreach (JsonProperty auditor in signed.EnumerateObject())
            {
                audits[auditor.Name] = Entries(auditor.Value);
            }
        }

        SignedBy signers = new(Names(input, "allOf"), Names(input, "anyOf"));
        return Match(Attributes.MatchSigned(
            Entries(input.Find("required")), Entries(input.Find("self")), signers, audits, chain));
    }

    internal static JsonNode Capable(JsonElement input)
    {
        AttributeEntry[] provider = Entries(input.Find("provider"));
        return Match(
            Capabilities.HasStorage(Entries(input.Find("storage")), provider)
            && Capabilities.HasGpu(Entries(input.Find("gpu")), provider));
    }

    private static JsonObject Match(bool matches) => new() { ["match"] = matches };

    private static string[] Names(JsonElement input, string field) =>
        input.Find(field) is { } names ? [.. names.EnumerateArray().Select(n => n.GetString()!)] : [];

    /// <summary>Entries as key=value; a GPU is a key whose value is true.</summary>
    private static AttributeEntry[] Entries(JsonElement? list) => list is { } items
        ? [.. items.EnumerateArray().Select(item => Entry(item.GetString()!))]
        : [];

    private static AttributeEntry Entry(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new AttributeEntry(text, "true") : new AttributeEntry(text[..equals], text[(equals + 1)..]);
    }
}
