using AgentVerse.Model;
using AgentVerse.Results;

using Orleans.Storage;

namespace AgentVerse.Grains;

/// <summary>The work of an experiment: plan, follow, report, until the plan is done.</summary>
public sealed partial class ExperimentGrain
{
    private const int FailuresMax = 8;

    /// <summary>Failed calls in a row, about two minutes of them, before a run is taken to be broken.</summary>
    private const int CallsMax = 20;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether this activation is to leave the experiment to another one.</summary>
    private bool Yields => _gone || _presence.Leaving;

    /// <summary>
    /// Begins to work, unless the silo is leaving: then the supervisor of another one wakes it there.
    /// </summary>
    private void Go()
    {
        if (_presence.Leaving)
        {
            DeactivateOnIdle();
            return;
        }

        DelayDeactivation(Timeout.InfiniteTimeSpan);
        _loop = Loop();
    }

    /// <summary>
    /// Works to the end, unless another activation has taken over: a lost silo can leave two for a while.
    /// </summary>
    private async Task Loop()
    {
        using IDisposable counted = _presence.Loop();
        string error = "";
        int failures = 0;
        while (Control.Phase == RunPhase.Running && !Yields)
        {
            try
            {
                Control.Coordinator++;
                await _writer.Write();
                await (error.Length > 0 ? Fail(error) : Work());
            }
            catch (InconsistentStateException)
            {
                LogSuperseded(Id);
                _gone = true;
            }
            catch (Exception e)
            {
                error = await AfterFailure(e, ++failures);
            }
        }

        await Leave();
        DelayDeactivation(TimeSpan.Zero);
        if (Yields)
        {
            DeactivateOnIdle();
        }
    }

    /// <summary>
    /// Waits, then finds out what is stored; gives the error to end with where trying again would not help.
    /// </summary>
    private async Task<string> AfterFailure(Exception cause, int failures)
    {
        LogFailed(Id, cause);
        int own = Control.Coordinator;
        bool isHopeless = failures > FailuresMax
            || cause is ResultsException or InvariantException or OverflowException;
        if (!isHopeless)
        {
            await Task.Delay(ControlState.PauseBefore(failures));
        }

        _gone |= !await _control.Reread(() => _gone) || Control.Coordinator > own;
        return isHopeless ? cause.Message : "";
    }

    private async Task Work()
    {
        ExperimentWork work = await _desk.Open(Id, Control.Coordinator);
        RunLanes lanes = new(Queue, Id);
        while (!Control.Stopping && !AnyStopped && !Yields && await Plan(work))
        {
            RunEntry[] runs = [.. Control.Runs.Where(r => !r.Ended)];
            await lanes.FollowAll(runs, work.LanesMax, r => FollowToEnd(work, r), () => Control.Stopping || Yields);
        }

        if (!Yields)
        {
            await End(work);
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
            await Persist();
        }

        return Control.Runs.Any(r => !r.Ended);
    }

    private async Task FollowToEnd(ExperimentWork work, RunEntry entry)
    {
        int failures = 0;
        while (!Yields && !await HasEnded(entry))
        {
            failures = entry.Reached ? 0 : failures + 1;
            if (failures > CallsMax)
            {
                // The store answers, so it is the run that does not.
                await Persist();
                entry.Status = RunReport.Broken(entry);
                break;
            }

            await Task.Delay(failures == 0 ? Poll : ControlState.PauseBefore(failures));
        }

        if (!Yields)
        {
            // Whoever was superseded learns it here, before it touches the manifest.
            await Persist();
            await work.Report(entry, await ResultOf(entry));
            entry.Reported = true;
            await Persist();
        }
    }

    /// <summary>Begins, wakes or stops a run and asks where it stands; whether it has come to an end.</summary>
    private async Task<bool> HasEnded(RunEntry entry)
    {
        IRunGrain run = RunOf(entry);
        entry.Reached = false;
        try
        {
            RunPhase phase = entry.Status?.Phase ?? RunPhase.Waiting;
            await (phase == RunPhase.Waiting ? run.Start(entry.Spec) : Control.Stopping ? run.Stop() : run.Wake());
            entry.Status = await run.Status();
            entry.Reached = true;
        }
        catch (Exception e)
        {
            LogUnreachable(Id, entry.Spec.RunId, e);
        }

        return entry.Reached && entry.Status!.Phase is not (RunPhase.Running or RunPhase.Waiting);
    }

    private async Task<RunResult> ResultOf(RunEntry entry) => entry.Reached
        ? await RunOf(entry).Result()
        : new RunResult { Parts = [], Tables = [], Interventions = [] };

    private async Task End(ExperimentWork work)
    {
        RunPhase phase = Control.Runs.Count == 0 || Control.Runs.Any(r => !r.Ended) ? RunPhase.Stopped
            : Control.Runs.Any(r => r.Status!.Phase == RunPhase.Failed) ? RunPhase.Failed
            : RunPhase.Done;
        await work.Finish(Control.Runs);
        Control.Error = Control.Runs.FirstOrDefault(r => r.Status?.Phase == RunPhase.Failed)?.Status!.Error ?? "";
        Control.Phase = phase;
        await _writer.Write();
    }

    private async Task Fail(string error)
    {
        Control.Phase = RunPhase.Failed;
        Control.Error = error;
        await _writer.Write();
    }

    /// <summary>Leaves the queue; if the queue is not there just now, the supervisor makes up for it.</summary>
    private async Task Leave()
    {
        if (!_gone && Control.Phase != RunPhase.Running)
        {
            try
            {
                await Queue.Leave(Id, Control.Phase);
            }
            catch (Exception e)
            {
                LogFailed(Id, e);
            }
        }
    }

    private Task Persist() => _writer.Persist(() => Yields);
}
