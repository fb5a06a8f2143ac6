using System.Text.Json;

namespace AgentVerse.Cli.Conformance;

/// <summary>Reads the case files of a folder: JSON arrays of {id, op, input, expected, tolerance, ...}.</summary>
internal static class CaseFolder
{
    private const long MaxFileBytes = 256L << 20;
    private const int MaxFiles = 10_000;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>All cases, files in ordinal order of their relative path.</summary>
    /// <exception cref="CaseFileException">No such folder, no case file, or a file that is not in the
    /// format.</exception>
    internal static IReadOnlyList<CaseFile> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CaseFileException($"no such folder: {folder}");
        }

        IEnumerable<string> found = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories);
        string[] paths = [.. found.Take(MaxFiles + 1)];
        Array.Sort(paths, string.CompareOrdinal);
        return paths.Length switch
        {
            0 => throw new CaseFileException($"no *.json file in {folder}"),
            > MaxFiles => throw new CaseFileException($"more than {MaxFiles} files in {folder}"),
            _ => [.. paths.Select(path => ReadFile(folder, path))],
        };
    }

    private static CaseFile ReadFile(string folder, string path)
    {
        string name = Path.GetRelativePath(folder, path).Replace('\\', '/');
        if (new FileInfo(path).Length > MaxFileBytes)
        {
            throw new CaseFileException($"{name}: larger than {MaxFileBytes >> 20} MiB");
        }

        using JsonDocument document = Parse(name, path);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new CaseFileException($"{name}: expected an array of cases, found {document.RootElement.ValueKind}");
        }

        IEnumerable<JsonElement> cases = document.RootElement.EnumerateArray();
        return new CaseFile(name, [.. cases.Select((json, i) => ReadCase(name, json, i))]);
    }

    private static JsonDocument Parse(string name, string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return JsonDocument.Parse(stream, Options);
        }
        catch (JsonException e)
        {
            throw new CaseFileException($"{name}: not JSON: {e.Message}");
        }
    }

    private static Case ReadCase(string name, JsonElement json, int index)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new CaseFileException($"{name}[{index}]: expected an object, found {json.ValueKind}");
        }

        string? id = Text(json, "id");
        bool hasInput = json.TryGetProperty("input", out JsonElement input);
        string? op = Text(json, "op") ?? (hasInput ? Text(input, "op") : null);
        return id is not null && op is not null && hasInput
            ? new Case(id, op, json.Clone())
            : throw new CaseFileException($"{name}[{index}]: a case needs id, op and input");
    }

    private static string? Text(JsonElement json, string field) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(field, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
