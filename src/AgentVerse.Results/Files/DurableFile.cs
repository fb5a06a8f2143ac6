namespace AgentVerse.Results.Files;

/// <summary>Files that are there whole or not at all, also after a loss of power.</summary>
public static class DurableFile
{
    /// <summary>What follows the name of a file until it is whole.</summary>
    internal const string Unfinished = ".unfinished";

    /// <summary>
    /// Writes a file under another name, forces it to the disk and renames it; what stood there before is replaced
    /// only by a whole successor. The folder is there.
    /// </summary>
    /// <param name="path">Where the file shall stand.</param>
    /// <param name="content">Writes it to a stream.</param>
    /// <param name="meanwhile">Where it stands until it is whole; empty for beside its place.</param>
    /// <exception cref="ResultsException">The disk did not take it; what stood there before still does.</exception>
    public static void Write(string path, Action<Stream> content, string meanwhile = "")
    {
        string unfinished = meanwhile.Length > 0 ? meanwhile : path + Unfinished;
        Disk.Do("writing", path, Disk.CommittedKept, () =>
        {
            try
            {
                using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
                {
                    content(stream);
                    stream.Flush(flushToDisk: true);
                }

                File.Move(unfinished, path, overwrite: true);
                FolderSync.Force(Path.GetDirectoryName(path)!);
            }
            catch (Exception)
            {
                TryDelete(unfinished);
                throw;
            }
        });
    }

    /// <summary>Renames a file to a path where none is; atomic within a file system.</summary>
    internal static void Rename(string from, string to)
    {
        // Move without overwriting links and deletes, or even copies: never atomic. The caller owns the target's name.
        File.Move(from, to, overwrite: true);
    }

    /// <summary>Deletes a file if that is possible; leaves it otherwise.</summary>
    internal static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to report.
        }
    }
}
