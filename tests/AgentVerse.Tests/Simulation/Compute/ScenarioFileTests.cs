using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using AgentVerse.Tests.House;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Compute;

/// <summary>The delivered scenario shows what it says, arm by arm.</summary>
public sealed class ScenarioFileTests
{
    private const string Market = CoupledWorld.Market;

    /// <summary>Tick of the cut.</summary>
    private const int Cut = 168;

    /// <summary>Over five seeds: one alone may have hardly any units that move.</summary>
    [Fact]
    public void Coupled_a_cut_sends_units_to_akash_and_its_price_falls()
    {
        List<(double Offered, double Quote, double Nodes)> before = [], after = [];
        for (int seed = 1; seed <= 5; seed++)
        {
            FinishedRun calm = Run("coupled", seed);
            FinishedRun cut = Run("coupled-cut", seed);
            Assert.Equal(calm.Ticks(Market).Take(Cut), cut.Ticks(Market).Take(Cut));
            before.Add(Means(calm));
            after.Add(Means(cut));
        }

        Assert.True(after.Average(m => m.Offered) > 1.1 * before.Average(m => m.Offered));
        Assert.True(after.Average(m => m.Quote) < 0.96 * before.Average(m => m.Quote));
        Assert.True(after.Average(m => m.Nodes) < 0.7 * before.Average(m => m.Nodes));
    }

    [Fact]
    public void Apart_it_leaves_akash_as_it_was_to_the_bit()
    {
        FinishedRun calm = Run("apart");
        FinishedRun cut = Run("apart-cut");
        foreach (string rows in new[] { Market, "chain", "AKT", "hosts", "tenants" })
        {
            Assert.Equal(calm.Ticks(rows), cut.Ticks(rows));
        }

        Assert.True(Means(cut).Nodes < 0.9 * Means(calm).Nodes);
    }

    /// <summary>A run of one treatment of the file.</summary>
    private static FinishedRun Run(string treatment, int seed = 1)
    {
        Scenario whole = ScenarioFiles.Read("coupling-compute.yaml");
        IReadOnlyList<Override> changes =
            [.. whole.Design.Treatments.Single(t => t.Name == treatment).Set, Override.Of("seed", $"{seed}")];
        string text = File.ReadAllText(Path.Combine(Repository.Root, "scenarios", "coupling-compute.yaml"));
        ScenarioReading reading =
            ScenarioReader.ReadRun("coupling-compute.yaml", text, ScenarioFiles.Catalogue, changes);
        return FinishedRun.Of(ScenarioFiles.World(reading.Scenario!));
    }

    /// <summary>Means over the ten weeks after the cut: units offered and quote on Akash, nodes on Render.</summary>
    private static (double Offered, double Quote, double Nodes) Means(FinishedRun run)
    {
        double Mean(string shard, string series) =>
            run.Ticks(shard).Where(t => t["tick"] >= Cut + 28).Average(t => t[series]);
        return (Mean(Market, "unitsOffered"), Mean(Market, "quote"), Mean("scheduler", "nodes"));
    }
}
