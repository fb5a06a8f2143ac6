using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace AgentVerse.Faults;

/// <summary>Processes, signals and ports of this host.</summary>
internal static partial class Shell
{
    internal const int SigKill = 9;
    internal const int SigTerm = 15;
    internal const int SigCont = 18;
    internal const int SigStop = 19;

    /// <summary>The program, as it was built, or as AGENTVERSE_DLL names it.</summary>
    internal static string Program { get; } = Path.GetFullPath(
        Environment.GetEnvironmentVariable("AGENTVERSE_DLL") ??
        typeof(Shell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Program").Value!);

    internal static bool IsRoot { get; } = string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    /// <summary>Runs a command to its end and gives its exit code and what it wrote.</summary>
    internal static async Task<(int Code, string Text)> Try(string command, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Runs a command that must succeed.</summary>
    internal static async Task<string> Run(string command, params IEnumerable<string> arguments)
    {
        (int code, string text) = await Try(command, arguments);
        return code == 0 ? text : throw new InvalidOperationException($"{command} ended with {code}: {text}");
    }

    /// <summary>Runs a command that must succeed, without its output.</summary>
    internal static async Task Quiet(string command, params IEnumerable<string> arguments)
    {
        string[] all = [command, .. arguments];
        string line = string.Join(' ', all.Select(a => $"'{a}'"));
        using Process process = Process.Start("sh", ["-c", $"exec {line} > /dev/null 2>&1"]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{line} ended with {process.ExitCode}");
        }
    }

    internal static void Signal(Process process, int signal)
    {
        if (!process.HasExited && Kill(process.Id, signal) != 0)
        {
            throw new InvalidOperationException($"signal {signal} was not taken");
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
