using AgentVerse.Scenarios.Reading;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Scenarios.Reading;

public sealed class NearestTests
{
    private static readonly Gen<string> Word = Gen.OneOf('a', 'b', 'c').Array[0, 7].Select(c => new string(c));

    [Theory]
    [InlineData("ca", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("count", "conut", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("Count", "count", 0)]
    public void The_distance_counts_edits_and_swaps_of_neighbours(string a, string b, int distance) =>
        Assert.Equal(distance, Nearest.Distance(a, b, 100));

    [Fact]
    public void The_distance_is_that_of_the_plain_recursion() =>
        Gen.Select(Word, Word).Sample((a, b) => Nearest.Distance(a, b, 100) == Slow(a, b), seed: "0N0XIzNsQ0O2", iter: 500);

    [Fact]
    public void A_near_name_is_offered_and_a_far_one_is_not()
    {
        Assert.Equal("did you mean 'burnHalfLife'?", Nearest.KeyFix("burnHalflfie", ["burnHalfLife", "burn"]));
        Assert.Equal("remove it; known are burn", Nearest.KeyFix("x", ["burn"]));
        Assert.Equal("remove it", Nearest.KeyFix("x", []));
        Assert.Equal("choose one of them", Nearest.WordFix("k", ["by", "me"]));
    }

    private static int Slow(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length + b.Length;
        }

        int best = Math.Min(Slow(a[1..], b), Slow(a, b[1..])) + 1;
        best = Math.Min(best, Slow(a[1..], b[1..]) + (a[0] == b[0] ? 0 : 1));
        return a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] ? Math.Min(best, Slow(a[2..], b[2..]) + 1) : best;
    }
}
