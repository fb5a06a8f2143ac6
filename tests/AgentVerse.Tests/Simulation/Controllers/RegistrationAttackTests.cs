using System.Numerics;

using AgentVerse.Scenarios;
using AgentVerse.Scenarios.Plans;
using AgentVerse.Tests.House;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Controllers;

/// <summary>
/// The delivered scenario: 256 uids cost a farm 20,701 TAO in one block and 0.128 TAO at three in 72 minutes. The run
/// hits the closed form of the price's rule, written here anew in exact integers, to the rao.
/// </summary>
public sealed class RegistrationAttackTests
{
    private const string File = "attacks-bittensor-registration.yaml";
    private const int Uids = 256;
    private const long Floor = 500_000;
    private const long Ceiling = 100_000_000_000;
    private const double Tao = 1e9;
    private const int BlocksPerTick = 120;

    /// <summary>Sum over i below 256 of p(i), p(0) = floor, p(i + 1) = min(ceiling, ⌊1.26 p(i)⌋).</summary>
    [Fact]
    public void In_one_block_they_cost_the_climb_to_the_ceiling_to_the_rao()
    {
        FinishedRun run = Run("burst");
        long sum = 0;
        for (long price = Floor, i = 0; i < Uids; price = Bumped(price), i++)
        {
            sum += price;
        }

        AssertCost(run, sum);
        Assert.Equal(20_701, sum / Tao, 0.5);
        Assert.Single(run.Events("registered").Select(e => (e["tick"], e["second"])).Distinct());
    }

    /// <summary>
    /// In real numbers: m = ⌈ln(ceiling / floor) / ln 1.26⌉ = 53 steps of the climb cost floor (1.26^m - 1) / 0.26, the
    /// other 203 uids the ceiling.
    /// </summary>
    [Fact]
    public void The_closed_form_of_the_burst_in_real_numbers()
    {
        int climb = (int)Math.Ceiling(Math.Log((double)Ceiling / Floor) / Math.Log(1.26));
        double cost = (Floor * (Math.Pow(1.26, climb) - 1) / 0.26) + ((double)(Uids - climb) * Ceiling);
        Assert.Equal(53, climb);
        Assert.Equal(cost / Tao, Run("burst").Ticks("subnet/1").Sum(t => t["registrationsPaid"]) / Tao, 0.001);
    }

    /// <summary>
    /// One in each 24 minutes: p(i + 1) = D^120(⌊1.26 p(i)⌋), D the decay of a block. 1.26^3 is 2.0004, but what 72 minutes
    /// leave over is less than what 120 blocks round off: each uid costs the floor exactly, and 256 cost 0.128 TAO.
    /// </summary>
    [Fact]
    public void At_three_in_a_half_life_they_cost_the_floor_to_the_rao()
    {
        FinishedRun run = Run("paced");
        long[] prices = [.. Paced()];
        AssertCost(run, prices.Sum());
        Assert.Equal(prices, run.Events("registered").OrderBy(e => e["tick"]).Select(e => e["amount"]));
        Assert.Equal(128_000_000, prices.Sum());
    }

    /// <summary>
    /// Four as soon as a tick began with at most 0.0006 TAO, which is every sixth: no more than three steps above that.
    /// </summary>
    [Fact]
    public void Below_a_price_four_at_a_time_are_a_little_dearer_and_a_little_slower()
    {
        FinishedRun run = Run("below-price");
        IReadOnlyDictionary<string, long>[] registered = run.Events("registered");
        Assert.InRange(registered.Length, 170, 180);
        Assert.All(registered, e => Assert.InRange(e["amount"], Floor, (long)(600_000 * Math.Pow(1.26, 3))));
        long[] price = [.. run.Ticks("subnet/1").Select(t => t["burnPrice"])];
        Assert.All(run.Events("woken"), w => Assert.True(price[w["tick"] - 1] <= 600_000));
        Assert.InRange(registered.Average(e => e["amount"]), 1.3 * Floor, 1.6 * Floor);
    }

    [Fact]
    public void Without_a_budget_nothing_is_registered_and_nothing_is_spent()
    {
        FinishedRun run = Run("control");
        Assert.Empty(run.Events("registered"));
        Assert.Equal(25_600 * Tao, Assert.Single(run.Agents("farmers"))["TAO"]);
    }

    /// <summary>The treasury's loss is what the chain got, and all the rest has come home.</summary>
    private static void AssertCost(FinishedRun run, long cost)
    {
        IReadOnlyDictionary<string, long> farmer = Assert.Single(run.Agents("farmers"));
        Assert.Equal(Uids, run.Events("registered").Length);
        Assert.Equal(cost, run.Ticks("subnet/1").Sum(t => t["registrationsPaid"]));
        Assert.Equal(cost, run.Agents("sybils").Sum(s => s["spent"]));
        Assert.Equal(cost, 25_600_000_000_000 - farmer["TAO"]);
        Assert.Equal(cost, farmer["sent"] - farmer["returned"]);
        Assert.Equal(cost, farmer["accountCost"]);
        Assert.All(run.Agents("sybils"), s => Assert.Equal(0, s["TAO"]));
    }

    private static IEnumerable<long> Paced()
    {
        BigInteger factor = DecayFactor();
        long price = Floor;
        for (int i = 0; i < Uids; i++)
        {
            yield return price;
            price = Bumped(price);
            for (int block = 0; block < BlocksPerTick; block++)
            {
                price = Clipped((BigInteger)price * factor >> 32);
            }
        }
    }

    /// <summary>⌊1.26 p⌋ within the bounds; 1.26 is the double of that name, a whole number of 2^-52.</summary>
    private static long Bumped(long price)
    {
        BigInteger factor = new(1.26 * (1L << 52));
        return Clipped(factor * price >> 52);
    }

    private static long Clipped(BigInteger price) => (long)BigInteger.Min(BigInteger.Max(price, Floor), Ceiling);

    /// <summary>The largest f / 2^32 whose 360th power, by squaring with truncated products, is at most a half.</summary>
    private static BigInteger DecayFactor()
    {
        BigInteger low = 0, high = BigInteger.One << 32;
        while (low + 1 < high)
        {
            BigInteger middle = low + ((high - low) >> 1);
            (low, high) = Power(middle, 360) > BigInteger.One << 31 ? (low, middle) : (middle, high);
        }

        return low;

        static BigInteger Power(BigInteger f, int exponent)
        {
            BigInteger result = BigInteger.One << 32;
            for (; exponent > 0; exponent >>= 1, f = f * f >> 32)
            {
                result = (exponent & 1) == 1 ? result * f >> 32 : result;
            }

            return result;
        }
    }

    private static FinishedRun Run(string treatment)
    {
        Treatment chosen = ScenarioFiles.Read(File).Design.Treatments.Single(t => t.Name == treatment);
        string text = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "scenarios", File));
        ScenarioReading reading = ScenarioReader.ReadRun(File, text, ScenarioFiles.Catalogue, chosen.Set);
        Assert.True(reading.Scenario is not null, string.Join('\n', reading.Problems));
        return FinishedRun.Of(ScenarioFiles.World(reading.Scenario!));
    }
}
