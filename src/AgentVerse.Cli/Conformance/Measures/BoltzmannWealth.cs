using AgentVerse.Model.Numerics;

namespace AgentVerse.Cli.Conformance.Measures;

/// <summary>
/// The random exchange of coins: again and again a random agent that has a coin gives one to a random agent. Wealth
/// becomes geometric; its Gini coefficient is 2/3 for a mean of 1.
/// </summary>
internal static class BoltzmannWealth
{
    private const int Sweeps = 600;
    private const ulong Seed = 1;

    /// <summary>Wealth of each agent at the end, agents picked at random with replacement.</summary>
    internal static double[] Run(int agents, int startWealth)
    {
        double[] wealth = new double[agents];
        Array.Fill(wealth, startWealth);
        var draws = new Draws(Seed, 0);
        Purpose pick = Purpose.Of("boltzmann-wealth.pick");
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int i = 0; i < agents; i++)
            {
                StreamDraws at = draws.At((ulong)i, sweep);
                long giver = at.Below(pick, agents);
                long taker = at.Below(pick, agents, 1);
                double coin = Math.Min(1, wealth[giver]);
                wealth[giver] -= coin;
                wealth[taker] += coin;
            }
        }

        return wealth;
    }
}
