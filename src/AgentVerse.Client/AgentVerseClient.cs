using System.Net;
using System.Runtime.CompilerServices;

using AgentVerse.Grains;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Runtime.Messaging;

namespace AgentVerse.Client;

/// <summary>Submits experiments to a cluster, follows and stops them, and talks to their agents.</summary>
/// <example><code>
/// await using AgentVerseClient client = await AgentVerseClient.Connect([IPEndPoint.Parse("127.0.0.1:30000")]);
/// SubmissionAnswer answer = await client.Submit("mine", submission);
/// await foreach (ExperimentStatus status in client.Follow(answer.Experiment)) { ... }
/// </code></example>
public sealed class AgentVerseClient : IAsyncDisposable
{
    /// <summary>Name of every cluster and of its service.</summary>
    private const string ClusterName = "agentverse";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(5);
    private readonly ServiceProvider? _services;
    private readonly GatewayList? _gateways;
    private readonly IGrainFactory _grains;

    private AgentVerseClient(IGrainFactory grains, ServiceProvider? services, GatewayList? gateways)
    {
        _grains = grains;
        _services = services;
        _gateways = gateways;
    }

    /// <summary>
    /// Connects to a cluster. Any of its gateways will do: the others are learnt from it, so that the client goes on
    /// when a gateway dies.
    /// </summary>
    /// <param name="gateways">Addresses and gateway ports of one silo or more.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="ConnectionFailedException">Nobody answers there for ten seconds.</exception>
    public static async Task<AgentVerseClient> Connect(
        IReadOnlyList<IPEndPoint> gateways, CancellationToken cancellation = default)
    {
        GatewayList known = new(gateways);
        long begin = Environment.TickCount64;
        ServiceCollection services = new();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddOrleansClient(client =>
        {
            client.Services.AddSingleton<IGatewayListProvider>(known);
            client.UseConnectionRetryFilter(async (_, stop) =>
            {
                await Task.Delay(Poll, stop);
                return Environment.TickCount64 - begin < ConnectPatience.TotalMilliseconds;
            });
            client.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (ClusterName, ClusterName));
            client.Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = GatewayList.RefreshPeriod);
            client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = ResponseTimeout);
        });
        ServiceProvider provider = services.BuildServiceProvider();
        try
        {
            foreach (IHostedService service in provider.GetServices<IHostedService>())
            {
                await service.StartAsync(cancellation);
            }

            IClusterClient client = provider.GetRequiredService<IClusterClient>();
            known.Follow(client);
            return new AgentVerseClient(client, provider, known);
        }
        catch (Exception)
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client of the silo in this process.</summary>
    public static AgentVerseClient Over(IGrainFactory grains) => new(grains, null, null);

    /// <summary>
    /// Hands an experiment in; it enters the queue unless there are problems. It outlives this client. If a gateway is
    /// lost meanwhile, what the cluster has is asked for, and the submission handed in again if it has nothing.
    /// </summary>
    /// <param name="experiment">Name of the experiment and of its folder: plain, at most 80 bytes.</param>
    /// <param name="submission">Scenario and data.</param>
    public async Task<SubmissionAnswer> Submit(string experiment, Submission submission)
    {
        try
        {
            return await Experiment(experiment).Submit(submission);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            ExperimentStatus status = await StatusOrWait(experiment, default);
            return status.Phase != RunPhase.Waiting
                ? new SubmissionAnswer { Experiment = experiment }
                : await Experiment(experiment).Submit(submission);
        }
    }

    /// <summary>
    /// All experiments of the cluster: those that have not ended in the order of the queue, then the last ended.
    /// </summary>
    public Task<IReadOnlyList<QueuedExperiment>> Queue() => _grains.GetGrain<IQueueGrain>(0).List();

    /// <summary>Notes that an experiment is to stop, with a commit; it can be resumed. Returns at once.</summary>
    public Task Cancel(string experiment) => Experiment(experiment).Cancel();

    /// <summary>Changes an experiment's priority, <see cref="QueuedExperiment.PriorityMin"/> to
    /// <see cref="QueuedExperiment.PriorityMax"/>: higher goes first. Runs that are under way go on.</summary>
    public Task Prioritise(string experiment, int priority) => Experiment(experiment).Prioritise(priority);

    /// <summary>Stops an experiment and deletes it with its results.</summary>
    public Task Delete(string experiment) => Experiment(experiment).Delete();

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
    /// <returns>Why the queue refuses it; empty if it does not.</returns>
    public Task<string> Resume(string experiment) => Experiment(experiment).Resume();

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
            await (_gateways?.DisposeAsync() ?? ValueTask.CompletedTask);
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
