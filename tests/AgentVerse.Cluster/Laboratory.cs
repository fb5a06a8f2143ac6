using AgentVerse.Grains;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Tables;
using AgentVerse.Silo;

using DuckDB.NET.Data;

using Orleans.TestingHost;

using RunStatus = AgentVerse.Grains.RunStatus;

namespace AgentVerse.Cluster;

/// <summary>A cluster of silos in this process with a data folder of its own.</summary>
internal sealed class Laboratory : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string _folder;

    private Laboratory(InProcessTestCluster cluster, string folder)
    {
        Cluster = cluster;
        _folder = folder;
    }

    internal InProcessTestCluster Cluster { get; }

    internal IGrainFactory Grains => Cluster.Client;

    internal static async Task<Laboratory> Open(
        short silos, Func<SiloSettings, SiloSettings>? change = null, IIncomingGrainCallFilter? filter = null)
    {
        string data = Directory.CreateTempSubdirectory("agentverse-").FullName;
        InProcessTestClusterBuilder builder = new(silos);
        SiloSettings settings = new()
        {
            DataFolder = data,
            PluginFolder = Path.Combine(AppContext.BaseDirectory, "plugins"),
            Threads = 2,
        };
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddAgentVerse(change?.Invoke(settings) ?? settings);
            if (filter is not null)
            {
                silo.AddIncomingGrainCallFilter(filter);
            }
        });
        InProcessTestCluster cluster = builder.Build();
        await cluster.DeployAsync();
        return new Laboratory(cluster, data);
    }

    internal async Task<IExperimentGrain> Submit(string name, string scenario, params string[] overrides)
    {
        IExperimentGrain experiment = Grains.GetGrain<IExperimentGrain>(name);
        SubmissionAnswer answer = await experiment.Submit(new Submission
        {
            FileName = $"{name}.yaml",
            Text = scenario,
            Overrides = overrides,
            Files = [],
        });
        Assert.Empty(answer.Problems);
        return experiment;
    }

    /// <summary>Runs a scenario of one run to its end.</summary>
    internal async Task<RunStatus> RunOne(string name, string scenario, params string[] overrides)
    {
        ExperimentStatus status = await End(await Submit(name, scenario, overrides));
        Assert.Equal(("", RunPhase.Done), (status.Error, status.Phase));
        return Assert.Single(status.Runs).Status;
    }

    /// <summary>Folder of an experiment.</summary>
    internal ExperimentFolder FolderOf(string experiment) => ExperimentFolder.Open(Path.Combine(_folder, experiment));

    /// <summary>Waits until the first run has done some ticks.</summary>
    internal static async Task<ExperimentStatus> Past(IExperimentGrain experiment, int ticks) =>
        await Until(experiment, s => s.Runs.Count > 0 && s.Runs[0].Status.TicksDone >= ticks);

    internal static Task<ExperimentStatus> End(IExperimentGrain experiment) =>
        Until(experiment, s => s.Phase != RunPhase.Running);

    /// <summary>The last row of a shard in <c>ticks</c>.</summary>
    internal long[] LastRow(string experiment, string shard, IReadOnlyList<string> columns)
    {
        (ExperimentFolder folder, ManifestRun run) = Open(experiment);
        RunReader reader = new(folder, run.Parts);
        RowFilter last = RowFilter.At(reader.LastTick("ticks")!.Value).Where("shard", shard);
        return [.. reader.Select("ticks", columns, last).Select(c => Assert.Single(c.Cells))];
    }

    /// <summary>Rows of a table that one experiment has and another lacks, as DuckDB reads the files.</summary>
    internal long RowsOnlyIn(string experiment, string other, string table)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"select count(*) from ({All(experiment)} except all {All(other)})";
        return (long)command.ExecuteScalar()!;

        string All(string name) => $"select * from read_parquet('{_folder}/{name}/{table}/*.parquet')";
    }

    /// <summary>What does not fit between the files of an experiment and its manifest.</summary>
    internal IReadOnlyList<string> ProblemsOf(string experiment)
    {
        (ExperimentFolder folder, ManifestRun run) = Open(experiment);
        return Verification.Problems(folder, run);
    }

    /// <summary>Whether an experiment has a folder.</summary>
    internal bool Has(string experiment) => Directory.Exists(Path.Combine(_folder, experiment));

    /// <summary>Waits until something holds.</summary>
    internal static async Task Until(Func<Task<bool>> holds)
    {
        using CancellationTokenSource patience = new(Patience);
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Segments of an experiment's checkpoints.</summary>
    internal IReadOnlyList<string> CheckpointsOf(string experiment)
    {
        string folder = Path.Combine(_folder, experiment, "checkpoints");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<ExperimentStatus> Until(IExperimentGrain experiment, Func<ExperimentStatus, bool> reached)
    {
        using CancellationTokenSource patience = new(Patience);
        while (true)
        {
            try
            {
                ExperimentStatus status = await experiment.Status();
                if (reached(status))
                {
                    return status;
                }
            }
            catch (OrleansException)
            {
                // The silo that held the experiment is gone; it wakes up elsewhere.
            }

            await Task.Delay(20, patience.Token);
        }
    }

    private (ExperimentFolder Folder, ManifestRun Run) Open(string experiment)
    {
        ExperimentFolder folder = ExperimentFolder.Open(Path.Combine(_folder, experiment));
        return (folder, Assert.Single(ManifestFile.Read(folder).Runs));
    }
}
