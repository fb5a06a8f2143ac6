using System.CommandLine;
using AgentVerse.Cli.Conformance;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse conformance FOLDER`: runs the mechanisms on published cases and compares.</summary>
internal static class ConformanceCommand
{
    internal const int AllAgree = 0;
    internal const int SomeDisagree = 1;
    internal const int BadInput = 2;

    internal static Command Create()
    {
        Argument<string> folder = new("FOLDER")
        {
            Description = "Folder of case files (*.json, searched recursively).",
        };
        Option<string?> emit = new("--emit")
        {
            Description = "Write {file, id, op, actual} of each case to this file, one JSON a line.",
        };
        Command command = new("conformance", "Run the mechanisms on published cases and report how many agree.")
        {
            folder,
            emit,
        };
        command.SetAction(result => Run(
            result.GetRequiredValue(folder),
            result.GetValue(emit),
            result.InvocationConfiguration.Output,
            result.InvocationConfiguration.Error));
        return command;
    }

    internal static int Run(string folder, string? emitPath, TextWriter output, TextWriter error)
    {
        try
        {
            IReadOnlyList<CaseFile> files = CaseFolder.Read(folder);
            using StreamWriter? emit = emitPath is null ? null : new StreamWriter(emitPath);
            ConformanceReport report = ConformanceRun.Of(files, OperationTable.All, emit);
            report.Write(output);
            return report.Failed == 0 ? AllAgree : SomeDisagree;
        }
        catch (Exception e) when (e is CaseFileException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"conformance: {e.Message}");
            return BadInput;
        }
    }
}
