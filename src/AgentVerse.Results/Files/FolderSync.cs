using System.Runtime.InteropServices;
using System.Text;

namespace AgentVerse.Results.Files;

/// <summary>
/// Forces a folder's entries to the disk, so that a rename outlives a loss of power. On Windows the file system's
/// journal does that and nothing is called.
/// </summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Forces the entries of a folder to the disk.</summary>
    public static void Force(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"cannot open folder '{folder}'", Marshal.GetLastPInvokeError());
        }

        // A file system that cannot force folders (some network mounts) refuses: its renames are as durable as they
        // get.
        _ = Sync(descriptor);
        _ = Close(descriptor);
    }

    /// <summary>Forces a folder and those around it, up to the outermost that may be new.</summary>
    public static void ForceUpTo(string folder, string outermost)
    {
        Force(folder);
        if (folder.Length > outermost.Length && Path.GetDirectoryName(folder) is { } around)
        {
            ForceUpTo(around, outermost);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
