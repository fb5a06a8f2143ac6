using Xunit;
using Xunit.Abstractions;

namespace AgentVerse.Tests.Simulation.Bittensor.Miners;

/// <summary>Laws of how miners decide, on whole worlds.</summary>
public sealed class MinerLawTests(ITestOutputHelper output)
{
    private const int Seeds = 8;

    /// <summary>Student's t for 7 degrees of freedom, 95 %, both sides.</summary>
    private const double Student = 2.365;

    private static readonly SmallChain Chain = MinerWorld.Chain with
    {
        Crowds = MinerWorld.Crowd("logit", ("reviewRate", 2.0), ("setupCost", 20.0)),
    };

    /// <summary>
    /// Two days at a tick of an hour and of half an hour, over seeds: the mean difference is smaller than its interval, or
    /// than the interval of the figure itself.
    /// </summary>
    [Fact]
    public void Halving_the_tick_moves_headline_figures_by_less_than_their_interval()
    {
        double[][] whole = [.. Enumerable.Range(0, Seeds).Select(s => Headline(s, 3600, 48))];
        double[][] half = [.. Enumerable.Range(0, Seeds).Select(s => Headline(s, 1800, 96))];
        for (int figure = 0; figure < whole[0].Length; figure++)
        {
            double[] one = [.. whole.Select(h => h[figure])];
            double[] other = [.. half.Select(h => h[figure])];
            double moved = Math.Abs(other.Average() - one.Average());
            double interval = Interval(one) + Interval(other);
            output.WriteLine($"figure {figure}: {one.Average():G5} and {other.Average():G5}, interval {interval:G3}");
            Assert.True(moved < interval, $"figure {figure}: {one.Average()} and {other.Average()} within {interval}");
        }
    }

    /// <summary>
    /// Ten days at ten times the rate of reviews: the number who serve settles, it does not swing. Its spread in the last
    /// fifth is no larger than in the fifth before, and small beside its level.
    /// </summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(10.0)]
    public void Ten_times_the_rate_of_reviews_gives_no_limit_cycle(double rate)
    {
        FinishedRun run = (Chain with
        {
            Ticks = 240,
            Crowds = MinerWorld.Crowd("logit", ("reviewRate", rate), ("setupCost", 20.0)),
        }).Run();
        double[] serving = [.. run.Ticks("miners").Select(t => (double)t["serving"])];
        double level = serving[192..].Average();
        double before = Deviation(serving[144..192]);
        double last = Deviation(serving[192..]);
        int turns = Turns(serving[144..]);
        output.WriteLine($"rate {rate}: level {level:G4}, deviation {before:G3} then {last:G3}, turns {turns}");
        Assert.True(last < 0.05 * level, $"{last} of {level}");
        Assert.True(last <= 1.5 * Math.Max(before, 0.01 * level), $"{last} after {before}");
    }

    /// <summary>
    /// Where nothing is drawn anew and nobody needs another's uid (no tastes, no noise, all subnets seen, room for all),
    /// whoever has settled stays, however often it thinks of it.
    /// </summary>
    [Fact]
    public void A_stationary_world_has_no_churn()
    {
        FinishedRun run = (Chain with
        {
            Ticks = 120,
            Hyperparameters = [("uidsMax", 256L), ("burn", 10_000_000L), ("tempo", 100L)],
            Groups =
            [
                [("count", 2L), ("validatorsMedian", 4.0), ("validatorsSpread", 0.0), ("priceSpread", 0.0), ("occupancy", 0.1)],
            ],
            Crowds =
            [
                new("miners", "miner", 150, ["bestResponse"])
                {
                    Own =
                    [
                        ("reviewRate", 8.0), ("reservationIncome", 5.0), ("reservationSpread", 0.0),
                        ("salesPerDay", 0.0), ("setupCost", 20.0),
                    ],
                },
                new("validators", "validator", 60, ["honest"]) { Own = [("scoreNoise", 0.0)] },
            ],
        }).Run();
        IReadOnlyDictionary<string, long>[] ticks = run.Ticks("miners");
        long early = ticks[..60].Sum(t => t["entries"] + t["exits"]);
        long late = ticks[90..].Sum(t => t["entries"] + t["exits"]);
        output.WriteLine($"entries and exits: {early} early, {late} late");
        Assert.True(early > 20);
        Assert.InRange(late, 0, 2);
        Assert.True(ticks[90..].Sum(t => t["reviews"]) > 1000);
    }

    /// <summary>Registrations, mean price of one, mean quality paid, share that serves.</summary>
    private static double[] Headline(int seed, long tick, int ticks)
    {
        FinishedRun run = (Chain with { Seed = (ulong)seed, TickSeconds = tick, Ticks = ticks }).Run();
        IReadOnlyDictionary<string, long>[][] subnets =
            [.. Enumerable.Range(1, 4).Select(n => run.Ticks($"subnet/{n}"))];
        return
        [
            subnets.Sum(s => s.Sum(t => t["registrations"])),
            subnets.Average(s => s.Average(t => t["burnPrice"])) / 1e9,
            subnets.Average(s => s[^(ticks / 4)..].Average(t => BitConverter.Int64BitsToDouble(t["qualityPaid"]))),
            run.Ticks("miners")[^(ticks / 4)..].Average(t => (double)t["serving"]),
        ];
    }

    private static double Interval(double[] values) => Student * Deviation(values) * Math.Sqrt(1.0 / (Seeds - 1));

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }

    /// <summary>How often a series turns from rising to falling.</summary>
    private static int Turns(double[] values) =>
        Enumerable.Range(1, values.Length - 2).Count(i => values[i] > values[i - 1] && values[i] > values[i + 1]);
}
