using AgentVerse.Grains;
using AgentVerse.Silo;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AgentVerse.Benchmarks;

/// <summary>One silo in this process, as an embedded run has it, for all measurements of a report.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _experiments;

    private Bench(WebApplication app, string folder, int threads)
    {
        _app = app;
        Folder = folder;
        Threads = threads;
    }

    internal string Folder { get; }

    internal int Threads { get; }

    internal IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    internal RunFiles Files => _app.Services.GetRequiredService<RunFiles>();

    internal ComputePool Pool => _app.Services.GetRequiredService<ComputePool>();

    internal RunCoordination Coordination => _app.Services.GetRequiredService<RunCoordination>();

    internal static async Task<Bench> Open(int threads)
    {
        string folder = Directory.CreateTempSubdirectory("agentverse-bench-").FullName;
        WebApplication app = SiloHost.Build(new SiloSettings
        {
            DataFolder = folder,
            PluginFolder = Path.Combine(AppContext.BaseDirectory, "plugins"),
            Threads = threads,
            DashboardPort = -1,
        });
        await app.StartAsync();
        return new Bench(app, folder, threads);
    }

    /// <summary>Keeps a scenario as an experiment's inputs and names its first run.</summary>
    internal async Task<RunSpec> Keep(string scenario)
    {
        string experiment = $"bench-{_experiments++}";
        IReadOnlyList<string> problems = await _app.Services.GetRequiredService<ExperimentDesk>().Accept(
            experiment, new Submission { FileName = experiment, Text = scenario, Overrides = [], Files = [] });
        return problems.Count == 0
            ? new RunSpec
            {
                RunId = experiment, Experiment = experiment, Overrides = [], Replicate = 0, Point = 0, Treatment = "control",
            }
            : throw new InvalidOperationException(string.Join('\n', problems));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
