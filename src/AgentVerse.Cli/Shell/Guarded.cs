using System.CommandLine;
using System.CommandLine.Parsing;

using AgentVerse.Results;

using Orleans.Runtime.Messaging;

namespace AgentVerse.Cli.Shell;

/// <summary>
/// Runs what a command does: errors of the user become a message, errors of the program a line and a log.
/// </summary>
internal static class Guarded
{
    /// <summary>Adds a check of what was given together.</summary>
    internal static Command Checked(this Command command, Action<CommandResult> check)
    {
        command.Validators.Add(check);
        return command;
    }

    /// <summary>Sets a command's action.</summary>
    internal static Command Does(this Command command, Func<ParseResult, int> action) =>
        command.Does(result => Task.FromResult(action(result)));

    /// <summary>Sets a command's action.</summary>
    internal static Command Does(this Command command, Func<ParseResult, Task<int>> action)
    {
        command.SetAction((result, _) => Run(command.Name, () => action(result), result.InvocationConfiguration.Error));
        return command;
    }

    internal static async Task<int> Run(string command, Func<Task<int>> action, TextWriter error)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (e is UserException or ResultsException or UnauthorizedAccessException or IOException)
        {
            error.WriteLine($"{command}: {e.Message}");
            return ExitCode.BadInput;
        }
        catch (Exception e) when (e is ConnectionFailedException or SiloUnavailableException)
        {
            error.WriteLine($"{command}: the cluster does not answer; check the gateway's address and that its silo runs");
            return ExitCode.BadInput;
        }
        catch (Exception e)
        {
            error.WriteLine($"{command}: internal error: {e.Message.ReplaceLineEndings(" ")}; details in {Log(e)}");
            return ExitCode.Internal;
        }
    }

    private static string Log(Exception e)
    {
        string path = Path.Combine(Path.GetTempPath(), $"agentverse-error-{Guid.NewGuid():n}.log");
        File.WriteAllText(path, e.ToString());
        return path;
    }
}
