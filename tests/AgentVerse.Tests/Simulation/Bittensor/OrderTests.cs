using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>How a world is cut, in which order mail arrives and how agents are numbered changes nothing.</summary>
public sealed class OrderTests
{
    private static readonly SmallChain Lively = new()
    {
        Ticks = 8,
        PanelEvery = 2,
        Hyperparameters = [("uidsMax", 24L), ("burn", 1_000_000L), ("immunityPeriod", 100L)],
        Crowds =
        [
            new("miners", "miner", 60, ["honest"]) { Own = [("reviewRate", 20.0)] },
            new("others", "miner", 20, ["honest"]) { Own = [("reviewRate", 20.0)] },
            new("validators", "validator", 40, ["honest"]),
        ],
        Groups =
        [
            [("count", 1L), ("validatorsMedian", 4.0)],
            [("count", 1L), ("validatorsMedian", 4.0), ("miners", "others"), ("uidsMax", 12L)],
        ],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void The_size_of_cohorts_changes_no_row(int cohortSize)
    {
        FinishedRun whole = Lively.Run(4096);
        Assert.NotEmpty(whole.Events("registered"));
        Assert.NotEmpty(whole.Events("refused"));
        Assert.Equal(Sums(whole), Sums(Lively.Run(cohortSize)));
    }

    [Fact]
    public void Another_seed_moves_every_table()
    {
        (UInt128, UInt128, UInt128) one = Sums(Lively.Run());
        (UInt128, UInt128, UInt128) other = Sums((Lively with { Seed = 2 }).Run());
        Assert.True(one.Item1 != other.Item1 && one.Item2 != other.Item2 && one.Item3 != other.Item3);
    }

    [Fact]
    public void The_order_of_arrival_of_intents_changes_nothing()
    {
        Intent[] intents = [.. Enumerable.Range(0, 40).Select(i => Registration((ulong)i + 1000, i))];
        byte[] once = Settled(intents);
        for (int turn = 1; turn < 4; turn++)
        {
            Assert.Equal(once, Settled([.. intents.OrderBy(i => StableHash.Combine((ulong)turn, i.Account))]));
        }
    }

    /// <summary>
    /// Other numbers for the senders give other receivers of the same rows: nothing is ordered by number.
    /// </summary>
    [Fact]
    public void Renumbering_the_senders_permutes_the_rows()
    {
        Intent[] intents = [.. Enumerable.Range(0, 40).Select(i => Registration((ulong)i + 1000, i))];
        Intent[] renumbered = [.. Enumerable.Range(0, 40).Select(i => Registration((ulong)i + 1000, 39 - i))];
        Row[] rows = Rows(intents);
        Row[] mirrored = Rows(renumbered);
        Assert.Equal(rows.Length, mirrored.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            Row row = mirrored[i];
            row.Receiver = rows[i].Receiver;
            Assert.Equal(rows[i], row);
            bool isSender = rows[i].Kind is 1 or 3;
            Assert.True(!isSender || mirrored[i].Receiver.Index == 39 - rows[i].Receiver.Index);
        }
    }

    [Fact]
    public void The_order_of_populations_changes_no_agent_and_no_shard()
    {
        FinishedRun one = Lively.Run();
        FinishedRun other = (Lively with { Crowds = [.. Lively.Crowds.Reverse()] }).Run();
        Assert.Equal(one.Digests.Agents.Sum, other.Digests.Agents.Sum);
        Assert.Equal(one.Digests.Ticks.Sum, other.Digests.Ticks.Sum);
        Assert.Equal(one.Digests.Events.Sum, other.Digests.Events.Sum);
    }

    [Fact]
    public void An_inert_population_changes_nothing()
    {
        FinishedRun without = Lively.Run();
        FinishedRun with = (Lively with { Crowds = [new("inert", "miner", 30, ["idle"]), .. Lively.Crowds] }).Run();
        Assert.Equal(without.Digests.Events.Sum, with.Digests.Events.Sum);
        foreach (string shard in new[] { "chain", "subnet/1", "subnet/2" })
        {
            Assert.Equal(Cells(without.Ticks(shard)), Cells(with.Ticks(shard)));
        }

        foreach (string population in new[] { "miners", "others", "validators" })
        {
            Assert.Equal(Cells(without.Agents(population)), Cells(with.Agents(population)));
        }
    }

    [Fact]
    public void A_run_goes_on_from_a_checkpoint_as_if_nothing_had_happened()
    {
        World world = Lively.World();
        NoSink sink = new();
        ReferenceRun run = new(world, 16, sink);
        run.RunTo(5);
        ReferenceRun again = new(world, 16, sink);
        Checkpoints.Copy(run, again);
        run.RunTo();
        again.RunTo();
        Assert.Equal(run.State.Digests.Agents.Sum, again.State.Digests.Agents.Sum);
        Assert.Equal(run.State.Digests.Events.Sum, again.State.Digests.Events.Sum);
        Assert.Equal(run.State.Digests.Ticks.Sum, again.State.Digests.Ticks.Sum);
        Assert.Equal(run.Group.Parts.Select(StateDigest.Of), again.Group.Parts.Select(StateDigest.Of));
    }

    private static (UInt128 Agents, UInt128 Events, UInt128 Ticks) Sums(FinishedRun run) =>
        (run.Digests.Agents.Sum, run.Digests.Events.Sum, run.Digests.Ticks.Sum);

    /// <summary>Rows as text, names and populations' numbers aside.</summary>
    private static string[] Cells(IEnumerable<IReadOnlyDictionary<string, long>> rows) =>
    [
        .. rows.Select(r => string.Join(' ', r
            .Where(c => c.Key is not ("network" or "shard" or "population" or "policy"))
            .OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"))),
    ];

    private static Intent Registration(ulong account, int index) => new()
    {
        Account = account,
        Sender = new AgentRef(0, index),
        Shard = 1,
        Kind = 1,
        Amount = 2_000_000L << (int)(account % 8),
        B = BitConverter.DoubleToInt64Bits(1),
    };

    private static Row[] Rows(Intent[] intents) => [.. Settle(intents).Rows];

    private static byte[] Settled(Intent[] intents)
    {
        PartAnswer answer = Settle(intents);
        return
        [
            .. answer.Rows.SelectMany(
                r => BitConverter.GetBytes(r.Receiver.Index).Concat(BitConverter.GetBytes(r.Amount))),
            .. answer.Records.SelectMany(b => b.Cells.ToArray()).SelectMany(BitConverter.GetBytes),
        ];
    }

    private static PartAnswer Settle(Intent[] intents)
    {
        ReferenceRun run = new(Lively.World(), 4096, new NoSink());
        run.RunTo(0);
        Part subnet = run.Group.PartAt(run.Table.PartOfShard(1));
        return ShardStep.Settle(subnet, new PartCall(0, run.State.Board, run.State.Totals, [], [.. intents]));
    }

    private sealed class NoSink : IRecordSink
    {
        public void Write(RecordBatch batch)
        {
        }
    }
}
