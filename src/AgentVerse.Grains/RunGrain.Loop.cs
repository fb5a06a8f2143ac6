using AgentVerse.Model;

using Orleans.Storage;

namespace AgentVerse.Grains;

/// <summary>The incarnations of a run, one after the other.</summary>
public sealed partial class RunGrain
{
    private const int RestartsWithoutCommit = 8;

    /// <summary>
    /// Begins to work, unless the silo is leaving: then the next call finds the grain in another one.
    /// </summary>
    private void Go()
    {
        if (presence.Leaving)
        {
            DeactivateOnIdle();
            return;
        }

        _stopping = false;
        DelayDeactivation(Timeout.InfiniteTimeSpan);
        _loop = Loop();
    }

    /// <summary>Incarnations until the run has ended; any failed call means one more, from the last commit.</summary>
    private async Task Loop()
    {
        using IDisposable counted = presence.Loop();
        string error = "";
        bool failed = false;
        while (Control.Phase == RunPhase.Running && !_gone && !presence.Leaving)
        {
            failed = false;
            try
            {
                await (error.Length > 0 ? Fail(error) : RunOnce());
            }
            catch (InconsistentStateException)
            {
                LogSuperseded(Id);
                _gone = true;
            }
            catch (Exception e)
            {
                failed = true;
                error = await AfterFailure(e);
            }

            _current = null;
        }

        DelayDeactivation(TimeSpan.Zero);
        if (_gone || presence.Leaving || failed)
        {
            // Whoever asks next finds what is stored, and files that were committed are put in their places.
            DeactivateOnIdle();
        }
    }

    /// <summary>
    /// Waits, then finds out what is stored; gives the error to end with where another incarnation would not help.
    /// </summary>
    private async Task<string> AfterFailure(Exception cause)
    {
        int own = Control.Incarnation;
        int restarts = Control.Restarts;
        LogRestart(Id, own, cause);
        _current = null;
        if (cause is not (InvariantException or OverflowException))
        {
            await Task.Delay(ControlState.PauseBefore(restarts));
        }

        _gone |= !await control.Reread(() => _gone) || Control.Incarnation > own;
        return cause is InvariantException or OverflowException ? cause.Message
            : restarts > RestartsWithoutCommit
            ? $"gave up after {RestartsWithoutCommit} restarts without a commit; the last error: {cause.Message}"
            : "";
    }

    /// <summary>One incarnation: the driver. It walks the phases with await and knows none of them by name.</summary>
    private async Task RunOnce()
    {
        Control.Incarnation++;
        Control.Restarts++;
        await Write();
        await using RunIncarnation run = await coordination.Begin(Control);
        _current = run;
        while (run.State.Next is { } phase)
        {
            if (run.State.BetweenTicks && await EndsHere(run))
            {
                return;
            }

            run.State.Absorb(await run.Execute(phase));
        }

        await Commit(run, final: true);
    }

    /// <summary>
    /// Between two ticks: interventions and commits; whether the incarnation ends, stopped or to move on.
    /// </summary>
    private async Task<bool> EndsHere(RunIncarnation run)
    {
        await _interventions.Log(run.State.Tick, Control.Interventions, control.WriteStateAsync);
        run.Intervene(Control.Interventions);
        bool stops = _stopping || run.State.Tick >= Control.Spec!.StopAt;
        bool moves = coordination.MustMove(run);
        bool isAhead = run.State.Tick > Control.CommittedTick;
        if (((stops || moves) && isAhead) || run.Rhythm.IsDue(run.State.Tick, Control.CommittedTick))
        {
            await run.Rhythm.Commit(() => Commit(run));
            moves |= coordination.ShouldMove(run);
        }

        if (stops)
        {
            Control.Phase = RunPhase.Stopped;
            await Write();
        }

        return stops || moves || _gone;
    }

    /// <summary>Segments and staged files first, then the one write that makes them count, then the renames.</summary>
    private async Task Commit(RunIncarnation run, bool final = false)
    {
        await run.Save(Control, final);
        Control.Digest = final ? run.Digest() : "";
        Control.Phase = final ? RunPhase.Done : Control.Phase;
        Control.Restarts = 0;
        await Write();
        await run.Publish(Control);
    }

    private Task Write() => control.WriteStateAsync();

    private async Task Fail(string error)
    {
        Control.Phase = RunPhase.Failed;
        Control.Error = error;
        LogFailed(Id, error);
        await Write();
    }
}
