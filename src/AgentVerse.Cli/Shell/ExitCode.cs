namespace AgentVerse.Cli.Shell;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    internal const int Ok = 0;

    /// <summary>A run failed, or a check found a difference.</summary>
    internal const int Differs = 1;

    /// <summary>The command line, the scenario or a file is not good.</summary>
    internal const int BadInput = 2;

    /// <summary>Stopped by the user; it can be resumed.</summary>
    internal const int Stopped = 3;

    /// <summary>An error of the program itself.</summary>
    internal const int Internal = 4;
}
