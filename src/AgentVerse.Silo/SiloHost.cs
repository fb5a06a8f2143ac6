using System.Net;
using System.Net.Sockets;

using AgentVerse.Agents;
using AgentVerse.Grains;
using AgentVerse.Measures;
using AgentVerse.Mechanisms;
using AgentVerse.Model.Contracts;
using AgentVerse.Silo.Logging;
using AgentVerse.Silo.Plugins;
using AgentVerse.Silo.Storage;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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

    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(2);

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

        return services
            .AddSingleton(catalogue)
            .AddSingleton(new PluginSet([.. plugins.Select(p => $"{p.Name}@{p.Hash}")]))
            .AddSingleton(new ComputePool(settings.Threads))
            .AddSingleton(new DataFolder(Path.GetFullPath(settings.DataFolder)))
            .AddSingleton<RunFiles>()
            .AddSingleton<RunCoordination>()
            .AddSingleton<ExperimentDesk>()
            .AddKeyedSingleton<IGrainStorage>(RunGrain.Storage, (provider, _) => new FileGrainStorage(
                ControlFolderOf(settings),
                provider.GetRequiredService<Serializer>()));
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

    private static void AddLog(ILoggingBuilder logging, string file)
    {
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
        int siloPort = settings.SiloPort > 0 ? settings.SiloPort : FreePort();
        int gatewayPort = settings.GatewayPort > 0 ? settings.GatewayPort : FreePort();
        IPEndPoint? primary = settings.PrimaryPort > 0 ? new IPEndPoint(IPAddress.Loopback, settings.PrimaryPort) : null;
        silo.UseLocalhostClustering(siloPort, gatewayPort, primary, "agentverse", "agentverse");
        silo.Configure<EndpointOptions>(o => o.AdvertisedIPAddress = IPAddress.Loopback);
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            o.ProbeTimeout = Probe;
            o.NumMissedProbesLimit = 3;
            o.NumVotesForDeathDeclaration = 1;
            o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
            o.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        });
        silo.Configure<GrainCollectionOptions>(o => o.CollectionAge = TimeSpan.FromHours(12));
        silo.UseInMemoryReminderService();
        if (settings.DashboardPort >= 0)
        {
            silo.AddDashboard(o => o.HideTrace = true);
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
