using System.Net;
using System.Runtime.CompilerServices;

using AgentVerse.Grains;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Orleans.Configuration;
using Orleans.Runtime.Messaging;

namespace AgentVerse.Client;

/// <summary>Submits experiments to a cluster, follows and stops them, and talks to their agents.</summary>
/// <example><code>
/// await using AgentVerseClient client = await AgentVerseClient.Connect(IPEndPoint.Parse("127.0.0.1:30000"));
/// SubmissionAnswer answer = await client.Submit("mine", submission);
/// await foreach (ExperimentStatus status in client.Follow(answer.Experiment)) { ... }
/// </code></example>
public sealed class AgentVerseClient : IAsyncDisposable
{
    /// <summary>Name of every cluster and of its service.</summary>
    private const string ClusterName = "agentverse";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly ServiceProvider? _services;
    private readonly IGrainFactory _grains;

    private AgentVerseClient(IGrainFactory grains, ServiceProvider? services)
    {
        _grains = grains;
        _services = services;
    }

    /// <summary>Connects to the gateway of a silo.</summary>
    /// <param name="gateway">Its address and gateway port.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="ConnectionFailedException">Nobody answers there.</exception>
    public static async Task<AgentVerseClient> Connect(IPEndPoint gateway, CancellationToken cancellation = default)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddOrleansClient(client => client.UseStaticClustering(gateway).Configure<ClusterOptions>(options =>
        {
            options.ClusterId = ClusterName;
            options.ServiceId = ClusterName;
        }));
        ServiceProvider provider = services.BuildServiceProvider();
        try
        {
            foreach (IHostedService service in provider.GetServices<IHostedService>())
            {
                await service.StartAsync(cancellation);
            }

            return new AgentVerseClient(provider.GetRequiredService<IClusterClient>(), provider);
        }
        catch (Exception)
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client of the silo in this process.</summary>
    public static AgentVerseClient Over(IGrainFactory grains) => new(grains, null);

    /// <summary>Hands an experiment in; it begins unless there are problems.</summary>
    /// <param name="experiment">Name of the experiment and of its folder: plain, at most 80 bytes.</param>
    /// <param name="submission">Scenario and data.</param>
    public Task<SubmissionAnswer> Submit(string experiment, Submission submission) =>
        Experiment(experiment).Submit(submission);

    /// <summary>Where an experiment stands.</summary>
    public Task<ExperimentStatus> Status(string experiment) => Experiment(experiment).Status();

    /// <summary>
    /// Where an experiment stands, again and again; the last status is that of its end. A silo that is lost meanwhile
    /// is
    /// waited for, for two minutes.
    /// </summary>
    /// <exception cref="OrleansException">No silo has answered for two minutes.</exception>
    public async IAsyncEnumerable<ExperimentStatus> Follow(
        string experiment, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ExperimentStatus status;
        do
        {
            status = await StatusOrWait(experiment, cancellation);
            yield return status;
            if (status.Phase == RunPhase.Running)
            {
                await Task.Delay(Poll, cancellation);
            }
        }
        while (status.Phase == RunPhase.Running);
    }

    /// <summary>Stops all runs of an experiment between two ticks, with a commit; returns when they stand.</summary>
    public Task Stop(string experiment) => Experiment(experiment).Stop();

    /// <summary>Goes on with what is not done, from the last commits.</summary>
    public Task Resume(string experiment) => Experiment(experiment).Resume();

    /// <summary>One agent of a run that is under way.</summary>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="run">Id of the run.</param>
    /// <param name="population">Name of the population.</param>
    /// <param name="index">Index of the agent in it, from 0.</param>
    public AgentHandle Agent(string experiment, string run, string population, int index) =>
        new(_grains.GetGrain<IRunGrain>($"{experiment}/{run}"), population, index);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            foreach (IHostedService service in _services.GetServices<IHostedService>().Reverse())
            {
                await service.StopAsync(CancellationToken.None);
            }

            await _services.DisposeAsync();
        }
    }

    private IExperimentGrain Experiment(string experiment) => _grains.GetGrain<IExperimentGrain>(experiment);

    private async Task<ExperimentStatus> StatusOrWait(string experiment, CancellationToken cancellation)
    {
        long begin = Environment.TickCount64;
        while (true)
        {
            try
            {
                return await Status(experiment);
            }
            catch (Exception e) when (
                e is OrleansException or TimeoutException && Environment.TickCount64 - begin < Patience.TotalMilliseconds)
            {
                await Task.Delay(Poll, cancellation);
            }
        }
    }
}
