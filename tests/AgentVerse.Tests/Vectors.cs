using System.Text.Json;
using AgentVerse.Tests.House;

namespace AgentVerse.Tests;

/// <summary>Reference vectors under <c>tests/vectors</c>: numbers from outside that our code must give.</summary>
internal static class Vectors
{
    private static readonly Dictionary<string, JsonElement> Measures = Read("measures/measures.json");

    /// <summary>A case of the measures by its id.</summary>
    public static JsonElement Measure(string id) => Measures[id];

    /// <summary>An array of numbers.</summary>
    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];

    private static Dictionary<string, JsonElement> Read(string path)
    {
        byte[] text = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "vectors", path));
        return JsonDocument.Parse(text).RootElement.EnumerateArray()
            .ToDictionary(item => item.GetProperty("id").GetString()!, item => item);
    }
}
