using System.Data.Common;
using System.Net;
using System.Net.Sockets;

using AgentVerse.Grains;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

using Npgsql;

using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;

namespace AgentVerse.Silo;

/// <summary>How a silo finds the others: by PostgreSQL, or by a first silo on loopback.</summary>
internal static class Clustering
{
    /// <summary>
    /// Name of every cluster and of its service: clusters that share nothing need no names of their own.
    /// </summary>
    internal const string Name = "agentverse";

    private const string Invariant = "Npgsql";

    /// <summary>Sets membership, addresses and, with a database, the storage of control state.</summary>
    internal static void Configure(ISiloBuilder silo, SiloSettings settings)
    {
        int siloPort = settings.SiloPort > 0 ? settings.SiloPort : FreePort();
        int gatewayPort = settings.GatewayPort > 0 ? settings.GatewayPort : FreePort();
        if (settings.Cluster is { } cluster)
        {
            InDatabase(silo, cluster);
            silo.ConfigureEndpoints(settings.Address, siloPort, gatewayPort);
            silo.Configure<EndpointOptions>(o =>
                (o.SiloListeningEndpoint, o.GatewayListeningEndpoint) = (settings.SiloBinding, settings.GatewayBinding));
        }
        else
        {
            IPEndPoint? primary =
                settings.PrimaryPort > 0 ? new IPEndPoint(IPAddress.Loopback, settings.PrimaryPort) : null;
            silo.UseLocalhostClustering(siloPort, gatewayPort, primary, Name, Name);
            silo.Configure<EndpointOptions>(o => o.AdvertisedIPAddress = IPAddress.Loopback);
            Watch(silo, new Watchfulness { Votes = 1 });
        }
    }

    private static void InDatabase(ISiloBuilder silo, ClusterSettings cluster)
    {
        DbProviderFactories.RegisterFactory(Invariant, NpgsqlFactory.Instance);
        string connection = cluster.Database.ConnectionString;
        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (Name, Name));
        silo.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (Invariant, connection));
        silo.AddAdoNetGrainStorage(
            RunGrain.Storage,
            (OptionsBuilder<AdoNetGrainStorageOptions> storage) => storage.Configure<Serializer>((o, serializer) =>
            {
                o.Invariant = Invariant;
                o.ConnectionString = connection;
                o.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
            }));
        Watch(silo, cluster.Watchfulness);
    }

    private static void Watch(ISiloBuilder silo, Watchfulness watch) =>
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            o.ProbeTimeout = watch.ProbeTimeout;
            o.NumMissedProbesLimit = watch.MissedProbes;
            o.NumVotesForDeathDeclaration = watch.Votes;
            o.IAmAliveTablePublishTimeout = watch.AliveEvery;
            o.TableRefreshTimeout = watch.RefreshEvery;
        });

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
