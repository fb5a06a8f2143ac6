using AgentVerse.Grains;
using AgentVerse.Silo;

using Orleans.TestingHost;

namespace AgentVerse.Cluster;

/// <summary>A cluster of silos in this process with a data folder of its own.</summary>
internal sealed class Laboratory : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private Laboratory(InProcessTestCluster cluster, string folder)
    {
        _cluster = cluster;
        Folder = folder;
    }

    internal string Folder { get; }

    internal IGrainFactory Grains => _cluster.Client;

    internal InProcessTestCluster Cluster => _cluster;

    internal static async Task<Laboratory> Open(short silos, string? folder = null)
    {
        string data = folder ?? Directory.CreateTempSubdirectory("agentverse-").FullName;
        InProcessTestClusterBuilder builder = new(silos);
        builder.ConfigureSilo((_, silo) => silo.Services.AddAgentVerse(new SiloSettings
        {
            DataFolder = data,
            PluginFolder = Path.Combine(AppContext.BaseDirectory, "plugins"),
            Threads = 2,
        }));
        InProcessTestCluster cluster = builder.Build();
        await cluster.DeployAsync();
        return new Laboratory(cluster, data);
    }

    internal async Task<ExperimentStatus> Run(string name, string scenario, params string[] overrides)
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
        return await End(experiment);
    }

    internal static async Task<ExperimentStatus> End(IExperimentGrain experiment)
    {
        ExperimentStatus status = await experiment.Status();
        while (status.Phase == RunPhase.Running)
        {
            await Task.Delay(50);
            status = await experiment.Status();
        }

        return status;
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
