using System.Net;

using AgentVerse.Client;
using AgentVerse.Silo;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AgentVerse.Cli.Runs;

/// <summary>Where experiments run: a silo in this process, or a cluster.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly WebApplication? _silo;

    private Workplace(AgentVerseClient client, WebApplication? silo, string dashboard)
    {
        Client = client;
        _silo = silo;
        Dashboard = dashboard;
    }

    internal AgentVerseClient Client { get; }

    /// <summary>Address of the Orleans Dashboard; empty if it is not known here.</summary>
    internal string Dashboard { get; }

    /// <summary>Starts a silo of its own for one experiment.</summary>
    internal static async Task<Workplace> Embedded(ExperimentPlace place, string plugins, int? port, int threads)
    {
        WebApplication silo = SiloHost.Build(new SiloSettings
        {
            DataFolder = place.Parent,
            PluginFolder = plugins,
            ControlFolder = place.ControlFolder,
            LogFile = place.LogFile,
            DashboardPort = port ?? 0,
            Threads = threads,
            Supervises = false,
        });
        try
        {
            await silo.StartAsync();
        }
        catch (Exception)
        {
            await silo.DisposeAsync();
            throw;
        }

        string dashboard = $"{silo.Urls.First()}{SiloHost.DashboardPath}";
        return new Workplace(
            AgentVerseClient.Over(silo.Services.GetRequiredService<IGrainFactory>()), silo, dashboard);
    }

    /// <summary>Connects to a cluster.</summary>
    internal static async Task<Workplace> Cluster(IPEndPoint[] gateways) =>
        new(await AgentVerseClient.Connect(gateways), null, "");

    /// <summary>Gateways as a user writes them.</summary>
    internal static string Shown(IPEndPoint[] gateways) => string.Join(',', gateways.Select(g => g.ToString()));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        if (_silo is not null)
        {
            await _silo.StopAsync();
            await _silo.DisposeAsync();
        }
    }
}
