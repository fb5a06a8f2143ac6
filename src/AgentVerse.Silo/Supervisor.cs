using AgentVerse.Grains;

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentVerse.Silo;

/// <summary>Wakes unfinished experiments every few seconds: one of them lost its coordinator with a silo.</summary>
internal sealed partial class Supervisor(IGrainFactory grains, ILogger<Supervisor> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Period);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (string experiment in await grains.GetGrain<IRegistryGrain>(0).Unfinished())
                {
                    await grains.GetGrain<IExperimentGrain>(experiment).Wake();
                }
            }
            catch (Exception e) when (e is OrleansException or TimeoutException)
            {
                LogUnreachable(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The supervisor could not reach all experiments; it tries again")]
    private partial void LogUnreachable(Exception cause);
}
