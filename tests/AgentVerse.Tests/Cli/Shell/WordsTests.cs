using AgentVerse.Cli.Shell;

using Xunit;

namespace AgentVerse.Tests.Cli.Shell;

public sealed class WordsTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1000, "1.00 k")]
    [InlineData(12_345_678, "12.3 M")]
    [InlineData(999_600, "1.00 M")]
    [InlineData(0.25, "0.25")]
    public void Counts_have_three_digits_and_a_unit(double value, string words) =>
        Assert.Equal(words, Words.Count(value));

    [Theory]
    [InlineData(0.2, "1 s")]
    [InlineData(74, "1 min 14 s")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(180_000, "2 d 2 h")]
    public void Spans_have_their_two_largest_units(double seconds, string words) =>
        Assert.Equal(words, Words.Span(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void What_is_not_known_is_said_so() =>
        Assert.Equal(("unknown", "not defined", "-"), (Words.Span(null), Words.Value(double.NaN), Words.Interval(1, null)));
}
