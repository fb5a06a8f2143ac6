using AgentVerse.Grains;

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentVerse.Silo;

/// <summary>
/// Wakes unfinished experiments every few seconds, and at once when silos come or go: one of them may have lost its
/// coordinator with a silo.
/// </summary>
internal sealed partial class Supervisor(
    IGrainFactory grains, SiloPresence presence, ISiloStatusOracle silos, ILogger<Supervisor> logger)
    : BackgroundService, ISiloStatusListener
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    /// <summary>A silo is known to the others a moment after it has started.</summary>
    private static readonly TimeSpan Beginning = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _changed = new(0);

    /// <inheritdoc/>
    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status) => _changed.Release();

    /// <inheritdoc/>
    public override void Dispose()
    {
        silos.UnSubscribeFromSiloStatusEvents(this);
        base.Dispose();
        _changed.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        silos.SubscribeToSiloStatusEvents(this);
        await Task.Delay(Beginning, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Wake();
            await presence.Sweep();
            await _changed.WaitAsync(Period, stoppingToken);
            while (_changed.CurrentCount > 0)
            {
                await _changed.WaitAsync(stoppingToken);
            }
        }
    }

    private async Task Wake()
    {
        try
        {
            foreach (QueuedExperiment queued in await grains.GetGrain<IQueueGrain>(0).List())
            {
                if (queued.Phase is RunPhase.Waiting or RunPhase.Running)
                {
                    await grains.GetGrain<IExperimentGrain>(queued.Experiment).Wake();
                }
            }
        }
        catch (Exception e)
        {
            LogUnreachable(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The supervisor could not reach all experiments; it tries again")]
    private partial void LogUnreachable(Exception cause);
}
