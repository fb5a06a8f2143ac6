using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using AgentVerse.Model.Contracts;
using AgentVerse.Results.Checkpoints;
using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>Shows one agent, or a whole shard, as JSON.</summary>
public static class Inspection
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>One agent of a cohort by its row; of a shard the whole state.</summary>
    public static string Of(Part part, int row)
    {
        if (part is not CohortPart { Tick: { } cohort })
        {
            return JsonStateWriter.Print(part.Carry);
        }

        JsonObject agent = new()
        {
            ["population"] = cohort.Population.Name,
            ["agent"] = cohort.First + row,
            ["controller"] = cohort.Population.ControllerOf(cohort.First + row),
            ["tick"] = cohort.Tick.Index,
        };
        for (int c = 0; c < cohort.Columns.Schema.Count; c++)
        {
            Column column = cohort.Columns.Schema[c];
            agent[column.Name] = column.Type switch
            {
                ColumnType.Double => Real(cohort.Columns.Double(c)[row]),
                ColumnType.UInt64 => JsonValue.Create(cohort.Columns.UInt64(c)[row]),
                _ => JsonValue.Create(cohort.Columns.Cell(c, row)),
            };
        }

        int policy = cohort.Columns.Int32(EngineColumns.Policy)[row];
        agent["policy"] = cohort.Population.PolicyNames[policy];
        return agent.ToJsonString(Indented);
    }

    /// <summary>JSON has no word for what is not finite.</summary>
    private static JsonNode Real(double value) =>
        double.IsFinite(value) ? value : value.ToString(CultureInfo.InvariantCulture);
}
