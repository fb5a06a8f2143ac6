using Microsoft.Extensions.Hosting;

namespace AgentVerse.Silo;

/// <summary>Leaves signals to whoever hosts the silo: a command stops its runs first, and then the silo.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
