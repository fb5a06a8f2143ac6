using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Simulation;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Subnets of a world before its first tick.</summary>
internal static class OpenedWorlds
{
    /// <summary>State of the first subnet.</summary>
    internal static SubnetState Open(this World world) => Shards(world).First().State;

    /// <summary>Plans of all subnets.</summary>
    internal static IReadOnlyList<SubnetSpec> Specs(this World world) => [.. Shards(world).Select(s => s.Spec)];

    private static IEnumerable<SubnetShard> Shards(World world) =>
        world.Plan.Shards.Select(s => s.Plan.Open(world.Plan)).OfType<SubnetShard>();
}
