using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>
/// Closed form of a cabal with the share s of active stake that gives all its weight to miners who serve nothing, honest
/// validators of one mind: with s above kappa and 1 - s not, all incentive; with 1 - s above kappa and s not, none; with
/// both, s; with neither, nobody has any and validators are paid by stake.
/// </summary>
public sealed class CabalTests
{
    private const int Kappa40 = 26_214;
    private const int Kappa50 = 32_767;
    private const int Kappa60 = 39_321;

    private static SmallChain With(double share, long kappa, double noise = 0, params string[] policies) => new()
    {
        Ticks = 4,
        TickSeconds = 4320,
        Chain = [("rootStake", 0L)],
        Hyperparameters = [("uidsMax", 32L), ("kappa", kappa), ("commitReveal", false)],
        Groups =
        [
            [
                ("validatorsMedian", 8.0), ("stakeShape", 5.0),
                ("blocs", new[]
                {
                    BlocTests.Bloc(
                        ("validators", "cabal"), ("stakeShare", share), ("validatorCount", 2L), ("miners", "friends"),
                        ("minerSeats", 4L), ("quality", 0.0)),
                }),
            ],
        ],
        Crowds =
        [
            new("miners", "miner", 60, ["idle"]),
            new("validators", "validator", 40, ["honest"]) { Own = [("scoreNoise", noise)] },
            new("cabal", "validator", 2, policies.Length == 0 ? ["cabal"] : policies)
            {
                Own = [("allies", new[] { "friends" })],
            },
            new("friends", "miner", 4, ["idle"]),
        ],
    };

    [Theory]
    [InlineData(Kappa40, 0.39, 0.0)]
    [InlineData(Kappa40, 0.41, 0.41)]
    [InlineData(Kappa40, 0.50, 0.50)]
    [InlineData(Kappa40, 0.59, 0.59)]
    [InlineData(Kappa40, 0.61, 1.0)]
    [InlineData(Kappa50, 0.49, 0.0)]
    [InlineData(Kappa50, 0.51, 1.0)]
    [InlineData(Kappa60, 0.39, 0.0)]
    [InlineData(Kappa60, 0.41, double.NaN)]
    [InlineData(Kappa60, 0.50, double.NaN)]
    [InlineData(Kappa60, 0.59, double.NaN)]
    [InlineData(Kappa60, 0.61, 1.0)]
    public void A_cabal_captures_vetoes_or_shares_as_kappa_says(long kappa, double share, double captured)
    {
        (double taken, double honest, double paid) = Incomes(With(share, kappa).Run());
        if (double.IsNaN(captured))
        {
            Assert.Equal((0.0, 0.0), (taken, honest));
        }
        else
        {
            Assert.Equal(captured, taken / (taken + honest), 1e-3);
        }

        Assert.True(paid > 0);
    }

    /// <summary>A veto does not stop the emission: validators get the miners' half as well.</summary>
    [Fact]
    public void Under_a_veto_validators_are_paid_by_stake()
    {
        FinishedRun run = With(0.5, Kappa60).Run();
        double cabal = run.Agents("cabal").Sum(a => a["incomeAlpha"]);
        double others = run.Agents("validators").Sum(a => a["incomeAlpha"]);
        Assert.Equal(0.5, cabal / (cabal + others), 1e-3);
        FinishedRun free = With(0.01, Kappa60).Run();
        double usual = free.Agents("cabal").Sum(a => a["incomeAlpha"])
            + free.Agents("validators").Sum(a => a["incomeAlpha"]);
        Assert.Equal(2, (cabal + others) / usual, 0.02);
    }

    /// <summary>Where honest validators err, each errs elsewhere: a cabal below kappa still gets nothing.</summary>
    [Fact]
    public void Noise_of_honest_validators_moves_no_knee_of_capture()
    {
        (double below, double honest, _) = Incomes(With(0.48, Kappa50, noise: 0.2).Run());
        Assert.Equal(0, below);
        Assert.True(honest > 0);
        (double above, _, _) = Incomes(With(0.52, Kappa50, noise: 0.2).Run());
        Assert.True(above > 0);
    }

    /// <summary>The same bloc with honest scripts is no cabal: its miners serve nothing and get nothing.</summary>
    [Fact]
    public void An_honest_bloc_captures_nothing()
    {
        (double taken, double honest, _) = Incomes(With(0.61, Kappa50, 0, "honest").Run());
        Assert.Equal(0, taken);
        Assert.True(honest > 0);
    }

    private static (double Cabal, double Honest, double Validators) Incomes(FinishedRun run) => (
        run.Agents("friends").Sum(a => a["incomeAlpha"]), run.Agents("miners").Sum(a => a["incomeAlpha"]),
        run.Agents("cabal").Concat(run.Agents("validators")).Sum(a => a["incomeAlpha"]));
}
