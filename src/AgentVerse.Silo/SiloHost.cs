using System.Diagnostics;

using AgentVerse.Agents;
using AgentVerse.Grains;
using AgentVerse.Measures;
using AgentVerse.Mechanisms;
using AgentVerse.Model.Contracts;
using AgentVerse.Results.Checkpoints;
using AgentVerse.Silo.Logging;
using AgentVerse.Silo.Plugins;
using AgentVerse.Silo.Storage;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Serialization;
using Orleans.Storage;

namespace AgentVerse.Silo;

/// <summary>
/// Hosts a silo in this process: Orleans, the grains, control state in files, the dashboard on loopback.
/// </summary>
public static class SiloHost
{
    /// <summary>Path of the dashboard below the web address.</summary>
    public const string DashboardPath = "/orleans";

    private static readonly TimeSpan DrainPoll = TimeSpan.FromMilliseconds(100);

    /// <summary>A host that is built but not started.</summary>
    public static WebApplication Build(SiloSettings settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        AddLog(builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning), settings.LogFile);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Math.Max(0, settings.DashboardPort)}");
        builder.Services.AddAgentVerse(settings);
        builder.Host.UseOrleans(silo => Configure(silo, settings));
        WebApplication app = builder.Build();
        if (settings.DashboardPort >= 0)
        {
            app.MapOrleansDashboard(DashboardPath);
            app.MapGet("/", () => TypedResults.Redirect(DashboardPath));
        }

        return app;
    }

    /// <summary>Registers what the grains need: catalogue, compute pool, files, coordination, supervisor.</summary>
    public static IServiceCollection AddAgentVerse(this IServiceCollection services, SiloSettings settings)
    {
        Catalogue catalogue = CatalogueOf(settings.PluginFolder, out IReadOnlyList<PluginOrigin> plugins);
        if (settings.Supervises)
        {
            services.AddHostedService<Supervisor>();
        }

        if (settings.Cluster is null)
        {
            services.AddKeyedSingleton<IGrainStorage>(RunGrain.Storage, (provider, _) => new FileGrainStorage(
                ControlFolderOf(settings), provider.GetRequiredService<Serializer>()));
        }

        return services
            .AddSingleton(catalogue)
            .AddSingleton(new PluginSet([.. plugins.Select(p => $"{p.Name}@{p.Hash}")]))
            .AddSingleton(new ComputePool(settings.Threads))
            .AddSingleton(new DataFolder(Path.GetFullPath(settings.DataFolder)))
            .AddSingleton(settings.Queue)
            .AddSingleton<SiloPresence>()
            .AddSingleton<SiloShared>()
            .AddSingleton(SegmentsOf(settings))
            .AddSingleton<RunFiles>()
            .AddSingleton<RunCoordination>()
            .AddSingleton<ExperimentDesk>();
    }

    /// <summary>Where the control state lies.</summary>
    public static string ControlFolderOf(SiloSettings settings) => Path.GetFullPath(
        settings.ControlFolder.Length > 0 ? settings.ControlFolder : Path.Combine(settings.DataFolder, ".control"));

    /// <summary>Everything that scenarios may name: ours, then plug-ins.</summary>
    public static Catalogue CatalogueOf(string pluginFolder, out IReadOnlyList<PluginOrigin> plugins)
    {
        Catalogue catalogue = new();
        MechanismsCatalogue.Register(catalogue);
        AgentsCatalogue.Register(catalogue);
        MeasuresCatalogue.Register(catalogue);
        plugins = pluginFolder.Length > 0 ? PluginLoader.Load(pluginFolder, catalogue) : [];
        return catalogue;
    }

    /// <summary>
    /// Lets what is under way commit and move to other silos, for a limited time; the silo is stopped then.
    /// </summary>
    public static async Task Drain(IServiceProvider services, TimeSpan limit)
    {
        SiloPresence presence = services.GetRequiredService<SiloPresence>();
        presence.Leave();
        long begin = Stopwatch.GetTimestamp();
        while (!presence.IsIdle && Stopwatch.GetElapsedTime(begin) < limit)
        {
            await Task.Delay(DrainPoll);
        }
    }

    private static SegmentStores SegmentsOf(SiloSettings settings) =>
        settings is { CheckpointsInDatabase: true, Cluster: { } cluster }
            ? folder => new DatabaseSegments(cluster.Database, Path.GetFileName(folder.Path))
            : folder => new FolderSegments(folder);

    private static void AddLog(ILoggingBuilder logging, string file)
    {
        // Orleans tries placements again through Polly, which warns of each attempt; what comes of them is logged anyway.
        logging.AddFilter("Polly", LogLevel.None);
        if (file.Length > 0)
        {
            logging.AddProvider(new FileLoggerProvider(file));
        }
        else
        {
            logging.AddSimpleConsole();
        }
    }

    private static void Configure(ISiloBuilder silo, SiloSettings settings)
    {
        Clustering.Configure(silo, settings);
        silo.Configure<GrainCollectionOptions>(o => o.CollectionAge = TimeSpan.FromHours(12));
        silo.UseInMemoryReminderService();
        if (settings.DashboardPort >= 0)
        {
            silo.AddDashboard(o => o.HideTrace = true);
        }
    }
}
