using System.Runtime.InteropServices;

using AgentVerse.Cli.Shell;

namespace AgentVerse.Cli.Runs;

/// <summary>Ctrl+C and SIGTERM: the first asks for a clean stop, the second ends the program at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;
    private int _count;

    internal StopSignals()
    {
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Take),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take),
        ];
    }

    /// <summary>Whether a stop was asked for.</summary>
    internal bool Asked => _first.Task.IsCompleted;

    /// <summary>Completes with the first signal.</summary>
    internal Task First => _first.Task;

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_registrations, r => r.Dispose());

    private void Take(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _count) > 1)
        {
            Environment.Exit(ExitCode.Stopped);
        }

        _first.TrySetResult();
    }
}
