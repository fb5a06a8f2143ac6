using Microsoft.Extensions.Logging;

using Orleans.Storage;

namespace AgentVerse.Grains;

/// <summary>Plans the runs of one experiment, starts as many at once as the cluster takes, follows them.</summary>
[CollectionAgeLimit(AlwaysActive = true)]
public sealed partial class ExperimentGrain(
    [PersistentState("experiment", RunGrain.Storage)] IPersistentState<ExperimentControl> control,
    ExperimentDesk desk,
    ILogger<ExperimentGrain> logger) : Grain, IExperimentGrain
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private Task _loop = Task.CompletedTask;
    private bool _stopping;

    private ExperimentControl Control => control.State;

    private bool AnyStopped => Control.Runs.Any(r => r.Status?.Phase == RunPhase.Stopped);

    private string Id => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task<SubmissionAnswer> Submit(Submission submission)
    {
        if (Control.Phase != RunPhase.Waiting)
        {
            return new SubmissionAnswer { Problems = [$"experiment {Id} exists already; resume it, or name another folder"] };
        }

        IReadOnlyList<string> problems = await desk.Accept(Id, submission);
        if (problems.Count == 0)
        {
            await Begin();
        }

        return new SubmissionAnswer { Experiment = problems.Count == 0 ? Id : "", Problems = problems };
    }

    /// <inheritdoc/>
    public async Task Resume()
    {
        if (!_loop.IsCompleted || Control.Phase is RunPhase.Waiting or RunPhase.Done)
        {
            return;
        }

        foreach (RunEntry entry in Control.Runs.Where(r => r.Status?.Phase is RunPhase.Failed or RunPhase.Stopped))
        {
            entry.Status = null;
        }

        await Begin();
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
    public Task<ExperimentStatus> Status() => Task.FromResult(new ExperimentStatus
    {
        Experiment = Id,
        Phase = _loop.IsCompleted ? Control.Phase : RunPhase.Running,
        Error = Control.Error,
        Runs = [.. Control.Runs.Select(r => new PlannedRun { Spec = r.Spec, Status = r.Status ?? RunReport.Waiting(r.Spec) })],
    });

    private async Task Begin()
    {
        Control.Phase = RunPhase.Running;
        Control.Error = "";
        await control.WriteStateAsync();
        await GrainFactory.GetGrain<IRegistryGrain>(0).Add(Id);
        Go();
    }

    private void Go()
    {
        _stopping = false;
        _loop = Loop();
    }

    /// <summary>Works to the end, unless another activation has taken over: a lost silo can leave two for a while.</summary>
    private async Task Loop()
    {
        try
        {
            await control.WriteStateAsync();
            await Work();
            await GrainFactory.GetGrain<IRegistryGrain>(0).Remove(Id);
        }
        catch (InconsistentStateException)
        {
            LogSuperseded(Id);
            DeactivateOnIdle();
        }
    }

    private async Task Work()
    {
        try
        {
            ExperimentWork work = await desk.Open(Id);
            while (!_stopping && !AnyStopped && await Plan(work))
            {
                using SemaphoreSlim lanes = new(work.Lanes);
                await Task.WhenAll(Control.Runs.Where(r => !r.Ended).Select(r => Follow(work, r, lanes)));
            }

            await End(work);
        }
        catch (Exception e) when (e is not InconsistentStateException)
        {
            LogFailed(Id, e);
            Control.Phase = RunPhase.Failed;
            Control.Error = e.Message;
            await control.WriteStateAsync();
        }
    }

    /// <summary>Adds the runs to do next; false if the plan is done.</summary>
    private async Task<bool> Plan(ExperimentWork work)
    {
        if (Control.Runs.All(r => r.Ended))
        {
            IReadOnlyList<RunSpec> next = work.Next(Control.Runs);
            Control.Runs.AddRange(next.Select(spec => new RunEntry { Spec = spec }));
            await work.Announce(next);
            await control.WriteStateAsync();
        }

        return Control.Runs.Any(r => !r.Ended);
    }

    private async Task Follow(ExperimentWork work, RunEntry entry, SemaphoreSlim lanes)
    {
        await lanes.WaitAsync();
        try
        {
            await (_stopping ? Task.CompletedTask : FollowToEnd(work, entry));
        }
        finally
        {
            lanes.Release();
        }
    }

    private async Task FollowToEnd(ExperimentWork work, RunEntry entry)
    {
        IRunGrain run = RunOf(entry);
        await run.Start(entry.Spec);
        entry.Status = await run.Status();
        while (entry.Status.Phase == RunPhase.Running)
        {
            await Task.Delay(Poll);
            try
            {
                await (_stopping ? run.Stop() : run.Wake());
                entry.Status = await run.Status();
            }
            catch (Exception e) when (e is OrleansException or TimeoutException)
            {
                LogUnreachable(Id, entry.Spec.RunId, e);
            }
        }

        // Whoever was superseded learns it here, before it touches the manifest.
        await control.WriteStateAsync();
        await work.Report(entry, await run.Result());
        await control.WriteStateAsync();
    }

    private async Task End(ExperimentWork work)
    {
        Control.Phase = Control.Runs.Count == 0 || Control.Runs.Any(r => !r.Ended) ? RunPhase.Stopped
            : Control.Runs.Any(r => r.Status!.Phase == RunPhase.Failed) ? RunPhase.Failed
            : RunPhase.Done;
        Control.Error = Control.Runs.FirstOrDefault(r => r.Status?.Phase == RunPhase.Failed)?.Status!.Error ?? "";
        await work.Finish(Control.Runs);
        await control.WriteStateAsync();
    }

    private IRunGrain RunOf(RunEntry entry) => GrainFactory.GetGrain<IRunGrain>(entry.Spec.Key);
}
