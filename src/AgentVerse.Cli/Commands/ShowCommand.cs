using System.CommandLine;

using AgentVerse.Cli.Runs;
using AgentVerse.Cli.Shell;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse show DIR`: what an experiment is and how far it has come.</summary>
internal static class ShowCommand
{
    private static readonly Argument<string> Folder = Arguments.Folder();
    private static readonly Option<bool> Json = Arguments.Json("Print one JSON document.");

    internal static Command Create() =>
        new Command("show", "Show an experiment: its runs, digests and measures.") { Folder, Json }.Does(Run);

    private static int Run(ParseResult arguments)
    {
        ExperimentFolder folder = ExperimentFolder.Open(arguments.GetRequiredValue(Folder));
        Manifest manifest = ManifestFile.Read(folder);
        Screen screen = Screen.Of(arguments.InvocationConfiguration, json: false);
        Outcome outcome = new(
            manifest.Name, folder.Path, StatusOf(manifest), "", RunLine.Of(manifest), MeasuresTable.Read(folder))
        {
            Verdict = SearchTable.ReadVerdict(folder),
        };
        if (arguments.GetValue(Json))
        {
            screen.Output.WriteLine(outcome.Json());
            return ExitCode.Ok;
        }

        screen.Text.WriteLine($"experiment {manifest.Name}");
        screen.Text.WriteLine($"version    {manifest.Version}");
        screen.Text.WriteLine($"design     {manifest.Design}");
        screen.Text.WriteLine($"status     {outcome.Status}");
        foreach ((string what, string hash) in manifest.Provenance)
        {
            screen.Text.WriteLine($"{what}  {hash}");
        }

        outcome.Write(screen.Console);
        return ExitCode.Ok;
    }

    /// <summary>The manifest knows the runs that ended; whether the others are under way it does not know.</summary>
    internal static string StatusOf(Manifest manifest) =>
        manifest.Runs.Any(r => r.Status == RunStatus.Failed) ? "failed"
        : manifest.Runs.Any(r => r.Status == RunStatus.Stopped) ? "stopped"
        : manifest.Runs.Count == 0 || manifest.Runs.Any(r => r.Status == RunStatus.Running) ? "unfinished"
        : "done";
}
