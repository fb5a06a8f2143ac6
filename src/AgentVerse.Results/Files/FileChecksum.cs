using System.Globalization;
using System.IO.Hashing;

namespace AgentVerse.Results.Files;

/// <summary>XxHash128 (seed 0) of a file's bytes, as 32 hexadecimal digits.</summary>
internal static class FileChecksum
{
    /// <summary>Checksum of a file, which is read once.</summary>
    public static string Of(string path)
    {
        var hash = new XxHash128();
        using FileStream stream = File.OpenRead(path);
        hash.Append(stream);
        return Text(hash.GetCurrentHashAsUInt128());
    }

    /// <summary>A checksum as text.</summary>
    public static string Text(UInt128 hash) => hash.ToString("x32", CultureInfo.InvariantCulture);
}
