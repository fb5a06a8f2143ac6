using System.CommandLine;

using AgentVerse.Cli.Commands;
using AgentVerse.Cli.Shell;

ParseResult parsed = RootCommands.Create().Parse(args);

// Commands that run something take signals themselves: the first one stops cleanly, however long a tick takes.
parsed.InvocationConfiguration.ProcessTerminationTimeout = null;
int code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? ExitCode.BadInput : code;
