using AgentVerse.Cli.Shell;
using AgentVerse.Grains;

namespace AgentVerse.Cli.Runs;

/// <summary>Where an experiment of this process lies: its folder, and what is kept beside its results.</summary>
/// <param name="Folder">Absolute path of its folder.</param>
internal sealed record ExperimentPlace(string Folder)
{
    private const string ControlName = ".control";

    /// <summary>Name of the experiment: its folder's.</summary>
    internal string Name => Path.GetFileName(Folder);

    /// <summary>Folder that the experiment's folder lies in.</summary>
    internal string Parent => Path.GetDirectoryName(Folder)!;

    /// <summary>Where the silo's warnings go.</summary>
    internal string LogFile => Path.Combine(Parent, ".log", $"{Name}.log");

    /// <summary>Where its control state lies: in its own folder, or beside it if a cluster ran it.</summary>
    internal string ControlFolder
    {
        get
        {
            string own = Path.Combine(Folder, ControlName), shared = Path.Combine(Parent, ControlName);
            return !Directory.Exists(own) && Directory.Exists(shared) && Directory.Exists(Folder) ? shared : own;
        }
    }

    /// <summary>The place of a folder, there or not.</summary>
    /// <exception cref="UserException">Its name cannot be an experiment's.</exception>
    internal static ExperimentPlace Of(string folder)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return DataFolder.IsPlain(Path.GetFileName(full))
            ? new ExperimentPlace(full)
            : throw new UserException(
                $"{folder}: the last part must be a name of at most {DataFolder.NameBytesMax} bytes "
                + "that does not begin with '.'");
    }

    /// <summary>Refuses a folder with anything in it.</summary>
    internal void RequireEmpty()
    {
        if (File.Exists(Folder))
        {
            throw new UserException($"{Folder} is a file; name a folder");
        }

        if (Directory.Exists(Folder) && Directory.EnumerateFileSystemEntries(Folder).Any())
        {
            throw new UserException(
                $"{Folder} is not empty; go on with its experiment by 'agentverse resume {Shown}', or name another folder");
        }
    }

    /// <summary>The folder as a user would write it here.</summary>
    internal string Shown
    {
        get
        {
            string relative = Path.GetRelativePath(Environment.CurrentDirectory, Folder);
            string shown = relative.StartsWith("..", StringComparison.Ordinal) ? Folder : relative;
            return shown.Contains(' ', StringComparison.Ordinal) ? $"'{shown}'" : shown;
        }
    }

    /// <summary>Keeps other processes from the experiment until it is disposed, or the process ends.</summary>
    /// <exception cref="UserException">Another process is at work on it.</exception>
    internal FileStream Lock()
    {
        Directory.CreateDirectory(ControlFolder);
        try
        {
            return new FileStream(
                Path.Combine(ControlFolder, $"{Name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new UserException($"another agentverse is at work on {Shown}; wait for it, or stop it");
        }
    }
}
