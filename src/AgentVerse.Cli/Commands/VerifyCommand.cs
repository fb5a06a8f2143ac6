using System.CommandLine;

using AgentVerse.Cli.Replays;
using AgentVerse.Cli.Shell;
using AgentVerse.Grains;
using AgentVerse.Model.Contracts;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;

using RunStatus = AgentVerse.Results.Experiments.RunStatus;

namespace AgentVerse.Cli.Commands;

/// <summary>
/// `agentverse verify DIR`: checks the files against the manifest, then runs again and compares digests.
/// </summary>
internal static class VerifyCommand
{
    private static readonly Argument<string> Folder = Arguments.Folder();
    private static readonly Option<bool> FilesOnly = new("--files") { Description = "Check the files only." };
    private static readonly Option<string> PluginFolder = Plugins.Option();

    internal static Command Create() =>
        new Command("verify", "Check that the files fit the manifest, then run again and compare the digests.")
        {
            Folder, FilesOnly, PluginFolder,
        }.Does(Run);

    private static int Run(ParseResult arguments)
    {
        TextWriter output = arguments.InvocationConfiguration.Output;
        ExperimentFolder folder = ExperimentFolder.Open(arguments.GetRequiredValue(Folder));
        Manifest manifest = ManifestFile.Read(folder);
        bool fits = true;
        foreach ((int index, ManifestRun run) in manifest.Runs.Index())
        {
            if (run.Status == RunStatus.Running)
            {
                output.WriteLine($"run {index + 1}: has not ended; 'agentverse resume' goes on with it");
                continue;
            }

            IReadOnlyList<string> problems = Verification.Problems(folder, run);
            fits &= problems.Count == 0;
            output.WriteLine($"run {index + 1}: {(problems.Count == 0 ? "files fit the manifest" : "files differ")}");
            foreach (string problem in problems)
            {
                output.WriteLine($"  {problem}");
            }
        }

        if (fits && !arguments.GetValue(FilesOnly))
        {
            fits = RunAgain(folder, manifest, arguments.GetRequiredValue(PluginFolder), output);
        }

        output.WriteLine(fits ? "verified" : "not verified");
        return fits ? ExitCode.Ok : ExitCode.Differs;
    }

    private static bool RunAgain(ExperimentFolder folder, Manifest manifest, string plugins, TextWriter output)
    {
        Catalogue catalogue = Plugins.Load(plugins, out _);
        if (!string.Equals(manifest.Version, Product.Version, StringComparison.Ordinal))
        {
            output.WriteLine($"note: the experiment is of version {manifest.Version}; this is {Product.Version}");
        }

        bool same = true;
        foreach ((int index, ManifestRun run) in manifest.Runs.Index().Where(r => r.Item.Status == RunStatus.Done))
        {
            Replay replay = Replay.Open(folder, run, catalogue);
            replay.RunTo();
            bool equal = string.Equals(replay.Digest, run.Digest, StringComparison.Ordinal);
            same &= equal;
            output.WriteLine(equal
                ? $"run {index + 1}: run again, digest {replay.Digest}"
                : $"run {index + 1}: run again, digest {replay.Digest}; the manifest lists {run.Digest}");
        }

        return same;
    }
}
