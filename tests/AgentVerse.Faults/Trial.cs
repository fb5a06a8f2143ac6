using System.Diagnostics;

using AgentVerse.Grains;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;

using RunStatus = AgentVerse.Grains.RunStatus;

namespace AgentVerse.Faults;

/// <summary>What came of one trial.</summary>
/// <param name="Plan">What it did.</param>
/// <param name="Wrong">What is wrong; empty if all is well.</param>
/// <param name="Hits">The faults that found runs under way.</param>
/// <param name="Resumes">How often it ended with a clear error and was resumed.</param>
/// <param name="Took">Time in all.</param>
internal sealed record TrialResult(
    FaultPlan Plan, string Wrong, IReadOnlyList<Hit> Hits, int Resumes, TimeSpan Took);

/// <summary>A fault that found runs under way.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Standstill">The longest time in which a run came no further.</param>
internal sealed record Hit(FaultKind Kind, TimeSpan Standstill);

/// <summary>One experiment under faults, and the proof that it ended as if nothing had happened.</summary>
internal sealed class Trial(FaultCluster cluster, FaultPlan plan, IReadOnlyList<string> expected)
{
    private const int ResumesMax = 4;
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private readonly List<Hit> _hits = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _resumes;

    private string Name => $"trial-{plan.Seed}";

    internal async Task<TrialResult> Run()
    {
        string wrong;
        try
        {
            await Prepare();
            await Submit();
            foreach (Fault fault in plan.Faults)
            {
                await Past(fault.AtShare);
                ExperimentStatus status = await Status();
                if (status.Phase != RunPhase.Done)
                {
                    Standstill standstill = new();
                    standstill.See(status);
                    await Recovered(Befall(fault), standstill);
                    _hits.Add(new Hit(fault.Kind, standstill.Longest));
                }
            }

            await cluster.Heal();
            wrong = Judge(await End());
            if (wrong.Length == 0)
            {
                wrong = await Delete();
            }
        }
        catch (Exception e) when (e is TimeoutException or InvalidOperationException or OrleansException or IOException)
        {
            wrong = $"{e.GetType().Name}: {e.Message}";
        }

        return new TrialResult(plan, wrong, _hits, _resumes, _clock.Elapsed);
    }

    private async Task Prepare()
    {
        await cluster.Heal();
        if (plan.Late is { } late)
        {
            cluster.Silos[late].Signal(Shell.SigTerm);
            await cluster.Silos[late].Ended(TimeSpan.FromMinutes(1));
        }
    }

    private async Task Submit()
    {
        SubmissionAnswer answer = await cluster.Client.Submit(Name, new Submission
        {
            FileName = $"{Name}.yaml",
            Text = TrialScenarios.All[plan.Scenario].Text,
            Overrides = [],
            Files = [],
        });
        if (answer.Problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join("; ", answer.Problems));
        }
    }

    private async Task Befall(Fault fault)
    {
        Silo silo = cluster.Silos[fault.Silo];
        Silo next = cluster.Silos[(fault.Silo + 1) % FaultCluster.SiloCount];
        switch (fault.Kind)
        {
            case FaultKind.Kill:
                await Restart([silo], Shell.SigKill, fault.Lasts);
                break;
            case FaultKind.KillTwo:
                await Restart([silo, next], Shell.SigKill, fault.Lasts);
                break;
            case FaultKind.KillAll:
                await Restart(cluster.Silos, Shell.SigKill, fault.Lasts);
                break;
            case FaultKind.Leave:
                await Restart([silo], Shell.SigTerm, fault.Lasts);
                break;
            case FaultKind.Pause or FaultKind.PauseLong:
                silo.Signal(Shell.SigStop);
                await Task.Delay(fault.Lasts);
                silo.Signal(Shell.SigCont);
                break;
            case FaultKind.RestartDatabase:
                await cluster.Database.Crash();
                await Task.Delay(fault.Lasts);
                await cluster.Database.Start();
                break;
            case FaultKind.JoinLate:
                silo.Begin();
                break;
            default:
                await Obstruct(fault.Kind, silo);
                await Task.Delay(fault.Lasts);
                await cluster.Mend();
                break;
        }
    }

    /// <summary>What stays in the way until it is mended: links and the disk.</summary>
    private async Task Obstruct(FaultKind kind, Silo silo)
    {
        switch (kind)
        {
            case FaultKind.CutDatabase:
                silo.Database.Cut();
                break;
            case FaultKind.DelayDatabase:
                silo.Database.Delay(Late);
                break;
            case FaultKind.HoldDatabase:
                silo.Database.Hold();
                break;
            case FaultKind.CutSilo:
                silo.Peers.Cut();
                break;
            case FaultKind.DelaySilo:
                silo.Peers.Delay(Late);
                break;
            case FaultKind.HoldSilo:
                silo.Peers.Hold();
                break;
            case FaultKind.CutSilos:
                cluster.Between(link => link.Cut());
                break;
            case FaultKind.DelaySilos:
                cluster.Between(link => link.Delay(Late));
                break;
            case FaultKind.HoldSilos:
                cluster.Between(link => link.Hold());
                break;
            case FaultKind.FillDisk:
                cluster.FillDisk();
                break;
            case FaultKind.LockDisk:
                await cluster.LockDisk();
                break;
            default:
                throw new InvalidOperationException($"{kind} is no obstruction");
        }
    }

    private static async Task Restart(IReadOnlyList<Silo> silos, int signal, TimeSpan pause)
    {
        foreach (Silo silo in silos)
        {
            silo.Signal(signal);
        }

        await Task.WhenAll(silos.Select(s => s.Ended(TimeSpan.FromMinutes(1))));
        await Task.Delay(pause);
        foreach (Silo silo in silos)
        {
            silo.Begin();
        }

        // As a service manager does: one whose predecessor is not given up yet ends at once and is started again.
        await Task.WhenAll(silos.Select(s => s.Ready()));
    }

    /// <summary>
    /// Waits until the fault is over and all runs have come further since; one that failed meanwhile is resumed then.
    /// </summary>
    private async Task Recovered(Task fault, Standstill standstill)
    {
        TimeSpan? over = null;
        while (true)
        {
            ExperimentStatus status = await Status();
            standstill.See(status);
            if (status.Phase == RunPhase.Done)
            {
                break;
            }

            over ??= fault.IsCompleted ? standstill.Now : null;
            if (over is { } since && !await ResumeIfFailed(status) && standstill.IsOver(status, since))
            {
                break;
            }

            Check();
            await Task.Delay(Poll);
        }

        await fault;
    }

    private async Task<ExperimentStatus> End()
    {
        while (true)
        {
            ExperimentStatus status = await Status();
            if (status.Phase == RunPhase.Done)
            {
                return status;
            }

            await ResumeIfFailed(status);
            Check();
            await Task.Delay(Poll);
        }
    }

    /// <summary>Whether it had failed and was resumed.</summary>
    private async Task<bool> ResumeIfFailed(ExperimentStatus status)
    {
        if (status.Phase is not (RunPhase.Failed or RunPhase.Stopped))
        {
            return false;
        }

        string[] errors = [status.Error, .. status.Runs.Select(r => r.Status.Error)];
        if (errors.All(e => e.Length == 0) || ++_resumes > ResumesMax)
        {
            throw new InvalidOperationException($"{status.Phase} without a clear error, or for good: {string.Join("; ", errors)}");
        }

        await cluster.Heal();
        await Again(() => cluster.Client.Resume(Name));
        return true;
    }

    private string Judge(ExperimentStatus status)
    {
        string[] digests = [.. status.Runs.Select(r => r.Status.Digest)];
        if (!digests.SequenceEqual(expected))
        {
            return $"digests {string.Join(' ', digests)}, expected {string.Join(' ', expected)}";
        }

        ExperimentFolder folder = ExperimentFolder.Open(Path.Combine(cluster.Data, Name));
        Manifest manifest = ManifestFile.Read(folder);
        string[] listed = [.. manifest.Runs.Select(r => r.Digest)];
        string[] extra = [.. Directory.EnumerateFiles(folder.Path, "*.parquet", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder.Path, f))
            .Where(f => !f.StartsWith("runs/", StringComparison.Ordinal) && !f.StartsWith("measures/", StringComparison.Ordinal))
            .Except(manifest.Runs.SelectMany(r => r.Parts).Select(p => p.Path))];
        return !listed.SequenceEqual(expected) ? $"the manifest lists {string.Join(' ', listed)}"
            : extra.Length > 0 ? $"files that no commit lists: {string.Join(' ', extra)}"
            : string.Join("; ", manifest.Runs.SelectMany(r => Verification.Problems(folder, r)));
    }

    private async Task<string> Delete()
    {
        await Again(async () =>
        {
            await cluster.Client.Delete(Name);
            return "";
        });
        return Directory.Exists(Path.Combine(cluster.Data, Name)) ? "the folder outlived its deletion" : "";
    }

    private async Task Past(double share)
    {
        while (await Status() is { } status && ShareOf(status) < share && status.Phase != RunPhase.Done)
        {
            await ResumeIfFailed(status);
            Check();
            await Task.Delay(Poll);
        }
    }

    private Task<ExperimentStatus> Status() => Again(() => cluster.Client.Status(Name));

    /// <summary>Calls until somebody answers: the client finds another gateway by itself.</summary>
    private async Task<T> Again<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception e) when (e is not InvalidOperationException)
            {
                Check(e);
                await Task.Delay(Poll);
            }
        }
    }

    private static double ShareOf(ExperimentStatus status) =>
        status.Runs.Select(r => r.Status).Select(Share).DefaultIfEmpty(0).Average();

    private static double Share(RunStatus run) =>
        run.Phase == RunPhase.Done ? 1 : run.Ticks == 0 ? 0 : (double)run.TicksDone / run.Ticks;

    private void Check(Exception? last = null)
    {
        if (_clock.Elapsed > Patience)
        {
            throw new TimeoutException($"no end within {Patience}; {last?.Message}{Environment.NewLine}{cluster.Logs()}");
        }
    }
}
