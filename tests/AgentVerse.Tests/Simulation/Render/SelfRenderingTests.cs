using AgentVerse.Model.Networks.Render;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>
/// The closed form of self-rendering, hit by whole runs on both sides: it pays iff the pool M exceeds what honest
/// creators spend V, and most at v* = sqrt(M V) - V.
/// </summary>
public sealed class SelfRenderingTests
{
    private const int Weeks = 10;
    private const int Seeds = 6;

    /// <summary>It applies in the first week and acts in all others.</summary>
    private const int Acting = Weeks - 1;

    private const double Pool = 43_757;

    /// <summary>At 1 USD a RENDER the pool M is 43,757 USD a week.</summary>
    [Theory]
    [InlineData(60, true)]
    [InlineData(600, false)]
    public void It_pays_if_and_only_if_the_pool_exceeds_what_creators_spend(int creators, bool pays)
    {
        (double honest, double profit, double error) = Profits(creators, 2000);
        Assert.Equal(pays, SelfRendering.Pays(Pool, honest));
        Assert.True(pays ? profit > 2 * error : profit < -2 * error, $"profit {profit} +- {error}, V {honest}");
    }

    [Theory]
    [InlineData(60, 1000)]
    [InlineData(60, 8000)]
    [InlineData(300, 4000)]
    [InlineData(600, 4000)]
    public void What_it_earns_is_what_the_formula_says(int creators, int spent)
    {
        List<double> gaps = [];
        for (int seed = 0; seed < Seeds; seed++)
        {
            FinishedRun run = World(creators, spent, seed).Run();
            gaps.Add(Profit(run) - Formula(run, spent));
        }

        double mean = gaps.Average();
        double error = Math.Sqrt(gaps.Sum(g => (g - mean) * (g - mean)) / (Seeds - 1) / Seeds);
        Assert.True(Math.Abs(mean) <= (2 * error) + 1, $"{mean} +- {error}");
    }

    /// <summary>Of spending v* / 4, v* and 4 v* the middle one earns most.</summary>
    [Fact]
    public void It_earns_most_at_the_optimum()
    {
        (double honest, _, _) = Profits(120, 1000);
        double best = SelfRendering.Optimum(Pool, honest);
        double less = Profits(120, (int)(best / 4)).Profit;
        double optimal = Profits(120, (int)best).Profit;
        double more = Profits(120, (int)(4 * best)).Profit;
        Assert.True(optimal > less && optimal > more, $"{less} {optimal} {more} at v* {best}");
    }

    /// <summary>Left to itself the operator spends near v* of what it sees, and stops where nothing can be gained.</summary>
    [Theory]
    [InlineData(120, true)]
    [InlineData(600, false)]
    public void The_policy_spends_the_optimum_and_nothing_beyond_the_threshold(int creators, bool spends)
    {
        FinishedRun run = World(creators, 0, 1).Run();
        double spent = run.Agents("selves")[0]["renderSelfSpent"] / 1e6 / Acting;
        double honest = run.Ticks("scheduler").Skip(1).Average(t => (t["value"] - t["requested"]) / 1e6);
        double best = SelfRendering.Optimum(Pool, honest);
        Assert.Equal(spends, best > 0);
        Assert.InRange(spent, 0.8 * best, (1.2 * best) + (spends ? 0 : 500));
    }

    /// <summary>A scheduler that ignores requests leaves it with its share of the pool for all it spends.</summary>
    [Fact]
    public void Where_requests_are_not_honoured_it_loses()
    {
        SmallRender world = World(60, 4000, 1);
        FinishedRun run = (world with { Own = [.. world.Own, ("honoursRequests", 0.0)] }).Run();
        FinishedRun control = World(60, 0, 1, startUsd: 0).Run();
        double gain = (run.Agents("selves")[0]["renderEarned"] - control.Agents("selves")[0]["renderEarned"]) / 1e8;
        double spent = run.Agents("selves")[0]["renderSelfSpent"] / 1e6;
        Assert.True(spent > 0 && gain < spent / 2, $"{gain} for {spent}");
    }

    private static (double Honest, double Profit, double Error) Profits(int creators, int spent)
    {
        double[] profits = new double[Seeds];
        double honest = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            FinishedRun run = World(creators, spent, seed).Run();
            profits[seed] = Profit(run);
            honest += run.Ticks("scheduler").Skip(1).Average(t => (t["value"] - t["requested"]) / 1e6) / Seeds;
        }

        double mean = profits.Average();
        return (honest, mean, Math.Sqrt(profits.Sum(p => (p - mean) * (p - mean)) / (Seeds - 1) / Seeds));
    }

    /// <summary>USD a week over what the operator's nodes earn from work that was not its own, which is tiny.</summary>
    private static double Profit(FinishedRun run)
    {
        IReadOnlyDictionary<string, long> self = run.Agents("selves")[0];
        double own = self["renderSelfSpent"] / 1e6;
        double others = (self["renderWorked"] / 1e6) - own;
        double earned = self["renderEarned"] / 1e8;
        double forOthers = self["renderWorked"] > 0 ? earned * others / (self["renderWorked"] / 1e6) : 0;
        return (earned - forOthers - own) / Acting;
    }

    /// <summary>Mean of M v / (V + v) - v over the weeks, with each week's own V and v.</summary>
    private static double Formula(FinishedRun run, int spent)
    {
        double sum = 0;
        foreach (IReadOnlyDictionary<string, long> tick in run.Ticks("scheduler").Where(t => t["requested"] > 0))
        {
            double own = tick["requested"] / 1e6;
            Assert.InRange(own, 0.9 * spent, spent);
            sum += SelfRendering.Profit(Pool, (tick["value"] / 1e6) - own, own);
        }

        return sum / Acting;
    }

    private static SmallRender World(int creators, int spent, int seed, long startUsd = 1_000_000_000_000) => new()
    {
        Seed = (ulong)seed,
        Ticks = Weeks,
        Own = [("price", 1.0), ("matchSpread", 0.2), ("vettedShare", 0.0), ("cutStart", 4_000_000_000L)],
        Crowds =
        [
            SmallRender.Operators(80, SmallRender.Stays, ("unitsMedian", 3000.0)),
            SmallRender.Creators(creators, ("renderPriorityShare", 0.0), ("sizeSpread", 0.1), ("hoursSpread", 0.1),
                ("ordersPerDay", 1.0)),
            new("selves", "gpuProvider", 1, ["renderSelf"])
            {
                Own =
                [
                    SmallRender.Fast, ("unitsMedian", 60.0), ("unitsSpread", 0.0), SmallRender.Stays,
                    ("startUsd", startUsd), ("renderSelfSpend", spent * 1_000_000L), ("renderFailure", 0.0),
                    ("renderUptime", 1.0), ("renderUptimeSpread", 0.0),
                ],
            },
        ],
    };
}
