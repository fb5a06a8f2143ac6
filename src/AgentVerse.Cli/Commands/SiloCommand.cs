using System.CommandLine;
using System.CommandLine.Parsing;

using AgentVerse.Cli.Runs;
using AgentVerse.Cli.Shell;
using AgentVerse.Silo;
using AgentVerse.Silo.Configuration;

using Microsoft.AspNetCore.Builder;

namespace AgentVerse.Cli.Commands;

/// <summary>`agentverse silo`: hosts one silo of a cluster until SIGTERM or Ctrl+C.</summary>
internal static class SiloCommand
{
    private const int SilosMax = 64;

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "Configuration file (JSON with comments); see silo-config/README.md.",
        HelpName = "FILE",
    };

    private static readonly Option<int?> Number = new("--silo")
    {
        Description =
            "Number of this silo among those of this host that use one file: 1 by default, each with ports one higher.",
        HelpName = "N",
        Validators = { Arguments.Within<int?>(1, SilosMax) },
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Without --config: data folder, the same for all silos.",
        HelpName = "DIR",
    };

    private static readonly Option<int?> SiloPort = Arguments.Port(
        "--silo-port", "Without --config: port for other silos.");

    private static readonly Option<int?> GatewayPort = Arguments.Port(
        "--gateway-port", "Without --config: port for clients.");

    private static readonly Option<int?> PrimaryPort = Arguments.Port(
        "--primary-port", "Without --config: silo port of the cluster's first silo, unless this is the one.");

    private static readonly Option<int?> DashboardPort = Arguments.Port(
        "--dashboard-port", "Without --config: port of the Orleans Dashboard; by default none is served.");

    private static readonly Option<int?> Threads = Arguments.Port(
        "--threads", "Without --config: compute threads; by default one a core.");

    private static readonly Option<string> PluginFolder = Plugins.Option();

    internal static Command Create() => new Command(
        "silo", "Host a silo of a cluster until SIGTERM: as a file says, or on loopback without a database.")
    {
        Config, Number, Data, SiloPort, GatewayPort, PrimaryPort, DashboardPort, Threads, PluginFolder,
    }.Checked(OneOfBoth).Does(Run);

    private static async Task<int> Run(ParseResult arguments)
    {
        SiloSettings settings = arguments.GetValue(Config) is { } file
            ? FromFile(arguments, file)
            : FromOptions(arguments);
        Plugins.Load(settings.PluginFolder, out _);
        await DbCommand.RequireReady(settings.Cluster?.Database);
        Directory.CreateDirectory(settings.DataFolder);
        using StopSignals signals = new();
        await using WebApplication silo = SiloHost.Build(settings);
        await silo.StartAsync();
        TextWriter output = arguments.InvocationConfiguration.Output;
        if (settings.DashboardPort >= 0)
        {
            await output.WriteLineAsync($"dashboard {silo.Urls.First()}{SiloHost.DashboardPath}");
        }

        await output.WriteLineAsync("ready");
        await output.FlushAsync();
        await signals.First;
        await SiloHost.Drain(silo.Services, settings.DrainLimit);
        await silo.StopAsync();
        return ExitCode.Ok;
    }

    private static SiloSettings FromFile(ParseResult arguments, string file)
    {
        (SiloSettings? settings, IReadOnlyList<string> problems) =
            SiloConfigFile.Read(file, arguments.GetValue(Number) ?? 1, Environment.GetEnvironmentVariable);
        return settings is null
            ? throw new UserException(problems)
            : settings.PluginFolder.Length > 0 ? settings
            : settings with { PluginFolder = arguments.GetRequiredValue(PluginFolder) };
    }

    private static SiloSettings FromOptions(ParseResult arguments)
    {
        string data = Path.GetFullPath(arguments.GetRequiredValue(Data)!);
        int siloPort = arguments.GetValue(SiloPort) ?? 0;
        return new SiloSettings
        {
            DataFolder = data,
            PluginFolder = arguments.GetRequiredValue(PluginFolder),
            SiloPort = siloPort,
            GatewayPort = arguments.GetValue(GatewayPort) ?? 0,
            PrimaryPort = arguments.GetValue(PrimaryPort) ?? 0,
            DashboardPort = arguments.GetValue(DashboardPort) ?? -1,
            Threads = arguments.GetValue(Threads) ?? 0,
            LogFile = Path.Combine(data, ".log", $"silo-{siloPort}.log"),
        };
    }

    private static void OneOfBoth(CommandResult result)
    {
        Option[] own = [Data, SiloPort, GatewayPort, PrimaryPort, DashboardPort, Threads];
        bool hasFile = result.GetValue(Config) is not null;
        foreach (Option option in own.Where(o => hasFile && result.GetResult(o) is not null))
        {
            result.AddError($"{option.Name} stands in the configuration file; write it there, or leave --config out");
        }

        foreach (Option option in own.Take(3).Where(o => !hasFile && result.GetResult(o) is null))
        {
            result.AddError($"{option.Name} is missing: name --config FILE, or --data, --silo-port and --gateway-port");
        }

        if (!hasFile && result.GetResult(Number) is not null)
        {
            result.AddError("--silo counts the silos of a --config FILE");
        }
    }
}
