using System.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace AgentVerse.Tests.Simulation.Bittensor;

public sealed class SpikeTests(ITestOutputHelper output)
{
    [Fact]
    public void Small_runs()
    {
        var run = new SmallChain().Run();
        foreach (var r in run.Rows("ticks").OrderBy(r => r["tick"]))
        {
            output.WriteLine(run.Name(r["shard"]) + " " + string.Join(" ", r.Where(k => k.Key is not "network" and not "shard").Select(k => k.Key + "=" + (k.Key is "alphaPrice" or "movingPrice" or "qualityPaid" or "minerBurned" ? BitConverter.Int64BitsToDouble(k.Value).ToString("g6") : k.Value.ToString()))));
        }
    }

    [Fact]
    public void Files_run()
    {
        foreach (string f in new[] { "smoke.yaml", "bittensor-first.yaml" })
        {
            var scenario = ScenarioFiles.Read(f);
            Stopwatch w = Stopwatch.StartNew();
            var world = ScenarioFiles.World(scenario);
            output.WriteLine($"{f} plan {w.Elapsed}");
            var sink = new Sink();
            var run = new AgentVerse.Simulation.ReferenceRun(world, 4096, sink);
            output.WriteLine($"{f} open {w.Elapsed}");
            run.RunTo();
            output.WriteLine($"{f} done {w.Elapsed} {run.State.Digests.Ticks.SumText}");
        }
    }

    private sealed class Sink : AgentVerse.Model.Records.IRecordSink
    {
        public void Write(AgentVerse.Model.Records.RecordBatch batch) { }
    }

    [Theory]
    [InlineData(360L, 1.0, 0)]
    [InlineData(0L, 1.0, 0)]
    [InlineData(0L, 0.0, 1)]
    public void Large_runs(long tempo, double review, int equal)
    {
        var chain = new SmallChain
        {
            Ticks = 24, Hyperparameters = [("tempo", tempo)], Chain = equal == 1 ? [("rootStake", 20_000_000_000_000_000L)] : [], Groups = [[("count", 128L)]],
            Crowds = [new("miners", "miner", 40000, ["honest"]) { Own = [("reviewRate", review)] }, new("validators", "validator", 2500, ["honest"])],
        };
        Stopwatch w = Stopwatch.StartNew();
        var run = chain.Run();
        output.WriteLine($"{w.Elapsed}");
        output.WriteLine($"{run.Events("registered").Length} {run.Events("refused").Length} {run.Events("epoch").Length}");
    }
}
