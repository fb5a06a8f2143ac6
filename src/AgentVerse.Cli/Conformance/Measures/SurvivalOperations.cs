using System.Globalization;
using System.Text.Json.Nodes;
using AgentVerse.Measures.Survival;

namespace AgentVerse.Cli.Conformance.Measures;

/// <summary>How long somebody stays.</summary>
internal static class SurvivalOperations
{
    /// <summary>Survival at each time asked for; at each time at which a spell ended where none is.</summary>
    internal static JsonNode Survival(Case one)
    {
        long[] ended = [.. one.Input.Get("event").EnumerateArray().Select(e => e.AsLong())];
        KaplanMeier curve = new(one.Input.Get("time").AsDoubles().Select((t, i) => new Spell(t, ended[i] != 0)));
        JsonObject result = [];
        foreach (SurvivalStep step in curve.Steps)
        {
            result[step.Time.ToString(CultureInfo.InvariantCulture)] = step.Survival;
        }

        return result;
    }
}
