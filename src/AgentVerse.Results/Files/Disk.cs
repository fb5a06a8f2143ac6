namespace AgentVerse.Results.Files;

/// <summary>Runs file operations and says in the user's words what went wrong with them.</summary>
internal static class Disk
{
    /// <summary>What is kept when a file that stands in its place under its own name could not be read.</summary>
    public const string NothingChanged = "Nothing was changed";

    /// <summary>What is kept when a new file could not be finished.</summary>
    public const string CommittedKept = "Everything committed before is whole and nothing half-written was published";

    // Codes of the operating systems: Linux and macOS (errno), Windows (HRESULT).
    private static readonly int[] Full = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];
    private static readonly int[] ReadOnly = [30, unchecked((int)0x80070013)];

    /// <summary>Reads something.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="work">The reading.</param>
    public static T Read<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ResultsException(
                $"{path} does not exist", NothingChanged,
                "Restore it from a backup, or run again into a new folder", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Failure("reading", path, NothingChanged, cause);
        }
    }

    /// <summary>Changes something on the disk.</summary>
    /// <param name="doing">What is being done, as in "writing".</param>
    /// <param name="path">The file or folder.</param>
    /// <param name="kept">What is kept if it fails.</param>
    /// <param name="work">The work.</param>
    public static T Do<T>(string doing, string path, string kept, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Failure(doing, path, kept, cause);
        }
    }

    /// <summary>Changes something on the disk.</summary>
    public static void Do(string doing, string path, string kept, Action work) =>
        Do(doing, path, kept, () =>
        {
            work();
            return true;
        });

    /// <summary>What to throw for a failure of the file system.</summary>
    public static ResultsException Failure(string doing, string path, string kept, Exception cause)
    {
        (string why, string remedy) = cause switch
        {
            UnauthorizedAccessException =>
                ("there is no permission", "Make the folder writable for this user, or choose another one"),
            DirectoryNotFoundException or FileNotFoundException =>
                ("its folder does not exist and cannot be made", "Choose another folder"),
            _ when Full.Contains(cause.HResult) =>
                ("the disk or quota is full", "Free some space, then resume"),
            _ when Locked.Contains(cause.HResult) =>
                ("another program has it open", "Close that program, then resume"),
            _ when ReadOnly.Contains(cause.HResult) =>
                ("the folder is read-only", "Make it writable, or choose another one"),
            _ => (cause.Message.TrimEnd('.'), "Check the disk and the path, then resume"),
        };
        return new ResultsException($"{doing} {path} failed: {why}", kept, remedy, cause);
    }
}
