using System.CommandLine;
using System.Net;

using AgentVerse.Cli.Runs;
using AgentVerse.Cli.Shell;
using AgentVerse.Grains;
using AgentVerse.Model.Contracts;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;
using AgentVerse.Scenarios;
using AgentVerse.Silo.Plugins;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse resume DIR`: goes on with an experiment from the last commits of its runs.</summary>
internal static class ResumeCommand
{
    private static readonly Argument<string> Folder = Arguments.Folder();
    private static readonly Option<bool> Json =
        Arguments.Json("Write one JSON document to the output at the end; progress goes to the error stream.");

    private static readonly Option<string> PluginFolder = Plugins.Option();
    private static readonly Option<int?> Port =
        Arguments.Port("--port", "Port of the Orleans Dashboard on this host; by default a free one.");

    private static readonly Option<IPEndPoint[]?> Cluster = Arguments.Cluster();

    internal static Command Create() =>
        new Command("resume", "Go on with an experiment that was stopped, failed or was killed, from its last commit.")
        {
            Folder, Json, PluginFolder, Port, Cluster,
        }.Does(Run);

    private static Task<int> Run(ParseResult arguments) => arguments.GetValue(Cluster) is { Length: > 0 } gateways
        ? ResumeThere(arguments, gateways)
        : ResumeHere(arguments);

    private static async Task<int> ResumeHere(ParseResult arguments)
    {
        string plugins = arguments.GetRequiredValue(PluginFolder);
        ExperimentFolder folder = ExperimentFolder.Open(arguments.GetRequiredValue(Folder));
        ExperimentPlace place = ExperimentPlace.Of(folder.Path);
        Catalogue catalogue = Plugins.Load(plugins, out IReadOnlyList<PluginOrigin> origins);
        RequireSame(ManifestFile.Read(folder), origins);
        Scenario scenario = ExperimentInputs.Open(folder).Read(catalogue).Scenario
            ?? throw new UserException($"the scenario in {place.Shown} cannot be read with these plug-ins");
        Screen screen = Screen.Of(arguments.InvocationConfiguration, arguments.GetValue(Json));
        using FileStream held = place.Lock();
        using StopSignals signals = new();
        screen.Text.WriteLine($"resuming   {place.Shown}, seed {scenario.Seed}, version {Product.Version}");
        await using Workplace work = await Workplace.Embedded(
            place, plugins, arguments.GetValue(Port), scenario.Execution.Threads);
        screen.Text.WriteLine($"dashboard  {work.Dashboard}");
        await Begin(work, place.Name);
        return await new Session(work, place.Name, place, scenario.Design.RunCount, screen)
            .Follow(signals, $"agentverse resume {place.Shown}");
    }

    private static async Task<int> ResumeThere(ParseResult arguments, IPEndPoint[] gateways)
    {
        string name = ExperimentPlace.Of(arguments.GetRequiredValue(Folder)).Name;
        Screen screen = Screen.Of(arguments.InvocationConfiguration, arguments.GetValue(Json));
        using StopSignals signals = new();
        await using Workplace work = await Workplace.Cluster(gateways);
        screen.Text.WriteLine($"resuming   {name} in the cluster of {Workplace.Shown(gateways)}");
        await Begin(work, name);
        return await new Session(work, name, null, runs: 1, screen)
            .Follow(signals, $"agentverse resume {name} --cluster {Workplace.Shown(gateways)}");
    }

    private static async Task Begin(Workplace work, string name)
    {
        ExperimentStatus status = await work.Client.Status(name);
        string refusal = await work.Client.Resume(name);
        if (refusal.Length > 0)
        {
            throw new UserException(refusal);
        }

        if (status.Phase == RunPhase.Waiting && (await work.Client.Status(name)).Phase == RunPhase.Waiting)
        {
            throw new UserException(
                $"there is no experiment {name} that was begun; the folder was renamed, or its control state is gone");
        }
    }

    /// <summary>Half a run of one version and half of another would be a run of none.</summary>
    private static void RequireSame(Manifest manifest, IReadOnlyList<PluginOrigin> origins)
    {
        if (!string.Equals(manifest.Version, Product.Version, StringComparison.Ordinal))
        {
            throw new UserException(
                $"the experiment was begun with version {manifest.Version}; this is {Product.Version}. "
                + "Resume with the version that it was begun with, or run it again");
        }

        Dictionary<string, string> loaded = origins.ToDictionary(o => $"plugin {o.Name}", o => o.Hash);
        foreach ((string plugin, string hash) in manifest.Provenance)
        {
            if (plugin.StartsWith("plugin ", StringComparison.Ordinal)
                && !string.Equals(loaded.GetValueOrDefault(plugin), hash, StringComparison.Ordinal))
            {
                throw new UserException(
                    $"{plugin} is not the file that the experiment was begun with. Restore that file, or run it again");
            }
        }
    }
}
