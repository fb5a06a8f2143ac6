using System.Globalization;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Model.Numerics;

public sealed class StableHashTests
{
    [Fact]
    public void Mix_of_golden_steps_is_the_published_SplitMix64_sequence()
    {
        // Vigna's splitmix64.c from seed 1234567, values as on Rosetta Code.
        ulong[] expected =
        [
            6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821,
        ];
        var outputs = Enumerable.Range(1, 5).Select(n => StableHash.Mix(1234567 + ((ulong)n * StableHash.Golden)));
        Assert.Equal(expected, outputs);
    }

    // XXH64 with seed 0; published with the xxHash specification and its ports.
    [Theory]
    [InlineData("", "ef46db3751d8e999")]
    [InlineData("a", "d24ec4f1a98c6e5b")]
    [InlineData("abc", "44bc2cf5ad770999")]
    public void Of_is_XxHash64_of_UTF8(string text, string expected) =>
        Assert.Equal(expected, StableHash.Of(text).ToString("x16", CultureInfo.InvariantCulture));

    [Fact]
    public void Of_does_not_depend_on_where_the_bytes_are_kept()
    {
        var text = new string('é', 1000);
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        Assert.Equal(System.IO.Hashing.XxHash64.HashToUInt64(bytes), StableHash.Of(text));
    }

    [Fact]
    public void Mix_flips_about_half_of_the_bits() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 63]).Sample((word, bit) =>
        {
            var flips = System.Numerics.BitOperations.PopCount(
                StableHash.Mix(word) ^ StableHash.Mix(word ^ (1UL << bit)));
            return flips is > 4 and < 60;
        });

    [Fact]
    public void Combine_tells_the_order_of_words() =>
        Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong).Sample((hash, a, b) => a == b
            || Append(hash, a, b) != Append(hash, b, a));

    private static ulong Append(ulong hash, ulong first, ulong second) =>
        StableHash.Combine(StableHash.Combine(hash, first), second);
}
