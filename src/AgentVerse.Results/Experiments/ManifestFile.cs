using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgentVerse.Results.Files;

namespace AgentVerse.Results.Experiments;

/// <summary>Writes and reads <c>manifest.json</c>: indented, keys always in one order, replaced as a whole.</summary>
public static class ManifestFile
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Replaces the manifest of a folder; a reader sees the one before or this one, never a half.</summary>
    /// <exception cref="ResultsException">The disk did not take it; the one before is kept.</exception>
    public static void Write(ExperimentFolder folder, Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(folder);
        byte[] text = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(manifest, Json) + "\n");
        folder.Write(ExperimentFolder.ManifestName, stream => stream.Write(text));
    }

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="ResultsException">It is missing, damaged or from a newer version.</exception>
    public static Manifest Read(ExperimentFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string path = folder.Manifest;
        byte[] text = Disk.Read(path, () => File.ReadAllBytes(path));
        try
        {
            RefuseNewer(path, text);
            return JsonSerializer.Deserialize<Manifest>(text, Json) ?? throw new JsonException("it is empty");
        }
        catch (JsonException cause)
        {
            throw new ResultsException(
                $"{path} is damaged: {cause.Message.TrimEnd('.')}", "The files of the runs were not touched",
                "Restore the manifest from a backup, or run again into a new folder", cause);
        }
    }

    private static void RefuseNewer(string path, byte[] text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        int number = 0;
        bool hasFormat = document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("format", out JsonElement format)
            && format.ValueKind == JsonValueKind.Number
            && format.TryGetInt32(out number)
            && number >= 1;
        if (!hasFormat)
        {
            throw new JsonException("it has no 'format', a whole number from 1");
        }

        if (number > Manifest.FormatNow)
        {
            throw Newer(path, number);
        }
    }

    private static ResultsException Newer(string path, int format) => new(
        $"{path} was written by a newer AgentVerse (format {format}; this one reads {Manifest.FormatNow})",
        Disk.NothingChanged, "Install the newer version");
}
