using System.CommandLine;

using Spectre.Console;

namespace AgentVerse.Cli.Runs;

/// <summary>
/// Where a command writes: text on the output, or one JSON document there and text on the error stream.
/// </summary>
/// <param name="Console">Takes text.</param>
/// <param name="Output">The output.</param>
/// <param name="Json">Whether the output is one JSON document.</param>
internal sealed record Screen(IAnsiConsole Console, TextWriter Output, bool Json)
{
    /// <summary>Wide enough that nothing is cut in a file.</summary>
    private const int WidthOfFiles = 160;

    internal TextWriter Text => Console.Profile.Out.Writer;

    internal static Screen Of(InvocationConfiguration invocation, bool json)
    {
        TextWriter text = json ? invocation.Error : invocation.Output;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return new Screen(console, invocation.Output, json);
    }
}
