using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>The delivered scenarios of attacks can be planned, and have in them what they speak of.</summary>
public sealed class AttackScenarioTests
{
    [Theory]
    [InlineData("bittensor-cabal.yaml", "cabal", "friends")]
    [InlineData("bittensor-copying.yaml", "copiers")]
    [InlineData("bittensor-stake-attacks.yaml", "owners")]
    public void Every_bloc_and_owner_has_its_seats(string file, params string[] populations)
    {
        Scenario scenario = ScenarioFiles.Read(file);
        World world = ScenarioFiles.World(scenario);
        Assert.All(world.Specs(), spec => Assert.All(populations, name => Assert.Contains(
            spec.Neurons, (OpeningNeuron n) => world.Plan.Populations[n.Holder.Population].Name == name)));
    }
}
