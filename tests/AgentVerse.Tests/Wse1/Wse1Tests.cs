using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Model.Settings;
using AgentVerse.Simulation;
using AgentVerse.Wse1;

using Xunit;

namespace AgentVerse.Tests.Wse1;

public sealed class Wse1Tests
{
    /// <summary>Published checksums: n, T, W, S, N, B, exits, price, rpw.</summary>
    [Theory]
    [InlineData(10_000, 100, 7824231, 16924420924, 7209, 215119551748, 2953, 63329, 50256184)]
    [InlineData(100_000, 20, 97990601, 23749543423, 95931, 978308808744, 4074, 65206, 40127930)]
    [InlineData(1_000_000, 20, 979176514, 239622077089, 958591, 9813520366162, 41474, 65200, 40157825)]
    public void Checksums_are_the_published_ones(
        int n, int ticks, long work, long stake, long workers, long balance, long exits, long price, long reward)
    {
        foreach (string policy in new[] { "columns", "single" })
        {
            long[] last = LastMarketRow(n, ticks, policy, 4096);
            Assert.Equal([work, stake, workers, balance, exits, price, reward], last[3..]);
        }
    }

    private static long[] LastMarketRow(int n, int ticks, string policy, int cohortSize)
    {
        Catalogue catalogue = new Catalogue().Add(new Wse1Plugin());
        AgentKind kind = catalogue.Kinds["worker"];
        PopulationPlan workers = new()
        {
            Index = 0, Name = "workers", Kind = kind, Capacity = n, AccountsPerController = 1, InitialShare = 1,
            ArrivalTicks = 0, PolicyNames = [policy], Columns = [.. EngineColumns.All, .. kind.Columns],
            Settings = new SettingsMap("t", "", 1, [new("seed", 42L)], []),
        };
        (World? world, _) = WorldBuilder.Build(catalogue, new WorldDraft
        {
            Start = 0, TickSeconds = 3600, Ticks = ticks, Seed = 1, Replicate = 0,
            Networks = [new("wse1", new SettingsMap("t", "", 1, [new("workers", "workers")], []))],
            Populations = [workers], Tables = new SortedDictionary<string, DataTable>(), PanelEvery = 0, PanelShare = 0,
        });
        ListSink sink = new();
        ReferenceRun run = new(world!, cohortSize, sink);
        run.RunTo();
        return sink.Batches.Where(b => b.Width == 10).Select(b => b.Row(0).ToArray()).MaxBy(r => r[0])!;
    }

    private sealed class ListSink : IRecordSink
    {
        public List<RecordBatch> Batches { get; } = [];

        public void Write(RecordBatch batch)
        {
            lock (Batches)
            {
                Batches.Add(batch);
            }
        }
    }
}
