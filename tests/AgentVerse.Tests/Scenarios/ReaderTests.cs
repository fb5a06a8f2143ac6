using System.Globalization;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using Xunit;

namespace AgentVerse.Tests.Scenarios;

public sealed class ReaderTests
{
    private static SettingsMap Full() => Files.Scenario(Files.Good("full")).Networks[1].Value;

    [Fact]
    public void The_core_keys_are_read()
    {
        Scenario scenario = Files.Scenario(Files.Good("full"));
        Assert.Equal("full-house", scenario.Name);
        Assert.Equal("Does a dearer registration\nkeep Sybils out?\n", scenario.Description);
        Assert.Equal(new DateTimeOffset(2025, 12, 20, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), scenario.Start);
        Assert.Equal(3600, scenario.TickSeconds);
        Assert.Equal(72, scenario.Ticks);
        Assert.Equal(long.MaxValue, scenario.Seed);
        Assert.Equal(["bare", "toy"], scenario.Networks.Select(n => n.Key));
        Assert.Equal(new Recording(24, 0.01), scenario.Record);
        Assert.Equal(new Execution(1024, Placement.Whole, 2, 0), scenario.Execution);
        Assert.Equal(["data/subnet-15.csv", "prices.parquet"], scenario.DataFiles.Select(f => f.Path));
        Assert.Equal(("networks.toy.weights", 25), (scenario.DataFiles[0].Key, scenario.DataFiles[0].Line));
    }

    [Fact]
    public void Populations_and_measures_are_read()
    {
        Scenario scenario = Files.Scenario(Files.Good("full"));
        Population miners = scenario.Populations[0];
        Assert.Equal(("miners", "miner", 32512, 4), (miners.Name, miners.Kind, miners.Count, miners.AccountsPerController));
        Assert.Equal(["lazy", "honest"], miners.Policies);
        Assert.Equal((0.5, 2_592_000L), (miners.Initial, miners.ArrivalSeconds));
        Assert.Equal(500_000_000, miners.Settings.Integer("wealth"));
        Population watchers = scenario.Populations[1];
        Assert.Equal(["idle"], watchers.Policies);
        Assert.Equal((0, 1, 1.0, 0L), (watchers.Count, watchers.AccountsPerController, watchers.Initial, watchers.ArrivalSeconds));
        Assert.Equal(
            [("gini", "miners", "income", true), ("topShare", "watchers", "seen", false), ("topShare", "watchers", "seen", false)],
            scenario.Measures.Select(m => (m.Measure, m.Population, m.Column, m.ByController)));
        Assert.Equal([5, 10], scenario.Measures.Skip(1).Select(m => m.Settings.Integer("k")));
    }

    [Fact]
    public void An_integer_is_a_long() => Assert.Equal((100, long.MinValue), (Full().Integer("blocks"), Full().Integer("big")));

    [Fact]
    public void A_word_may_stand_for_zero() => Assert.Equal(0, Full().Integer("slots"));

    [Fact]
    public void A_number_is_the_nearest_double() => Assert.Equal((0.001, -2.5e10), (Full().Number("rate"), Full().Number("scale")));

    [Fact]
    public void A_text_in_quotes_may_look_like_anything() => Assert.Equal("no", Full().Text("note"));

    [Fact]
    public void No_is_text_as_in_YAML_1_2() =>
        Assert.Equal("no", Files.Scenario(Files.Toy("note: no")).Networks[0].Value.Text("note"));

    [Fact]
    public void A_flag_is_true_or_false() => Assert.False(Full().Flag("open"));

    [Fact]
    public void A_choice_is_one_of_its_words() => Assert.Equal("stable", Full().Text("pool"));

    [Fact]
    public void A_duration_is_whole_seconds() => Assert.Equal(5400, Full().Integer("halfLife"));

    [Fact]
    public void A_date_is_its_first_second() =>
        Assert.Equal(DateTimeOffset.Parse("2021-02-28T00:00:00Z", CultureInfo.InvariantCulture).ToUnixTimeSeconds(), Full().Integer("launch"));

    [Fact]
    public void An_amount_is_exact_where_a_double_is_not()
    {
        Assert.Equal(20_999_999_000_000_001, Full().Integer("stake"));
        Assert.NotEqual(20_999_999_000_000_001, (long)(20999999.000000001 * 1e9));
    }

    [Fact]
    public void A_file_is_its_path() => Assert.Equal("data/subnet-15.csv", Full().Text("weights"));

    [Fact]
    public void Lists_keep_their_order()
    {
        Assert.Equal([1, 0.5, 100], Full().Numbers("tiers"));
        Assert.Equal(["eu", "us-east"], Full().Texts("regions"));
    }

    [Fact]
    public void A_section_is_nested() => Assert.Equal(0.31, Full().Section("price").Number("usd"));

    [Fact]
    public void A_list_of_sections_takes_the_keys_that_its_tag_selects()
    {
        IReadOnlyList<SettingsMap> subnets = Full().List("subnets");
        Assert.True(subnets[0].Flag("chat"));
        Assert.Equal((256, 64, 1024), (subnets[0].Integer("size"), subnets[1].Integer("size"), subnets[1].Integer("pixels")));
        Assert.Equal("15", subnets[1].Text("name"));
    }

    [Fact]
    public void What_is_not_written_has_its_default()
    {
        SettingsMap toy = Files.Scenario(Files.Toy("")).Networks[0].Value;
        Assert.Equal((360, 0.25, true), (toy.Integer("blocks"), toy.Number("rate"), toy.Flag("open")));
        Assert.Equal("fixed", toy.Section("price").Text("mode"));
        Assert.Equal([0.5, 1, 2], toy.Numbers("tiers"));
        Assert.Empty(toy.List("subnets"));
        Assert.False(toy.Has("weights"));
    }

    [Fact]
    public void A_network_that_is_not_named_takes_no_part() =>
        Assert.Equal(["toy"], Files.Scenario(Files.Toy("")).Networks.Select(n => n.Key));

    [Theory]
    [InlineData("stake: 1", 1_000_000_000)]
    [InlineData("stake: 1e-9", 1)]
    [InlineData("stake: \"0.1\"", 100_000_000)]
    [InlineData("stake: 21e6", 21_000_000_000_000_000)]
    [InlineData("stake: 0.10000000000000000", 100_000_000)]
    public void Amounts_are_decimals_in_any_form(string key, long baseUnits) =>
        Assert.Equal(baseUnits, Files.Scenario(Files.Toy(key)).Networks[0].Value.Integer("stake"));

    [Theory]
    [InlineData("big: 1e3", 1000)]
    [InlineData("big: 12.0", 12)]
    [InlineData("big: +5", 5)]
    [InlineData("big: -0", 0)]
    [InlineData("big: 0e99999999999999999999", 0)]
    [InlineData("big: 9223372036854775807", long.MaxValue)]
    public void Integers_are_decimals_without_a_fraction(string key, long value) =>
        Assert.Equal(value, Files.Scenario(Files.Toy(key)).Networks[0].Value.Integer("big"));

    [Fact]
    public void Minus_zero_is_zero() =>
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(Files.Scenario(Files.Toy("rate: -0.0")).Networks[0].Value.Number("rate")));

    [Fact]
    public void A_byte_order_mark_and_other_line_ends_change_nothing()
    {
        string text = Files.Good("full");
        Scenario scenario = Files.Scenario(text);
        Assert.Equal(scenario.CanonicalText, Files.Scenario("\ufeff" + text).CanonicalText);
        Assert.Equal(scenario.CanonicalText, Files.Scenario(text.Replace("\n", "\r\n", StringComparison.Ordinal)).CanonicalText);
        Assert.Equal(scenario.CanonicalText, Files.Scenario(text.Replace("\n", "\r", StringComparison.Ordinal)).CanonicalText);
    }

    [Theory]
    [InlineData("scenario: 1\nname: a\0b", "s.yaml:2: text = U+0000; must be printable characters, spaces and line ends; remove the character, or write it as an escape in double quotes")]
    [InlineData("a: \ufeff1", "s.yaml:1: text = U+FEFF; must be printable characters, spaces and line ends; remove the character, or write it as an escape in double quotes")]
    [InlineData("\r\r\na: \u2028", "s.yaml:3: text = U+2028; must be printable characters, spaces and line ends; remove the character, or write it as an escape in double quotes")]
    [InlineData("...\na: 1", "s.yaml:1: text; must be YAML; the text is malformed")]
    public void Characters_that_YAML_forbids_are_refused(string text, string problem) =>
        Assert.Equal(problem, Files.Problem(text));

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.StartsWith("s.yaml:1: text = U+D800; must be printable", Files.Problem("a: \ud800"), StringComparison.Ordinal);

    [Fact]
    public void An_escaped_control_character_is_refused_in_a_text() =>
        Assert.Equal(
            "s.yaml:1: networks.toy.note = a\\u0000b; must be text of at most 100 characters; remove control characters",
            Files.Problem(Files.Toy("note: \"a\\0b\"")));

    [Fact]
    public void A_text_over_a_mebibyte_is_refused() =>
        Assert.Equal(
            "s.yaml: text = 1048577 bytes; must be at most 1048576 bytes; move data to data files",
            Files.Problem(new string('#', (1 << 20) + 1)));

    [Fact]
    public void More_than_a_hundred_thousand_values_are_refused() =>
        Assert.Equal(
            "s.yaml:1: text; must be at most 100000 values; make the file simpler",
            Files.Problem("[" + string.Concat(Enumerable.Repeat("1,", 100_000)) + "]"));

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('-')]
    [InlineData('"')]
    [InlineData('?')]
    [InlineData(':')]
    [InlineData('*')]
    [InlineData('\n')]
    [InlineData('\t')]
    [InlineData('%')]
    [InlineData('a')]
    public void A_mebibyte_of_one_character_is_refused_soon(char c)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(Files.Read(new string(c, 1 << 20)).Problems);
        Assert.NotEmpty(Files.Read(string.Concat(Enumerable.Repeat($"{c} ", 1 << 19))).Problems);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"took {clock.Elapsed}");
    }

    [Fact]
    public void Many_problems_are_counted_after_the_first_thousand()
    {
        string keys = string.Concat(Enumerable.Range(0, 3000).Select(i => $"k{i}: 1\n"));
        IReadOnlyList<Problem> problems = Files.Read(Files.Toy("")[..^1] + ", " + keys.Replace('\n', ',') + "}").Problems;
        Assert.Equal(1001, problems.Count);
        Assert.Equal("s.yaml: text = 2000 further problems; must be free of problems; mend those above first", problems[^1].ToString());
    }
}
