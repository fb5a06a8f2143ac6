using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgentVerse.Results.Tables;

/// <summary>What the metadata of a file says of a column.</summary>
/// <param name="Unit">Unit, empty for pure numbers and names.</param>
/// <param name="Doc">Meaning, one sentence.</param>
internal sealed record ColumnNote(string Unit, string Doc)
{
    /// <summary>How notes are written: camelCase, readable.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
