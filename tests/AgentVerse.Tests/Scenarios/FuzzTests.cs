using AgentVerse.Scenarios;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Scenarios;

/// <summary>No text makes an exception, and what reads is canonical, fits the schema and reads back.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Texts = [.. Files.In("Good").Select(Files.Good)];

    private static readonly string[] Pieces =
    [
        "\n", "  ", "- ", ": ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a", "!!int ", "|\n", ">-\n", "---\n", "...\n", "%YAML 1.1\n",
        "\t", "\0", "\r", "\ufeff", "\ud800", "\u2028", "null", "~", "true", "no", "0", "-1", "1e999", ".nan", "0x1F", "010", "1_000",
        "9223372036854775808", "1h", "1e9d", "2025-02-30", "../x.csv", "\"\\U00110000\"", "\"\\x00\"", "? ", "<<: ", "miners", "toy", ", ",
        "populations", "networks.toy.blocks", "design:\n  plan: {grid: {}}\n", "é", "😀",
    ];

    private static readonly string[] Numbers =
        ["0", "1", "2", "3", "8", "64", "0.5", "1.0", "1e2", "1h", "30m", "2d", "2024-02-29"];

    private static readonly string[] Paths =
    [
        "networks.toy.tiers[1]", "populations.miners.count", "populations[0]", "design.plan", "measures",
        "networks.toy.subnets",
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf(Pieces), Gen.Char.Select(c => c.ToString()), Gen.OneOf(Texts.SelectMany(t => t.Split('\n')).ToArray()));

    /// <summary>Words and marks of the good files.</summary>
    private static readonly string[] Tokens = [.. Texts.SelectMany(Split).Where(t => !string.IsNullOrWhiteSpace(t)).Distinct()];

    /// <summary>
    /// A good file with up to 3 changes: a stretch cut out, doubled or replaced by a piece, or, mostly, a word or number
    /// replaced by another, so that most files are YAML and some are good.
    /// </summary>
    private static readonly Gen<string> Mutated = Gen.Select(
        Gen.OneOf(Texts),
        Gen.Select(Gen.Double.Unit, Gen.Int[0, 12], Gen.Int[0, 9], Gen.Select(Piece, Gen.OneOf(Tokens))).Array[1, 3],
        (text, edits) => edits.Aggregate(text, (t, e) => Edit(t, e.Item1, e.Item2, e.Item3, e.Item4)));

    private static bool IsNumber(string token) => token.Length > 0 && char.IsAsciiDigit(token[0]);

    private static string[] Split(string text) => System.Text.RegularExpressions.Regex.Split(text, @"(\s+|[][{},:""])");

    private static string Edit(string text, double where, int length, int how, (string Piece, string Token) with)
    {
        if (how > 3)
        {
            string[] tokens = Split(text);
            bool digits = how > 5;
            int[] words = [.. tokens.Index().Where(t => digits ? IsNumber(t.Item) : t.Item.Trim().Length > 0).Select(t => t.Index)];
            if (words.Length > 0)
            {
                tokens[words[(int)(where * words.Length)]] = digits ? Numbers[length] : with.Token;
            }

            return string.Concat(tokens);
        }

        string piece = with.Piece;
        int at = (int)(where * text.Length);
        int end = Math.Min(at + length, text.Length);
        return how switch
        {
            0 => text[..at] + text[end..],
            1 => text[..end] + text[at..],
            2 => text[..at] + piece + text[end..],
            _ => text[..at] + piece + text[at..],
        };
    }

    [Fact]
    public void Mutated_files_never_make_an_exception()
    {
        int read = 0;
        Each(Mutated, 10_000, text => read += Check(Files.Read(text)) ? 1 : 0);
        Assert.InRange(read, 500, 9_500);
    }

    [Fact]
    public void Random_text_never_makes_an_exception() =>
        Each(Piece.Array[0, 40].Select(string.Concat), 10_000, text => Check(Files.Read(text)));

    [Fact]
    public void Random_overrides_never_make_an_exception() => Each(
        Gen.Select(Gen.OneOf(Texts), Piece.Array[0, 6].Select(string.Concat).Array[1, 3]), 1_000,
        c => Check(Files.Read(c.Item1, c.Item2)));

    [Fact]
    public void Mutated_overrides_never_make_an_exception() => Each(
        Gen.Select(Gen.OneOf(Paths), Mutated.Select(t => t.Length > 30 ? t[..30] : t)), 1_000,
        c => Check(Files.Read(Texts[0], $"{c.Item1}={c.Item2}")));

    /// <summary>The same cases in every run; a failure shows its case and how many came before it.</summary>
    private static void Each<T>(Gen<T> gen, int cases, Action<T> check)
    {
        PCG pcg = new(1, 20251220);
        for (int i = 0; i < cases; i++)
        {
            T value = gen.Generate(pcg, null, out _);
            try
            {
                check(value);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"case {i}: {Print(value)}", error);
            }
        }
    }

    private static string Print<T>(T value) =>
        System.Text.Json.JsonSerializer.Serialize(value, System.Text.Json.JsonSerializerOptions.Default);

    private static bool Check(ScenarioReading reading)
    {
        Assert.Equal(reading.Scenario is null, reading.Problems.Count > 0);
        Assert.All(reading.Problems, p => Assert.DoesNotContain('\n', p.ToString().Replace(p.File, "", StringComparison.Ordinal)));
        if (reading.Scenario is { } scenario)
        {
            Assert.Equal(scenario.CanonicalText, Files.Scenario(scenario.CanonicalText).CanonicalText);
            Assert.Empty(SchemaTests.Misfits(scenario.CanonicalText));
            Assert.NotNull(scenario.Design.Points[scenario.Design.Points.Count - 1]);
        }

        return reading.Scenario is not null;
    }
}
