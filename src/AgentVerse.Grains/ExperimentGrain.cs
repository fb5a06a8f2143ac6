using Microsoft.Extensions.Logging;

namespace AgentVerse.Grains;

/// <summary>Plans the runs of one experiment, starts as many at once as the queue allows, follows them.</summary>
[CollectionAgeLimit(Minutes = 5)]
public sealed partial class ExperimentGrain : Grain, IExperimentGrain
{
    private readonly IPersistentState<ExperimentControl> _control;
    private readonly ControlWriter<ExperimentControl> _writer;
    private readonly ExperimentDesk _desk;
    private readonly SiloPresence _presence;
    private readonly ILogger<ExperimentGrain> _logger;
    private Task _loop = Task.CompletedTask;
    private bool _gone;

    /// <summary>Made by Orleans.</summary>
    public ExperimentGrain(
        [PersistentState("experiment", RunGrain.Storage)] IPersistentState<ExperimentControl> control,
        ExperimentDesk desk,
        SiloPresence presence,
        ILogger<ExperimentGrain> logger)
    {
        _control = control;
        _writer = new ControlWriter<ExperimentControl>(control);
        _desk = desk;
        _presence = presence;
        _logger = logger;
    }

    private ExperimentControl Control => _control.State;

    private bool AnyStopped => Control.Runs.Any(r => r.Status?.Phase == RunPhase.Stopped);

    private string Id => this.GetPrimaryKeyString();

    private IQueueGrain Queue => GrainFactory.GetGrain<IQueueGrain>(0);

    /// <inheritdoc/>
    public async Task<SubmissionAnswer> Submit(Submission submission)
    {
        if (Control.Phase != RunPhase.Waiting)
        {
            return Refused($"experiment {Id} exists already; resume it, or name another folder");
        }

        IReadOnlyList<string> problems = await _desk.Accept(Id, submission);
        if (problems.Count > 0)
        {
            return new SubmissionAnswer { Problems = problems };
        }

        string refusal = await Begin(submission.Priority);
        if (refusal.Length > 0)
        {
            await _desk.Delete(Id, []);
            return Refused(refusal);
        }

        return new SubmissionAnswer { Experiment = Id };
    }

    /// <inheritdoc/>
    public async Task<string> Resume()
    {
        if (Control.Stopping)
        {
            await _loop;
        }

        // A silo that died between taking an experiment in and beginning it leaves one that waits.
        bool waits = Control.Phase == RunPhase.Waiting && _desk.Has(Id);
        if (!_loop.IsCompleted || Control.Phase is RunPhase.Done || (Control.Phase == RunPhase.Waiting && !waits))
        {
            return "";
        }

        foreach (RunEntry entry in Control.Runs.Where(r => r.Status?.Phase is RunPhase.Failed or RunPhase.Stopped))
        {
            entry.Status = null;
            entry.Reported = false;
        }

        return await Begin(Control.Priority);
    }

    /// <inheritdoc/>
    public async Task Wake()
    {
        if (Control.Phase == RunPhase.Running && _loop.IsCompleted)
        {
            Go();
        }
        else if (Control.Phase is RunPhase.Done or RunPhase.Failed or RunPhase.Stopped)
        {
            await Queue.Leave(Id, Control.Phase);
        }
    }

    /// <inheritdoc/>
    public async Task Cancel()
    {
        if (Control.Phase == RunPhase.Running && !Control.Stopping)
        {
            Control.Stopping = true;
            await _writer.Write();
            await Wake();
        }
    }

    /// <inheritdoc/>
    public async Task Stop()
    {
        await Cancel();
        await _loop;
    }

    /// <inheritdoc/>
    public async Task Prioritise(int priority)
    {
        Control.Priority = priority;
        await _writer.Write();
        await Queue.Prioritise(Id, priority);
    }

    /// <inheritdoc/>
    public async Task Delete()
    {
        await Stop();
        foreach (RunEntry entry in Control.Runs)
        {
            await RunOf(entry).Forget();
        }

        await _desk.Delete(Id, [.. Control.Runs.Select(r => r.Spec.RunId)]);
        await Queue.Forget(Id);
        await _control.ClearStateAsync();
        DeactivateOnIdle();
    }

    /// <inheritdoc/>
    public Task<ExperimentStatus> Status() => Task.FromResult(new ExperimentStatus
    {
        Experiment = Id,
        Phase = _loop.IsCompleted ? Control.Phase : RunPhase.Running,
        Error = Control.Error,
        Runs = [.. Control.Runs.Select(r => new PlannedRun { Spec = r.Spec, Status = r.Status ?? RunReport.Waiting(r.Spec) })],
    });

    /// <summary>The loop of an activation that is gone ends: another one goes on.</summary>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _gone = true;
        return Task.CompletedTask;
    }

    private static SubmissionAnswer Refused(string why) => new() { Problems = [why] };

    /// <summary>Enters the queue and begins; gives why the queue refuses.</summary>
    private async Task<string> Begin(int priority)
    {
        string refusal = await Queue.Enter(Id, priority);
        if (refusal.Length == 0)
        {
            Control.Phase = RunPhase.Running;
            Control.Error = "";
            Control.Stopping = false;
            Control.Priority = priority;
            await _writer.Write();
            Go();
        }

        return refusal;
    }

    private IRunGrain RunOf(RunEntry entry) => GrainFactory.GetGrain<IRunGrain>(entry.Spec.Key);
}
