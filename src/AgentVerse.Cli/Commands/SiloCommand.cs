using System.CommandLine;

using AgentVerse.Cli.Runs;
using AgentVerse.Cli.Shell;
using AgentVerse.Silo;

using Microsoft.AspNetCore.Builder;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse silo`: hosts one silo of a cluster on this host until SIGTERM or Ctrl+C.</summary>
internal static class SiloCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "Data folder: holds a folder for each experiment; the same for all silos.",
        HelpName = "DIR",
        Required = true,
    };

    private static readonly Option<int?> SiloPort = Required(Arguments.Port("--silo-port", "Port for other silos."));
    private static readonly Option<int?> GatewayPort = Required(Arguments.Port("--gateway-port", "Port for clients."));
    private static readonly Option<int?> PrimaryPort = Arguments.Port(
        "--primary-port", "Silo port of the cluster's first silo, unless this is the one.");

    private static readonly Option<int?> DashboardPort = Arguments.Port(
        "--dashboard-port", "Port of the Orleans Dashboard; by default none is served.");

    private static readonly Option<int?> Threads = Arguments.Port("--threads", "Compute threads; by default one a core.");
    private static readonly Option<string> PluginFolder = Plugins.Option();

    internal static Command Create() =>
        new Command("silo", "Host a silo of a cluster on this host until SIGTERM. The first silo must outlive the others.")
        {
            Data, SiloPort, GatewayPort, PrimaryPort, DashboardPort, Threads, PluginFolder,
        }.Does(Run);

    private static async Task<int> Run(ParseResult arguments)
    {
        string data = Path.GetFullPath(arguments.GetRequiredValue(Data));
        string plugins = arguments.GetRequiredValue(PluginFolder);
        Plugins.Load(plugins, out _);
        Directory.CreateDirectory(data);
        int siloPort = arguments.GetValue(SiloPort) ?? 0;
        using StopSignals signals = new();
        await using WebApplication silo = SiloHost.Build(new SiloSettings
        {
            DataFolder = data,
            PluginFolder = plugins,
            SiloPort = siloPort,
            GatewayPort = arguments.GetValue(GatewayPort) ?? 0,
            PrimaryPort = arguments.GetValue(PrimaryPort) ?? 0,
            DashboardPort = arguments.GetValue(DashboardPort) ?? -1,
            Threads = arguments.GetValue(Threads) ?? 0,
            LogFile = Path.Combine(data, ".log", $"silo-{siloPort}.log"),
        });
        await silo.StartAsync();
        TextWriter output = arguments.InvocationConfiguration.Output;
        if (arguments.GetValue(DashboardPort) is not null)
        {
            await output.WriteLineAsync($"dashboard {silo.Urls.First()}{SiloHost.DashboardPath}");
        }

        await output.WriteLineAsync("ready");
        await output.FlushAsync();
        await signals.First;
        await silo.StopAsync();
        return ExitCode.Ok;
    }

    private static Option<int?> Required(Option<int?> option)
    {
        option.Required = true;
        return option;
    }
}
