using AgentVerse.Model;
using AgentVerse.Model.Contracts;

using Microsoft.Extensions.Logging;

using Orleans.Storage;

namespace AgentVerse.Grains;

/// <summary>Coordinates one run: walks the phases over its groups, commits, restarts from the last commit.</summary>
[CollectionAgeLimit(AlwaysActive = true)]
public sealed partial class RunGrain(
    [PersistentState("run", RunGrain.Storage)] IPersistentState<RunControl> control,
    RunCoordination coordination,
    ILogger<RunGrain> logger) : Grain, IRunGrain
{
    /// <summary>Name of the grain storage that holds the control state of runs.</summary>
    public const string Storage = "control";

    private const int RestartsWithoutCommit = 8;
    private readonly InterventionQueue _interventions = new();
    private RunIncarnation? _current;
    private Task _loop = Task.CompletedTask;
    private bool _stopping;

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
        await control.WriteStateAsync();
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

    /// <inheritdoc/>
    public Task<RunResult> Result() => Task.FromResult(new RunResult
    {
        Parts = [.. Control.Published],
        Tables = [.. Control.Tables],
        Interventions = [.. Control.Interventions],
    });

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

    private void Go()
    {
        _stopping = false;
        _loop = Loop();
    }

    /// <summary>Incarnations until the run has ended; any failed call means one more, from the last commit.</summary>
    private async Task Loop()
    {
        while (Control.Phase == RunPhase.Running)
        {
            try
            {
                await RunOnce();
            }
            catch (InconsistentStateException)
            {
                LogSuperseded(Id);
                DeactivateOnIdle();
                return;
            }
            catch (Exception e) when (e is InvariantException or OverflowException)
            {
                await Fail(e.Message);
            }
            catch (Exception e)
            {
                LogRestart(Id, Control.Incarnation, e);
                if (++Control.Restarts > RestartsWithoutCommit)
                {
                    await Fail($"gave up after {RestartsWithoutCommit} restarts without a commit; the last error: {e.Message}");
                }
                else
                {
                    await Task.Delay(RunCoordination.PauseBefore(Control.Restarts));
                }
            }
        }
    }

    /// <summary>One incarnation: the driver. It walks the phases with await and knows none of them by name.</summary>
    private async Task RunOnce()
    {
        Control.Incarnation++;
        await control.WriteStateAsync();
        await using RunIncarnation run = await coordination.Begin(Control);
        _current = run;
        while (run.State.Next is { } phase)
        {
            if (run.State.BetweenTicks)
            {
                await _interventions.Log(run.State.Tick, Control.Interventions, control.WriteStateAsync);
                run.Intervene(Control.Interventions);
                bool stop = _stopping || run.State.Tick >= Control.Spec!.StopAt;
                if ((stop && run.State.Tick > 0) || run.CommitDue(Control))
                {
                    await Commit(run);
                }

                if (stop)
                {
                    Control.Phase = RunPhase.Stopped;
                    await control.WriteStateAsync();
                    return;
                }
            }

            run.State.Absorb(await run.Execute(phase));
        }

        await Commit(run, final: true);
    }

    /// <summary>Segments and staged files first, then the one write that makes them count, then the renames.</summary>
    private async Task Commit(RunIncarnation run, bool final = false)
    {
        await run.Save(Control, final);
        Control.Digest = final ? run.Digest() : "";
        Control.Phase = final ? RunPhase.Done : Control.Phase;
        Control.Restarts = 0;
        await control.WriteStateAsync();
        run.Publish(Control);
    }

    private async Task Fail(string error)
    {
        Control.Phase = RunPhase.Failed;
        Control.Error = error;
        LogFailed(Id, error);
        await control.WriteStateAsync();
    }
}
