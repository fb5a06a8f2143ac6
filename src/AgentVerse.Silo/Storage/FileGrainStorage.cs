using System.Globalization;
using System.Text;

using Orleans.Serialization;
using Orleans.Storage;

namespace AgentVerse.Silo.Storage;

/// <summary>
/// Control state in files of the data folder, for one host: a state is a file, its ETag is a number in it. A write goes
/// to a file of its own that is then linked to the name of its number, which only one of two writers can do.
/// </summary>
public sealed class FileGrainStorage(string folder, Serializer serializer) : IGrainStorage
{
    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        string place = PlaceOf(stateName, grainId);
        long version = NewestIn(place);
        grainState.RecordExists = version > 0;
        grainState.ETag = version > 0 ? Text(version) : null;
        grainState.State = version > 0
            ? serializer.Deserialize<T>(File.ReadAllBytes(PathOf(place, version)))
            : Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        string place = PlaceOf(stateName, grainId);
        long held = grainState.ETag is { } tag ? long.Parse(tag, CultureInfo.InvariantCulture) : 0;
        long newest = NewestIn(place);
        if (held != newest)
        {
            throw Inconsistent(grainId, newest, grainState.ETag);
        }

        Directory.CreateDirectory(place);
        string temporary = Path.Combine(place, $".{Environment.ProcessId}-{Environment.CurrentManagedThreadId}");
        using (FileStream file = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(serializer.SerializeToArray(grainState.State));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(temporary, PathOf(place, held + 1), overwrite: false);
        }
        catch (IOException) when (File.Exists(PathOf(place, held + 1)))
        {
            File.Delete(temporary);
            throw Inconsistent(grainId, held + 1, grainState.ETag);
        }

        grainState.ETag = Text(held + 1);
        grainState.RecordExists = true;
        RemoveBefore(place, held);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        string place = PlaceOf(stateName, grainId);
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }

        grainState.ETag = null;
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static string PathOf(string place, long version) =>
        Path.Combine(place, version.ToString("D12", CultureInfo.InvariantCulture));

    private static long NewestIn(string place) =>
        Directory.Exists(place)
            ? Directory.EnumerateFiles(place)
                .Select(f => long.TryParse(Path.GetFileName(f), CultureInfo.InvariantCulture, out long v) ? v : 0)
                .DefaultIfEmpty(0).Max()
            : 0;

    /// <summary>Keeps the version before, which a reader may be about to open.</summary>
    private static void RemoveBefore(string place, long version)
    {
        if (version > 1)
        {
            File.Delete(PathOf(place, version - 1));
        }
    }

    private static InconsistentStateException Inconsistent(GrainId grain, long stored, string? held) =>
        new($"the state of {grain} was written by another coordinator", Text(stored), held ?? "none");

    /// <summary>A folder name that no grain key can lead out of: the bytes of type and key in base 16.</summary>
    private string PlaceOf(string stateName, GrainId grain) =>
        Path.Combine(folder, stateName, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(grain.ToString())));
}
