using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

using AgentVerse.Cli.Replays;
using AgentVerse.Cli.Shell;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse audit DIR`: what a shard had, got and did in a tick, as cases.</summary>
internal static class AuditCommand
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Argument<string> Folder = Arguments.Folder();
    private static readonly Option<string> RunName = Arguments.Run();
    private static readonly Option<int?> Tick = Arguments.Tick(required: true, "Tick that is audited, from 0.");
    private static readonly Option<string> Shard = new("--shard")
    {
        Description = "Shard: its network and its name in it, such as wse1/market.",
        HelpName = "network/name",
        Required = true,
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "File for the cases; by default the output.",
        HelpName = "FILE",
    };

    private static readonly Option<string> PluginFolder = Plugins.Option();

    internal static Command Create() =>
        new Command("audit", "Write what a shard had, got and did in a tick as cases that 'conformance' reads.")
        {
            Folder, RunName, Tick, Shard, Out, PluginFolder,
        }.Does(Run);

    private static int Run(ParseResult arguments)
    {
        ExperimentFolder folder = ExperimentFolder.Open(arguments.GetRequiredValue(Folder));
        ManifestRun run = Replay.Find(ManifestFile.Read(folder), arguments.GetRequiredValue(RunName));
        Replay replay = Replay.Open(folder, run, Plugins.Load(arguments.GetRequiredValue(PluginFolder), out _));
        int tick = arguments.GetRequiredValue(Tick)!.Value;
        string shard = arguments.GetRequiredValue(Shard);
        replay.RequireTick(tick);
        replay.ShardOf(shard);
        replay.RunTo(tick);
        string text = new ShardAudit($"run {run.Id}").Of(replay, shard).ToJsonString(Indented) + "\n";
        if (arguments.GetValue(Out) is { } path)
        {
            File.WriteAllText(path, text);
        }
        else
        {
            arguments.InvocationConfiguration.Output.Write(text);
        }

        return ExitCode.Ok;
    }
}
