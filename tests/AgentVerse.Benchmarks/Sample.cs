using System.Diagnostics;

using AgentVerse.Grains;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Simulation;

namespace AgentVerse.Benchmarks;

/// <summary>What some ticks of a run took.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="Bytes">Bytes allocated.</param>
/// <param name="Steps">Steps of awake agents that ran.</param>
/// <param name="Decisions">Choices among evaluated options.</param>
/// <param name="Intents">Intents sent.</param>
/// <param name="StepSeconds">Wall time of the phase over cohorts.</param>
/// <param name="SettleSeconds">Wall time of the phase over shards.</param>
internal readonly record struct Sample(
    double Seconds, long Bytes, long Steps, long Decisions, long Intents, double StepSeconds, double SettleSeconds)
{
    internal double StepsPerSecond => Steps / Seconds;
}

/// <summary>A run that can be driven tick by tick: the reference, or the grains of a silo.</summary>
internal sealed class Driven(RunState state, Func<Phase, Task<IReadOnlyList<GroupAnswer>>> execute)
{
    internal static Driven Reference(LoadedRun run, int cohortSize, int threads)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads };
        ReferenceRun reference = new(
            run.World, cohortSize, new NoSink(), (count, body) => Parallel.For(0, count, options, body));
        return new Driven(reference.State, phase => Task.FromResult<IReadOnlyList<GroupAnswer>>(
            phase.Over == PartSort.None ? [] : [reference.Group.Execute(phase, reference.State.CallFor(0))]));
    }

    internal static Driven Distributed(RunIncarnation run) => new(run.State, run.Execute);

    /// <summary>Runs the opening, then ticks for warm-up.</summary>
    internal async Task Open(double warmSeconds)
    {
        do
        {
            await Advance();
        }
        while (state.Tick < 0 || !state.BetweenTicks);

        await Ticks(warmSeconds);
    }

    /// <summary>Measures as many ticks as fill the time, at least one.</summary>
    internal async Task<Sample> Ticks(double seconds)
    {
        Stopwatch all = Stopwatch.StartNew();
        long bytes = GC.GetTotalAllocatedBytes();
        Sample sum = default;
        do
        {
            sum = Add(sum, await OneTick());
        }
        while (all.Elapsed.TotalSeconds < seconds);

        return sum with { Seconds = all.Elapsed.TotalSeconds, Bytes = GC.GetTotalAllocatedBytes() - bytes };
    }

    private async Task<Sample> OneTick()
    {
        double step = 0;
        double settle = 0;
        Sample counted = default;
        do
        {
            Phase phase = state.Next!;
            double took = await Advance();
            step += phase.Over == PartSort.Cohorts ? took : 0;
            settle += phase.Over == PartSort.Shards ? took : 0;
            counted = phase.Over == PartSort.Cohorts ? Count() : counted;
        }
        while (!state.BetweenTicks);

        return counted with { StepSeconds = step, SettleSeconds = settle };
    }

    private async Task<double> Advance()
    {
        long start = Stopwatch.GetTimestamp();
        state.Absorb(await execute(state.Next!));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private Sample Count()
    {
        Sample sum = default;
        foreach (PopulationPlan population in state.World.Plan.Populations)
        {
            TotalsLayout layout = state.World.Plan.Totals;
            sum = sum with
            {
                Steps = sum.Steps + state.Totals[layout.Awake(population.Index)],
                Decisions = sum.Decisions + state.Totals[layout.Decisions(population.Index)],
                Intents = sum.Intents + state.Totals[layout.Intents(population.Index)],
            };
        }

        return sum;
    }

    private static Sample Add(Sample a, Sample b) => a with
    {
        Steps = a.Steps + b.Steps,
        Decisions = a.Decisions + b.Decisions,
        Intents = a.Intents + b.Intents,
        StepSeconds = a.StepSeconds + b.StepSeconds,
        SettleSeconds = a.SettleSeconds + b.SettleSeconds,
    };

    private sealed class NoSink : IRecordSink
    {
        public void Write(RecordBatch batch)
        {
        }
    }
}
