using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Model.Settings;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Markets;

/// <summary>Markets on the engine, whose ledger is checked in every tick of every run.</summary>
public sealed class MarketRunTests
{
    private static readonly DataTable Prices = new(
        "p.csv", ["time", "price"],
        [[1_600_000_000, 1_700_092_800, 1_700_352_000, 1_800_000_000], [3, 4, 1.25, 9]]);

    public static TheoryData<string> Modes => ["fixed", "gbm", "pool", "replay"];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Wild_trades_balance_in_every_mode_and_all_kinds_of_answers_come(string mode)
    {
        FinishedRun run = Of(mode).Run();
        Assert.Equal(40, run.Ticks(TraderKind.Token).Length);
        Assert.All(Enumerable.Range(1, 4), kind => Assert.True(run.Agents("traders").Sum(a => a[$"rows{kind}"]) > 0));
        Assert.All(run.Ticks(TraderKind.Token), t => Assert.True(SmallMarket.Cell(t, "volume") > 0));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_same_bits_come_out_for_any_cohort_and_after_a_checkpoint(string mode)
    {
        SmallMarket market = Of(mode);
        Assert.Equal(Text(market.Run().Digests), Text(market.Run(cohortSize: 1).Digests));
        ReferenceRun first = new(market.World(), 7, new Nothing()), second = new(market.World(), 7, new Nothing());
        first.RunTo(17);
        Checkpoints.Copy(first, second);
        first.RunTo();
        second.RunTo();
        Assert.Equal(Text(first.State.Digests), Text(second.State.Digests));
    }

    [Fact]
    public void A_replayed_price_is_exact_whatever_is_traded()
    {
        FinishedRun run = Of("replay").Run();
        Assert.Equal(
            [3, 4, 4, 4, 1.25, 1.25], run.Ticks(TraderKind.Token).Take(6).Select(t => SmallMarket.Cell(t, "priceUsd")));
    }

    [Fact]
    public void Drawn_prices_share_the_sectors_factor_and_their_own_noise_is_their_own()
    {
        FinishedRun run = (Of("gbm") with
        {
            Policy = "quiet",
            Own = [("volatility", 0.0)],
            Others =
            [
                [("token", "TWO"), ("mode", "gbm"), ("volatility", 0.0)],
                [("token", "OWN"), ("mode", "gbm"), ("volatility", 0.5), ("beta", 0.0)],
            ],
        }).Run();
        double[] one = Series(run, TraderKind.Token), two = Series(run, "TWO"), own = Series(run, "OWN");
        Assert.Equal(one, two);
        Assert.NotEqual(one, own);
        Assert.Equal(40, one.Distinct().Count());
    }

    [Fact]
    public void Hype_doubles_a_pools_attention_and_outside_demand_follows()
    {
        SmallMarket calm = Of("pool") with
        {
            Policy = "quiet",
            Network = [("factorVolatility", 0.0)],
            Own = [("volatility", 0.0), ("theta", 0.25)],
        };
        double[] before = Series(calm.Run(), TraderKind.Token);
        Assert.All(before, p => Assert.Equal(2, p, 6));
        SettingsMap jump = Settings.Of(
            Settings.Nested(SmallMarket.Catalogue.Networks["markets"].Section, "hype"),
            ("date", 1_700_092_800L), ("size", Math.Log(2)));
        double[] after = Series(
            (calm with { Network = [("factorVolatility", 0.0), ("hype", new[] { jump })] }).Run(), TraderKind.Token);
        Assert.Equal(2, after[0], 6);
        Assert.True(after[1] > 2.2 && after[1] < 4);
        Assert.Equal(4, after[^1], 3);
    }

    [Fact]
    public void Unlocks_come_free_on_their_day_and_weigh_on_the_price_when_sold()
    {
        SettingsMap unlock = Settings.Of(
            SmallMarket.Catalogue.Networks["markets"].Section.Fields.Single(f => f.Name == "tokens").Nested!
                .Fields.Single(f => f.Name == "unlocks").Nested!,
            ("date", 1_700_179_200L), ("amount", 100_000.0));
        SmallMarket market = Of("pool") with
        {
            Policy = "quiet",
            Network = [("factorVolatility", 0.0)],
            Own = [("volatility", 0.0), ("theta", 0.0), ("unlocks", new[] { unlock }), ("unlockSold", 1.0)],
        };
        FinishedRun run = market.Run();
        IReadOnlyDictionary<string, long>[] ticks = run.Ticks(TraderKind.Token);
        Assert.Equal([1e9, 1e9, 1e9 + 1e5], ticks.Take(3).Select(t => SmallMarket.Cell(t, "circulating")));
        Assert.Equal(1e9 + 1e5, SmallMarket.Cell(ticks[0], "totalSupply"), 6);
        Assert.Equal(1e5, SmallMarket.Cell(ticks[2], "unlocked"), 6);
        Assert.Equal(1, SmallMarket.Cell(ticks[2], "unlockedToVolume"), 3);

        // x = 500,000 tokens and y = 1,000,000 USD: the seller of 100,000 gets y / (x + n) = 1.6667.
        Assert.Equal(1e6 / 6e5, SmallMarket.Cell(ticks[2], "priceUsd"), 6);
        Assert.Equal(0, run.Held(TraderKind.Token, TraderKind.Token, "locked"));
    }

    [Fact]
    public void Values_are_price_times_supply()
    {
        FinishedRun run = (Of("fixed") with { Own = [("supply", 2e9), ("maxSupply", 5e9)] }).Run();
        IReadOnlyDictionary<string, long> tick = run.Ticks(TraderKind.Token)[^1];
        Assert.Equal(
            [2e9, 1e10, 4e9], ((string[])["cap", "fdv", "fdvMinted"]).Select(s => SmallMarket.Cell(tick, s)));
    }

    [Theory]
    [InlineData("supply", 1.0)]
    [InlineData("maxSupply", 1.0)]
    [InlineData("depth", 1e9)]
    [InlineData("theta", 0.6)]
    [InlineData("token", "USD")]
    [InlineData("token", "alpha/3")]
    public void One_bad_value_is_one_problem_with_its_key(string key, object value)
    {
        (World? world, IReadOnlyList<Problem> problems) = (Of("pool") with { Policy = "quiet", Own = [(key, value)] }).Plan();
        Assert.Null(world);
        Assert.EndsWith(key, Assert.Single(problems).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_ends_before_the_run_is_refused()
    {
        (World? world, IReadOnlyList<Problem> problems) = (Of("replay") with { Policy = "quiet", Ticks = 3000 }).Plan();
        Assert.Null(world);
        Assert.EndsWith("file", Assert.Single(problems).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_markets_of_one_token_are_refused()
    {
        (_, IReadOnlyList<Problem> problems) =
            (Of("fixed") with { Policy = "quiet", Others = [[("token", TraderKind.Token), ("mode", "fixed")]] }).Plan();
        Assert.EndsWith("token", Assert.Single(problems).Path, StringComparison.Ordinal);
    }

    private static SmallMarket Of(string mode) => new()
    {
        Mode = mode,
        Own = mode == "replay" ? [("file", "p.csv")] : [],
        Tables = new SortedDictionary<string, DataTable> { ["p.csv"] = Prices },
    };

    private static string Text(TableDigests digests) => $"{digests.Ticks.SumText} {digests.Agents.SumText}";

    private static double[] Series(FinishedRun run, string token) =>
        [.. run.Ticks(token).Select(t => SmallMarket.Cell(t, "priceUsd"))];

    private sealed class Nothing : IRecordSink
    {
        public void Write(RecordBatch batch)
        {
        }
    }
}
