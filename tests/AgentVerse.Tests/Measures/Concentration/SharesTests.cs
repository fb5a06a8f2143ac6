using System.Text.Json;
using AgentVerse.Measures.Concentration;
using AgentVerse.Model;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Measures.Concentration;

public class SharesTests
{
    private static readonly Gen<double[]> Holdings =
        Gen.Long[0, 1000].Select(value => (double)value).Array[1, 40]
            .Where(holdings => holdings.Any(holding => holding > 0));

    [Fact]
    public void Herfindahl_of_the_vectors()
    {
        Check("hhi.50_30_20", input => 10_000 * Shares.Herfindahl(Of(input)));
        Check("hhi.effective_number", input => Shares.EffectiveNumber(Of(input)));
    }

    [Theory]
    [InlineData("nakamoto.gt_half")]
    [InlineData("nakamoto.gt_third")]
    public void Nakamoto_of_the_vectors(string id) =>
        Check(id, input => Shares.Nakamoto(Of(input), input.GetProperty("threshold").GetDouble()));

    [Fact]
    public void The_weakest_subsystem_decides() => Check("nakamoto.subsystem_min", input =>
        input.GetProperty("subsystems").EnumerateObject()
            .Min(system => Shares.Nakamoto(Vectors.Numbers(system.Value), 0.5)));

    [Fact]
    public void Entropy_of_the_vectors() => Check("entropy.uniform8_bits", input => Shares.Entropy(Of(input)));

    [Fact]
    public void Nakamoto_equals_the_smallest_winning_number_by_trial() =>
        Gen.Select(Holdings, Gen.Int[0, 63]).Sample((x, parts) =>
        {
            // Whole holdings and 64ths: neither the oracle nor the measure rounds.
            long[] sorted = [.. x.Select(holding => (long)holding).OrderDescending()];
            int expected = Enumerable.Range(1, x.Length).First(k => 64 * sorted.Take(k).Sum() > parts * sorted.Sum());
            Assert.Equal(expected, Shares.Nakamoto(x, parts / 64.0));
        });

    [Fact]
    public void A_tie_at_the_threshold_is_not_enough_unless_asked_for()
    {
        Assert.Equal(2, Shares.Nakamoto([50, 50], 0.5));
        Assert.Equal(1, Shares.Nakamoto([50, 50], 0.5, strict: false));
        Assert.Equal(1, Shares.Nakamoto([51, 49], 0.5));
        Assert.Equal(1, Shares.Nakamoto([1, 1, 1], 0));
    }

    [Fact]
    public void Top_share_counts_the_largest_holders()
    {
        Assert.Equal(0.7, Shares.Top([10, 20, 70], 1), 1e-15);
        Assert.Equal(0.9, Shares.Top([10, 20, 70], 2), 1e-15);
        Assert.Equal(1, Shares.Top([10, 20, 70], 3), 1e-15);
        Assert.Equal(1, Shares.Top([10, 20, 70], int.MaxValue), 1e-15);
    }

    [Fact]
    public void Equal_holders_are_as_many_as_they_are() => Gen.Int[1, 500].Sample(n =>
    {
        double[] equal = [.. Enumerable.Repeat(7.0, n)];
        Assert.Equal(n, Shares.EffectiveNumber(equal), 1e-9);
        Assert.Equal(Math.Log2(n), Shares.Entropy(equal), 1e-9);
        Assert.Equal((n / 2) + 1, Shares.Nakamoto(equal, 0.5));
    });

    [Fact]
    public void Holders_of_nothing_change_no_share() => Holdings.Sample(x =>
    {
        double[] more = [.. x, 0, 0, 0];
        Assert.Equal(Shares.Herfindahl(x), Shares.Herfindahl(more));
        Assert.Equal(Shares.Entropy(x), Shares.Entropy(more));
        Assert.Equal(Shares.Nakamoto(x, 0.5), Shares.Nakamoto(more, 0.5));
        Assert.Equal(Shares.Top(x, 3), Shares.Top(more, 3));
    });

    [Fact]
    public void Order_of_holders_changes_no_bit() =>
        Gen.Select(Gen.Double[0, 1e12].Array[1, 50], Gen.Int).Sample((x, seed) =>
        {
            double[] shuffled = [.. x];
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(All(x), All(shuffled));
        });

    [Theory]
    [InlineData]
    [InlineData(0.0, 0.0)]
    public void Where_nobody_holds_anything_nothing_is_defined(params double[] holdings) =>
        Assert.All(All(holdings), value => Assert.Equal(double.NaN, value));

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void With_a_holding_that_is_none_nothing_is_defined(double holding) =>
        Assert.All(All([1, holding, 2]), value => Assert.Equal(double.NaN, value));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_threshold_that_nobody_can_pass_is_a_bug(double theta) =>
        Assert.Throws<InvariantException>(() => Shares.Nakamoto([1], theta));

    private static double[] All(double[] x) =>
        [Shares.Herfindahl(x), Shares.EffectiveNumber(x), Shares.Nakamoto(x, 0.5), Shares.Top(x, 2), Shares.Entropy(x)];

    private static double[] Of(JsonElement input) => Vectors.Numbers(input.GetProperty("shares"));

    private static void Check(string id, Func<JsonElement, double> compute)
    {
        JsonElement vector = Vectors.Measure(id);
        double expected = vector.GetProperty("expected").GetDouble();
        Assert.Equal(expected, compute(vector.GetProperty("input")), vector.GetProperty("tolerance").GetDouble());
    }
}
