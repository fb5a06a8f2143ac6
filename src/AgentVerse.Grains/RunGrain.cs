using AgentVerse.Model.Contracts;

using Microsoft.Extensions.Logging;

namespace AgentVerse.Grains;

/// <summary>Coordinates one run: walks the phases over its groups, commits, restarts from the last commit.</summary>
[CollectionAgeLimit(Minutes = 5)]
public sealed partial class RunGrain(
    [PersistentState("run", RunGrain.Storage)] IPersistentState<RunControl> control,
    RunCoordination coordination,
    SiloPresence presence,
    ILogger<RunGrain> logger) : Grain, IRunGrain
{
    /// <summary>Name of the grain storage that holds the control state of runs.</summary>
    public const string Storage = "control";

    private readonly InterventionQueue _interventions = new();
    private RunIncarnation? _current;
    private Task _loop = Task.CompletedTask;
    private bool _stopping;
    private bool _gone;

    private RunControl Control => control.State;

    private string Id => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task Start(RunSpec spec)
    {
        if (Control.Phase == RunPhase.Done || !_loop.IsCompleted)
        {
            return;
        }

        Control.Spec ??= spec;
        Control.Spec = Control.Spec with { StopAt = spec.StopAt };
        Control.Phase = RunPhase.Running;
        Control.Error = "";
        Control.Restarts = 0;
        await Write();
        Go();
    }

    /// <inheritdoc/>
    public Task Wake()
    {
        if (Control.Phase == RunPhase.Running && _loop.IsCompleted)
        {
            Go();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task Stop()
    {
        _stopping = true;
        await _loop;
    }

    /// <inheritdoc/>
    public async Task Forget()
    {
        await Stop();
        await control.ClearStateAsync();
        DeactivateOnIdle();
    }

    /// <inheritdoc/>
    public Task<RunStatus> Status() => Task.FromResult(RunReport.Of(Control, _current, _loop.IsCompleted));

    /// <summary>
    /// A run that ended just before its silo did may have files that are committed and not yet in place.
    /// </summary>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (Control.Phase == RunPhase.Done)
        {
            await coordination.Recover(Control);
        }
    }

    /// <summary>The loop of an activation that is gone ends: another one goes on.</summary>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _gone = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<RunResult> Result()
    {
        if (_loop.IsCompleted)
        {
            // It was the last question; thousands of runs that are done would fill the memory.
            DeactivateOnIdle();
        }

        return new RunResult
        {
            Parts = await coordination.Published(Control),
            Tables = [.. Control.Tables],
            Interventions = [.. Control.Interventions],
        };
    }

    /// <inheritdoc/>
    public Task<string> Inspect(string population, int index)
    {
        RunIncarnation running = _current ?? throw new InvalidOperationException("the run is not under way");
        AgentRef agent = running.Find(population, index);
        return running.Inspect(agent);
    }

    /// <inheritdoc/>
    public async Task<int> Intervene(string population, int index, string policy)
    {
        RunIncarnation running = _current ?? throw new InvalidOperationException("the run is not under way");
        AgentRef agent = running.Find(population, index);
        return await _interventions.Add(agent, running.FindPolicy(agent, policy));
    }
}
