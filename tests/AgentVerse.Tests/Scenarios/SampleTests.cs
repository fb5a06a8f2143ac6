using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using AgentVerse.Scenarios.Plans;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Scenarios;

public sealed class SampleTests
{
    /// <summary>
    /// First points in 20 dimensions as the authors' own program prints them (S. Joe and F. Y. Kuo, sobol.cc with
    /// new-joe-kuo-6.21201).
    /// </summary>
    private static readonly double[][] Published =
    [
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        [.5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5],
        [.75, .25, .25, .25, .75, .75, .25, .75, .75, .75, .75, .75, .25, .25, .75, .25, .75, .25, .75, .25],
        [.25, .75, .75, .75, .25, .25, .75, .25, .25, .25, .25, .25, .75, .75, .25, .75, .25, .75, .25, .75],
        [.375, .375, .625, .875, .375, .125, .375, .875, .875, .625, .875, .375, .375, .625, .375, .875, .375, .875, .875, .125],
        [.875, .875, .125, .375, .875, .625, .875, .375, .375, .125, .375, .875, .875, .125, .875, .375, .875, .375, .375, .625],
        [.625, .125, .875, .625, .625, .875, .125, .125, .125, .375, .125, .625, .125, .875, .625, .625, .625, .625, .125, .375],
        [.125, .625, .375, .125, .125, .375, .625, .625, .625, .875, .625, .125, .625, .375, .125, .125, .125, .125, .625, .875],
    ];

    /// <summary>Points 32 and 64 of the same print: they use the sixth and seventh direction numbers.</summary>
    private static readonly (int Point, double[] Coordinates)[] Later =
    [
        (32, [.046875, .265625, .703125, .546875, .140625, .921875, .796875, .671875, .984375, .046875, .390625, .953125, .453125, .984375, .984375, .109375, .171875, .046875, .421875, .515625]),
        (64, [.0234375, .3984375, .8203125, .8359375, .6484375, .4453125, .6640625, .2109375, .7421875, .1171875, .9453125, .2265625, .4296875, .5234375, .8046875, .5078125, .8828125, .3203125, .3515625, .9453125]),
    ];

    [Fact]
    public void Sobol_points_are_the_published_ones()
    {
        Sobol sobol = new(128);
        foreach ((int point, double[] coordinates) in (IEnumerable<(int, double[])>)[.. Published.Select((c, i) => (i, c)), .. Later])
        {
            Assert.Equal(coordinates, Enumerable.Range(0, 20).Select(axis => sobol.Coordinate(point, axis)));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(4096)]
    public void Sobol_puts_one_point_in_each_part_of_each_axis(int count)
    {
        Sobol sobol = new(count);
        Assert.All(Enumerable.Range(0, JoeKuo.Dimensions), axis => Assert.Equal(
            Enumerable.Range(0, count),
            Enumerable.Range(0, count).Select(i => (int)(sobol.Coordinate(i, axis) * count)).Order()));
    }

    [Fact]
    public void The_first_two_Sobol_axes_fill_every_elementary_box()
    {
        Sobol sobol = new(256);
        for (int bits = 0; bits <= 8; bits++)
        {
            int boxes = Enumerable.Range(0, 256).Select(i => (
                (int)(sobol.Coordinate(i, 0) * (1 << bits)), (int)(sobol.Coordinate(i, 1) * (1 << (8 - bits))))).Distinct().Count();
            Assert.Equal(256, boxes);
        }
    }

    [Fact]
    public void Direction_numbers_are_odd_and_below_their_power_of_two_and_polynomials_are_primitive()
    {
        Assert.Equal(64, JoeKuo.Dimensions);
        HashSet<int> polynomials = [];
        for (int axis = 1; axis < JoeKuo.Dimensions; axis++)
        {
            (int a, uint[] m) = JoeKuo.Row(axis);
            Assert.All(m.Index(), p => Assert.True(p.Item % 2 == 1 && p.Item < 1u << (p.Index + 1)));
            int polynomial = (1 << m.Length) | (a << 1) | 1;
            Assert.True(polynomials.Add(polynomial));
            Assert.Equal((1 << m.Length) - 1, OrderOfX(polynomial, m.Length));
        }
    }

    /// <summary>The least n with x^n = 1 modulo the polynomial over GF(2): 2^degree - 1 exactly if it is primitive.</summary>
    private static int OrderOfX(int polynomial, int degree)
    {
        int power = 1;
        for (int n = 1; ; n++)
        {
            power <<= 1;
            power ^= (power >> degree) * polynomial;
            if (power == 1 || n >= 1 << degree)
            {
                return n;
            }
        }
    }

    /// <summary>Published vector lhs.stratification: n = 100, d = 5, one point in every part of every axis.</summary>
    [Fact]
    public void A_Latin_hypercube_has_one_point_in_each_part_of_each_axis()
    {
        string[] paths = ["a", "b", "c", "d", "e"];
        LatinHypercube sample = new(1, 100, paths);
        Assert.All(paths.Index(), axis => Assert.Equal(
            Enumerable.Range(0, 100),
            Enumerable.Range(0, 100).Select(i => (int)(sample.Coordinate(i, axis.Index) * 100)).Order()));
    }

    [Fact]
    public void Stratification_holds_for_any_seed_and_size() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Int[1, 300]).Sample((seed, count) =>
        {
            LatinHypercube sample = new(seed, count, ["x"]);
            return Enumerable.Range(0, count).Select(i => (int)(sample.Coordinate(i, 0) * count)).Order()
                .SequenceEqual(Enumerable.Range(0, count));
        }, seed: "0N0XIzNsQ0O2", iter: 300);

    [Fact]
    public void One_more_axis_leaves_the_others_as_they_were()
    {
        LatinHypercube two = new(1, 50, ["x", "y"]);
        LatinHypercube three = new(1, 50, ["w", "x", "y"]);
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(
            (two.Coordinate(i, 0), two.Coordinate(i, 1)), (three.Coordinate(i, 1), three.Coordinate(i, 2))));
    }

    [Fact]
    public void Axes_and_seeds_are_independent()
    {
        LatinHypercube sample = new(1, 1000, ["x", "y"]);
        LatinHypercube other = new(2, 1000, ["x", "y"]);
        Assert.InRange(Correlation(i => sample.Coordinate(i, 0), i => sample.Coordinate(i, 1)), -0.1, 0.1);
        Assert.InRange(Correlation(i => sample.Coordinate(i, 0), i => other.Coordinate(i, 0)), -0.1, 0.1);
    }

    [Fact]
    public void Whole_values_are_equally_likely_with_their_ends()
    {
        IEnumerable<string> blocks = Sampled().Select(p => p[0].Value);
        Assert.Equal(Enumerable.Range(1, 16), blocks.Select(b => int.Parse(b, null)).Order());
    }

    [Fact]
    public void Values_are_written_as_their_keys_are()
    {
        foreach (IReadOnlyList<Override> point in Sampled())
        {
            Assert.InRange(double.Parse(point[1].Value, null), 0.001, 1);
            Assert.Matches("^[0-9]+[smhd]$", point[2].Value);
            Assert.Matches(@"^[0-9](\.[0-9]{1,9})?$", point[3].Value);
            Assert.Matches("^2021-[0-9]{2}-[0-9]{2}$", point[4].Value);
        }
    }

    [Fact]
    public void A_logarithmic_axis_has_one_point_in_each_part_of_its_logarithms() =>
        Assert.Equal(
            Enumerable.Range(0, 16),
            Sampled().Select(p => (int)(Math.Log(double.Parse(p[1].Value, null) / 0.001) / Math.Log(1000) * 16)).Order());

    [Fact]
    public void Coordinates_are_carried_to_both_ends()
    {
        Field field = Field.Integer("x", 0, long.MinValue, long.MaxValue, "", "X.");
        Axis few = new("x", field, -3L, 3L, false);
        Assert.Equal(("-3", "3"), (few.At(0).Value, few.At(Math.BitDecrement(1.0)).Value));
        Axis all = new("x", field, long.MinValue, long.MaxValue, false);
        Assert.Equal("-9223372036854775808", all.At(0).Value);
        Assert.InRange(long.Parse(all.At(Math.BitDecrement(1.0)).Value, null), long.MaxValue - 2048, long.MaxValue);
        Axis real = new("x", Field.Number("x", 0, 0, 10, "", "X."), 0.1, 0.3, true);
        Assert.Equal("0.1", real.At(0).Value);
        Assert.InRange(double.Parse(real.At(Math.BitDecrement(1.0)).Value, null), 0.2999999, 0.3);
    }

    [Fact]
    public void Sampled_points_depend_on_the_seed_of_the_scenario_and_on_nothing_else()
    {
        string text = Files.Good("sampled");
        Assert.Equal(Values(Files.Scenario(text)), Values(Files.Scenario(text, "ticks=3", "design.replicates=2")));
        Assert.NotEqual(Values(Files.Scenario(text)), Values(Files.Scenario(text, "seed=8")));
    }

    private static IEnumerable<string> Values(Scenario scenario) => Enumerable.Range(0, scenario.Design.Points.Count)
        .SelectMany(i => scenario.Design.Points[i]).Select(o => o.Value);

    private static IEnumerable<IReadOnlyList<Override>> Sampled()
    {
        PointSet points = Files.Scenario(Files.Good("sampled")).Design.Points;
        Assert.Equal(16, points.Count);
        return Enumerable.Range(0, 16).Select(i => points[i]);
    }

    private static double Correlation(Func<int, double> x, Func<int, double> y) =>
        Enumerable.Range(0, 1000).Average(i => (x(i) - 0.5) * (y(i) - 0.5)) * 12;
}
