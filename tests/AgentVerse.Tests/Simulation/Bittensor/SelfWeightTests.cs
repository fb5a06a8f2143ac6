using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>A validator with a miner of its own, below kappa: what its favour brings is a closed form.</summary>
public sealed class SelfWeightTests
{
    private static (double Miner, double Validator) Incomes(string policy, double share, double favour)
    {
        FinishedRun run = new SmallChain
        {
            Ticks = 20,
            TickSeconds = 4320,
            Hyperparameters = [("uidsMax", 24L), ("commitReveal", false)],
            Groups =
            [
                [
                    ("validatorsMedian", 6.0), ("stakeShape", 5.0),
                    ("blocs", new[]
                    {
                        BlocTests.Bloc(
                            ("validators", "selves"), ("stakeShare", share), ("miners", "seconds"), ("minerSeats", 1L)),
                    }),
                ],
            ],
            Crowds =
            [
                new("miners", "miner", 30, ["idle"]),
                new("validators", "validator", 20, ["honest"]) { Own = [("scoreNoise", 0.0)] },
                new("selves", "validator", 1, [policy])
                {
                    Own = [("scoreNoise", 0.0), ("favoured", "seconds"), ("favourShare", favour)],
                },
                new("seconds", "miner", 1, ["idle"]),
            ],
        }.Run();
        double own = run.Agents("seconds").Sum(a => a["incomeAlpha"]);
        double others = run.Agents("miners").Sum(a => a["incomeAlpha"]);
        return (own / (own + others), run.Agents("selves").Sum(a => a["incomeAlpha"]));
    }

    /// <summary>
    /// With the honest share q of its miner, stake share s and favour f above q: the miner's own weight is clipped to q,
    /// but the other miners lose what the validator no longer gives them,
    /// I = q / (q + (1 - s) (1 - q) + s (1 - f)).
    /// </summary>
    [Theory]
    [InlineData(0.3, 0.5)]
    [InlineData(0.3, 1.0)]
    [InlineData(0.1, 0.9)]
    public void Favour_below_kappa_takes_from_the_others_what_the_clip_leaves(double share, double favour)
    {
        double q = Incomes("honest", share, favour).Miner;
        double expected = q / (q + ((1 - share) * (1 - q)) + (share * (1 - favour)));
        Assert.True(expected > q && favour > q);
        Assert.Equal(expected, Incomes("selfWeight", share, favour).Miner, 0.01 * expected);
    }

    /// <summary>It pays for that with dividends: its bonds with the other miners shrink.</summary>
    [Fact]
    public void The_validator_pays_for_its_favour_with_dividends()
    {
        double honest = Incomes("honest", 0.3, 0.9).Validator;
        double selfish = Incomes("selfWeight", 0.3, 0.9).Validator;
        Assert.True(selfish < 0.9 * honest, $"{selfish} of {honest}");
    }
}
