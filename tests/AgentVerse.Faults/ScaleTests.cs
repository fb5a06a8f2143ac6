using AgentVerse.Grains;

using Npgsql;

using Xunit.Abstractions;

namespace AgentVerse.Faults;

/// <summary>A cluster that shrinks and grows on purpose, while a run goes on.</summary>
public sealed class ScaleTests(ITestOutputHelper output)
{
    private const string Name = "scaled";
    private const int Leaving = 2;

    /// <summary>Over a hundred commits: what is noted of each would add up.</summary>
    private static readonly string Scenario = TrialScenarios.Spread
        .Replace("ticks: 600", "ticks: 1200", StringComparison.Ordinal)
        .Replace("checkpointEvery: 15", "checkpointEvery: 8", StringComparison.Ordinal);

    /// <summary>Bytes that the control state of the run may have; the list of its files alone would be several times that.</summary>
    private const int ControlBytes = 16 * 1024;

    [Fact]
    public async Task Silos_that_leave_and_join_cost_no_tick_and_change_no_digest()
    {
        IReadOnlyList<string> expected = await Undisturbed.Digests(Name, Scenario);
        await using FaultCluster cluster = await FaultCluster.Start();
        Submission submission = new() { FileName = $"{Name}.yaml", Text = Scenario, Overrides = [], Files = [] };
        Assert.Empty((await cluster.Client.Submit(Name, submission)).Problems);
        Silo silo = cluster.Silos[Leaving];

        int ticks = await Past(cluster, 0, 0.2);
        silo.Signal(Shell.SigTerm);
        ticks = await Past(cluster, ticks, 0.5);
        Assert.False(silo.IsAlive);
        int incarnation = (await Run(cluster)).Incarnation;
        Assert.True(incarnation > 1, "the run did not leave the silo");

        silo.Begin();
        ticks = await Past(cluster, ticks, 0.9);
        Assert.True((await Run(cluster)).Incarnation > incarnation, "the run does not use the silo that came");
        int bytes = await ControlSize(cluster);
        output.WriteLine($"{bytes} bytes of control state at tick {ticks}");
        Assert.InRange(bytes, 1, ControlBytes);

        await Past(cluster, ticks, 1);
        RunStatus done = await Run(cluster);
        output.WriteLine($"{done.Incarnation} incarnations");
        Assert.Equal(expected, [done.Digest]);
    }

    /// <summary>Waits for a share of the ticks; none that was done is done again.</summary>
    private static async Task<int> Past(FaultCluster cluster, int ticks, double share)
    {
        while (true)
        {
            RunStatus run = await Run(cluster);
            Assert.Empty(run.Error);
            Assert.True(run.TicksDone >= ticks, $"tick {ticks} is done again from {run.TicksDone} on");
            ticks = run.TicksDone;
            if (run.Phase == RunPhase.Done || (share < 1 && run.Ticks > 0 && ticks >= share * run.Ticks))
            {
                return ticks;
            }

            await Task.Delay(50);
        }
    }

    private static async Task<RunStatus> Run(FaultCluster cluster) =>
        (await cluster.Client.Status(Name)).Runs.Select(r => r.Status).FirstOrDefault()
        ?? new RunStatus { RunId = "", Phase = RunPhase.Waiting, TicksDone = 0, Ticks = 0, TicksCommitted = 0, AgentSteps = 0, Incarnation = 0 };

    /// <summary>Bytes of the largest state of a run that the database has.</summary>
    private static async Task<int> ControlSize(FaultCluster cluster)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(PostgreSql.Address(cluster.Database.Port));
        await using NpgsqlCommand largest = source.CreateCommand(
            "SELECT max(octet_length(PayloadBinary)) FROM OrleansStorage WHERE GrainTypeString LIKE '%run%'");
        return (int)(await largest.ExecuteScalarAsync())!;
    }
}
