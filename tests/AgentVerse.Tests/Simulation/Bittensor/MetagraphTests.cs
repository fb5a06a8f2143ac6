using AgentVerse.Measures.Concentration;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>The real subnet 15 of January 2025, and subnets drawn like the real ones.</summary>
public sealed class MetagraphTests
{
    private const string Neurons = "data/bittensor-subnet15-neurons.csv";
    private const string Weights = "data/bittensor-subnet15-weights.csv";

    private static SmallChain Real => new()
    {
        Ticks = 3,
        Hyperparameters = [],
        Groups = [[("netuid", 15L), ("neurons", Neurons), ("weights", Weights)]],
        Crowds = [new("miners", "miner", 300, ["idle"]), new("validators", "validator", 20, ["standing"])],
        Tables = new SortedDictionary<string, DataTable>
        {
            [Neurons] = ScenarioFiles.Table(Neurons), [Weights] = ScenarioFiles.Table(Weights),
        },
    };

    /// <summary>Published of this file: calibration of section 4, own computation there.</summary>
    [Fact]
    public void The_opening_has_the_published_concentration()
    {
        SubnetState subnet = Real.World().Open();
        double[] stakes = [.. subnet.Neurons.AlphaStake.ToArray().Select(s => s / 1e9)];
        Assert.Equal(256, stakes.Length);
        Assert.Equal(167, stakes.Count(s => s > 0));
        Assert.Equal(11, stakes.Count(s => s >= 1000));
        Assert.Equal(5.44e6, stakes.Sum(), 0.005e6);
        Assert.Equal(0.348, Shares.Top(stakes, 1), 0.0005);
        Assert.Equal(0.754, Shares.Top(stakes, 5), 0.0005);
        Assert.Equal(0.984, Shares.Top(stakes, 10), 0.0005);
        Assert.Equal(3, Shares.Nakamoto(stakes, 0.5));
        Assert.Equal(0.976, Inequality.Gini(stakes), 0.0005);
    }

    [Fact]
    public void Uids_with_a_thousand_tao_validate_and_the_others_mine()
    {
        SubnetState subnet = Real.World().Open();
        int[] permitted =
            [.. Enumerable.Range(0, 256).Where(uid => subnet.Neurons.ValidatorPermit[uid])];
        Assert.Equal([0, 2, 21, 52, 56, 57, 94, 112, 206, 245, 253], permitted);
        Assert.All(permitted, uid => Assert.Equal(1, subnet.Holder[uid].Population));
        Assert.Equal(245, subnet.Holder.ToArray().Count(h => h.Population == 0));
    }

    /// <summary>
    /// The validators with stake weigh 27 to 41 uids each; consensus is above 0 for what half of the stake weighs.
    /// </summary>
    [Fact]
    public void Real_weights_pay_the_few_that_half_of_the_stake_weighs()
    {
        FinishedRun run = Real.Run();
        SubnetState subnet = run.Subnets[0];
        Assert.Equal(11, subnet.ActiveValidators);
        Assert.InRange(subnet.Neurons.ServerEmission.ToArray().Count(e => e > 0), 20, 41);
        long[] incomes = [.. run.Agents("miners").Select(a => a["incomeAlpha"])];
        Assert.True(incomes.Sum() > 0);
    }

    [Fact]
    public void Honest_validators_reproduce_what_the_real_ones_thought()
    {
        SmallChain honest = Real with
        {
            Ticks = 12,
            Crowds =
            [
                new("miners", "miner", 300, ["idle"]),
                new("validators", "validator", 20, ["honest"]) { Own = [("scoreNoise", 0.0)] },
            ],
        };
        double[] real = Incentives((Real with { Ticks = 12 }).Run());
        double[] scored = Incentives(honest.Run());
        Assert.InRange(real.Zip(scored, (a, b) => Math.Abs(a - b)).Sum() / 2, 0, 0.25);
    }

    [Fact]
    public void Drawn_subnets_have_the_published_concentration_of_validators()
    {
        World world = new SmallChain
        {
            Hyperparameters = [],
            Groups = [[("count", 200L)]],
            Crowds = [new("miners", "miner", 60_000, ["idle"]), new("validators", "validator", 4000, ["honest"])],
        }.World();
        int[] counts = [.. world.Specs().Select(s => s.Neurons.Count(n => n.IsValidator)).Order()];
        double[] effective =
        [
            .. world.Specs().Select(s => s.Neurons.Where(n => n.IsValidator).Select(n => (double)n.Alpha))
                .Select(stakes => Shares.EffectiveNumber([.. stakes])).Order(),
        ];
        Assert.InRange(counts[100], 10, 12);
        Assert.InRange(counts[50], 8, 10);
        Assert.InRange(counts[150], 12, 15);
        Assert.InRange(effective[100], 2.1, 2.9);
    }

    [Fact]
    public void A_file_that_does_not_fit_is_named_with_its_key()
    {
        SmallChain broken = Real with
        {
            Tables = new SortedDictionary<string, DataTable>
            {
                [Neurons] = new DataTable(Neurons, ["uid", "stake_tao"], [[0, 0], [1, 2]]),
                [Weights] = ScenarioFiles.Table(Weights),
            },
        };
        (_, IReadOnlyList<Problem> problems) = broken.Plan();
        Problem problem = Assert.Single(problems);
        Assert.Equal("subnets.neurons", problem.Path);
        Assert.Contains("once each", problem.Allowed, StringComparison.Ordinal);
    }

    private static double[] Incentives(FinishedRun run)
    {
        long[] server = run.Subnets[0].Neurons.ServerEmission.ToArray();
        double sum = server.Sum();
        return [.. server.Select(s => s / sum)];
    }
}
