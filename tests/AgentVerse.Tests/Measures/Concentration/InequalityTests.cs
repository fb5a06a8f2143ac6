using System.Text.Json;
using AgentVerse.Measures.Concentration;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Measures.Concentration;

public class InequalityTests
{
    private static readonly Gen<double[]> Holdings =
        Gen.OneOf(Gen.Double[0, 1e9], Gen.Long[0, 1L << 50].Select(value => (double)value), Gen.Const(0.0)).Array[1, 60]
            .Where(holdings => holdings.Any(holding => holding > 0));

    [Theory]
    [InlineData("gini.1to5")]
    [InlineData("gini.equal")]
    [InlineData("gini.10_20_70")]
    public void Gini_of_the_vectors(string id) => Check(id, input => Inequality.Gini(X(input)));

    [Fact]
    public void Unbiased_gini_of_the_vectors() =>
        Check("gini.unbiased_1to5", input => Inequality.GiniUnbiased(X(input)));

    [Fact]
    public void Theil_of_the_vectors() => Check("theil_T.1to5", input => Inequality.Theil(X(input)));

    [Fact]
    public void Atkinson_of_the_vectors() =>
        Check("atkinson.eps1", input => Inequality.Atkinson(X(input), input.GetProperty("epsilon").GetDouble()));

    [Fact]
    public void Theil_decomposition_of_the_vectors()
    {
        JsonElement vector = Vectors.Measure("theil_T.decomposition");
        JsonElement input = vector.GetProperty("input").GetProperty("groups");
        double[][] groups = [.. input.EnumerateObject().Select(group => Vectors.Numbers(group.Value))];
        TheilDecomposition parts = TheilDecomposition.Of(groups);
        JsonElement expected = vector.GetProperty("expected");
        Assert.Equal(expected.GetProperty("total").GetDouble(), parts.Total, 1e-12);
        Assert.Equal(expected.GetProperty("within").GetDouble(), parts.Within, 1e-12);
        Assert.Equal(expected.GetProperty("between").GetDouble(), parts.Between, 1e-12);
        Assert.Equal(Inequality.Theil([.. groups.SelectMany(g => g)]), parts.Total, 1e-12);
    }

    [Fact]
    public void Gini_of_distributions_by_their_quantiles()
    {
        Check("gini.uniform01", _ => Inequality.Gini(Quantiles(u => u)));
        Check("gini.lognormal_s1", _ => Inequality.Gini(Quantiles(Lognormal)));

        // Pareto with alpha = 3: 1 / (2 alpha - 1) = 0.2, as the vector's note suggests for sampling.
        Assert.Equal(0.2, Inequality.Gini(Quantiles(u => Math.Pow(1 - u, -1.0 / 3))), 1e-3);
    }

    [Fact]
    public void Theil_of_the_lognormal_by_its_quantiles() =>
        Check("theil_T.lognormal", _ => Inequality.Theil(Quantiles(Lognormal)));

    [Fact]
    public void Gini_equals_the_mean_difference_of_all_pairs() => Holdings.Sample(x =>
    {
        double pairs = x.Sum(a => x.Sum(b => Math.Abs(a - b)));
        Assert.Equal(pairs / (2 * x.Length * x.Sum()), Inequality.Gini(x), 1e-9);
    });

    [Fact]
    public void Order_of_holders_changes_no_bit() => Gen.Select(Holdings, Gen.Int).Sample((x, seed) =>
    {
        double[] shuffled = [.. x];
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(All(x), All(shuffled));
    });

    [Fact]
    public void Scale_changes_nothing() => Holdings.Sample(x =>
    {
        double[] scaled = [.. x.Select(holding => holding * 1024)];
        Assert.Equal(All(x), All(scaled));
    });

    [Fact]
    public void Everything_is_in_its_bounds() => Holdings.Sample(x =>
    {
        Assert.InRange(Inequality.Gini(x), -1e-12, 1 - (1.0 / x.Length) + 1e-12);
        Assert.InRange(Inequality.Theil(x), -1e-12, Math.Log(x.Length) + 1e-12);
        Assert.All([0.5, 1, 2], epsilon => Assert.InRange(Inequality.Atkinson(x, epsilon), -1e-12, 1));
    });

    [Fact]
    public void A_transfer_from_rich_to_poor_lowers_all_of_them() =>
        Gen.Select(Gen.Double[1, 1e6].Array[2, 30], Gen.Double[0.01, 0.49]).Sample((x, part) =>
        {
            Array.Sort(x);
            double gap = x[^1] - x[0];
            if (gap < 1)
            {
                return;
            }

            double[] moved = [.. x];
            moved[0] += part * gap;
            moved[^1] -= part * gap;
            Assert.True(Inequality.Gini(moved) < Inequality.Gini(x));
            Assert.True(Inequality.Theil(moved) < Inequality.Theil(x));
            Assert.True(Inequality.Atkinson(moved, 1) < Inequality.Atkinson(x, 1));
        });

    [Fact]
    public void One_holder_of_everything_is_the_worst()
    {
        double[] one = [0, 0, 0, 8];
        Assert.Equal(0.75, Inequality.Gini(one), 1e-15);
        Assert.Equal(1, Inequality.GiniUnbiased(one), 1e-15);
        Assert.Equal(Math.Log(4), Inequality.Theil(one), 1e-15);
        Assert.Equal(1, Inequality.Atkinson(one, 1));
        Assert.Equal(0.75, Inequality.Atkinson(one, 0.5), 1e-15);
        Assert.Equal(0, Inequality.Atkinson(one, 0), 1e-15);
    }

    [Theory]
    [InlineData]
    [InlineData(0.0)]
    [InlineData(0.0, 0.0, 0.0)]
    public void Where_nobody_holds_anything_nothing_is_defined(params double[] holdings)
    {
        Assert.All(All(holdings), value => Assert.Equal(double.NaN, value));
        Assert.Equal(double.NaN, Inequality.GiniUnbiased(holdings));
        Assert.Equal(double.NaN, TheilDecomposition.Of([holdings]).Total);
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void With_a_holding_that_is_none_nothing_is_defined(double holding) =>
        Assert.All(All([1, holding, 2]), value => Assert.Equal(double.NaN, value));

    private static double[] All(double[] x) =>
    [
        Inequality.Gini(x), Inequality.Theil(x),
        Inequality.Atkinson(x, 0.5), Inequality.Atkinson(x, 1), Inequality.Atkinson(x, 2),
    ];

    private static double[] X(JsonElement input) => Vectors.Numbers(input.GetProperty("x"));

    private static double[] Quantiles(Func<double, double> quantile) =>
        [.. Enumerable.Range(0, 200_000).Select(i => quantile((i + 0.5) / 200_000))];

    private static double Lognormal(double u) => Math.Exp(AgentVerse.Model.Numerics.Quantiles.Normal(u));

    private static void Check(string id, Func<JsonElement, double> compute)
    {
        JsonElement vector = Vectors.Measure(id);
        double expected = vector.GetProperty("expected").GetDouble();
        Assert.Equal(expected, compute(vector.GetProperty("input")), vector.GetProperty("tolerance").GetDouble());
    }
}
