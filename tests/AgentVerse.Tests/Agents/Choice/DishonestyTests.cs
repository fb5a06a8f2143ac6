using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Agents.Choice;

/// <summary>At temperature 0 a dishonest option is taken exactly beyond gain = lambda L + m.</summary>
public sealed class DishonestyTests
{
    private static readonly OptionPath Honest = OptionPath.In(1, 1, 1);
    private static readonly OptionPath Dishonest = OptionPath.In(1, 1, 2);

    [Theory]
    [InlineData(0.0, 100.0, 0.0)]
    [InlineData(0.01, 100.0, 0.5)]
    [InlineData(0.2, 40.0, 3.0)]
    public void A_dishonest_option_is_taken_exactly_beyond_its_threshold(double detections, double loss, double cost)
    {
        double threshold = (detections * loss) + cost;
        Assert.Equal(1, Taken(threshold + 1e-9));
        Assert.Equal(0, Taken(threshold - 1e-9));

        int Taken(double gain)
        {
            ValueTerms honest = new() { TokensPerDay = 20, Price = 1, RunningCost = 5, HorizonDays = 30 };
            ValueTerms dishonest = honest with
            {
                TokensPerDay = 20 + gain,
                IsDishonest = true,
                Detections = detections,
                Loss = loss,
                HonestyCost = cost,
            };
            return Someone.Choose(
                NestedLogit.BestResponse, Someone.Of(3), new(Honest, honest.Value), new(Dishonest, dishonest.Value));
        }
    }

    /// <summary>The controller takes the profit: it decides for all its accounts, or for none.</summary>
    [Fact]
    public void All_accounts_of_a_controller_are_opportunists_or_none_is()
    {
        PopulationPlan miners = new SmallChain.Crowd("miners", "miner", 600, ["honest"]) { AccountsPerController = 3 }.Plan(0);
        bool[] isOne = [.. Enumerable.Range(0, 600).Select(i => Opportunism.Is(new Draws(1, 0), miners, i, 0.3))];
        Assert.InRange(isOne.Count(o => o), 120, 240);
        Assert.All(Enumerable.Range(0, 600), i => Assert.Equal(isOne[i / 3 * 3], isOne[i]));
    }

    [Fact]
    public void A_larger_share_of_opportunists_contains_a_smaller()
    {
        int few = 0;
        for (int i = 0; i < Someone.Many; i++)
        {
            Chooser someone = Someone.Of(i);
            bool isFew = Opportunism.Is(someone.Draws, someone.Account, 0.2);
            few += isFew ? 1 : 0;
            Assert.True(!isFew || Opportunism.Is(someone.Draws, someone.Account, 0.3));
        }

        Assert.InRange((double)few / Someone.Many, 0.2 - Someone.Error(0.2), 0.2 + Someone.Error(0.2));
    }
}
