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

    /// <summary>Does some work on a path.</summary>
    /// <param name="doing">What is being done, as in "writing".</param>
    /// <param name="path">The file or folder.</param>
    /// <param name="kept">What is kept if it fails.</param>
    /// <param name="work">The work.</param>
    public static void Do(string doing, string path, string kept, Action work) =>
        Do(doing, path, kept, () =>
        {
            work();
            return true;
        });

    /// <summary>Does some work on a path and gives its result.</summary>
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

    /// <summary>What to throw for a failure of the file system.</summary>
    public static ResultsException Failure(string doing, string path, string kept, Exception cause)
    {
        (string why, string remedy) = Explain(cause);
        return new ResultsException($"{doing} {path} failed: {why}", kept, remedy, cause);
    }

    private static (string Why, string Remedy) Explain(Exception cause) => cause switch
    {
        UnauthorizedAccessException =>
            ("there is no permission", "Allow this user to use the folder, or choose another one"),
        FileNotFoundException or DirectoryNotFoundException =>
            ("it does not exist", "Restore it from a backup, or run again into a new folder"),
        _ when Full.Contains(cause.HResult) =>
            ("the disk or quota is full", "Free some space, then resume"),
        _ when Locked.Contains(cause.HResult) =>
            ("another program has it open", "Close that program, then resume"),
        _ when ReadOnly.Contains(cause.HResult) =>
            ("the folder is read-only", "Make it writable or choose another one"),
        _ => (cause.Message.TrimEnd('.'), "Check the disk and the path, then resume"),
    };
}
