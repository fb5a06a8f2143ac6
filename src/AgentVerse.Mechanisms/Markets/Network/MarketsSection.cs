using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Markets.Network;

/// <summary>The keys of <c>networks.markets</c>.</summary>
internal static class MarketsSection
{
    internal const int MostTokens = 64;
    private const double MostSupply = 1e15;
    private const long DateMin = 946_684_800;
    private const long DateMax = 7_258_032_000;

    /// <summary>The whole section.</summary>
    internal static Section Whole { get; } = new(MarketTerms.Network, "Markets of tokens against USD.",
    [
        Field.Number(
            "factorVolatility", 0.6, 0, 10, "1/sqrt(y)", "Volatility of the factor that tokens of the sector share.",
            "[A]"),
        Field.ListOf("hype", new Section("hype", "A jump of the factor.",
        [
            Field.Date("date", null, DateMin, DateMax, "Day of the jump (UTC)."),
            Field.Number("size", null, -10, 10, "", "What is added to the factor: ln 2 doubles a token with beta 1."),
        ]), 0, 1000, "Jumps of the factor."),
        Field.ListOf("tokens", Token, 1, MostTokens, "The tokens, each a market with a price of its own.") with
        {
            Tag = "mode",
            Variants = [Variant("fixed", "The price never changes."), Gbm, Pool, Replay],
        },
    ]);

    private static Section Token => new("token", "A token and its market.",
    [
        Field.Text("token", null, 64, "Name of the token, such as TAO; a network's own or one of these markets alone."),
        Field.Choice(
            "mode", null, ["fixed", "gbm", "pool", "replay"], "Where its price comes from; it selects further keys."),
        Field.Integer(
            "decimals", 0, 1, 9, "", "Decimals of the token where no network before in the alphabet brings it.",
            "design: 8 unless the chain's own fit") with
        {
            Choices = ["auto"],
        },
        Field.Number(
            "circulating", null, 1, MostSupply, "tokens",
            "In circulation at the start; the network's own number takes its place where it publishes one."),
        new Field(
            "supply", FieldType.Number,
            "Minted at the start, locked or not; the network's own number takes its place. Default: circulating and "
            + "all that is still to unlock.")
        {
            Min = 1, Max = MostSupply, Unit = "tokens",
        },
        new Field("maxSupply", FieldType.Number, "Most that will ever be minted. Default: supply.")
        {
            Min = 1, Max = MostSupply, Unit = "tokens",
        },
        Field.ListOf("unlocks", new Section("unlock", "Locked tokens that come free.",
        [
            Field.Date("date", null, DateMin, DateMax, "Day on which they come free (UTC)."),
            Field.Number("amount", null, 1e-9, MostSupply, "tokens", "How many."),
        ]), 0, 1000, "Calendar of unlocks; those before the start are counted in circulating."),
        Field.Number(
            "outsideUsd", 1e11, 0, 1e12, "USD", "What the outside (exchanges, other holders) can pay in all.", "[A]"),
    ]);

    private static Section Gbm => Variant(
        "gbm", "Geometric Brownian motion with a drawn path.",
        Field.Number("drift", 0, -10, 10, "1/y", "Growth of the expected price.", "[A]"), Volatility(0.9), Beta);

    private static Section Pool => Variant(
        "pool", "A constant-product pool in which agents and outside demand trade.",
        Field.Number(
            "depth", null, 1, 1e9, "USD", "What moves the price by 2 %; the pool holds 100 times as much."),
        Field.Number("theta", 0.1, 0, 100, "1/d", "Speed at which outside demand closes the gap to its price.", "[A]"),
        Field.Number(
            "multiple", 20, 0, 1000, "y", "Years of fees that outside demand pays for.", "[A] price over earnings"),
        Volatility(0.7), Beta,
        Field.Number(
            "unlockSold", 0, 0, 1, "", "Share of an unlock that is sold outright in its tick.", "[A]"));

    private static Section Replay => new("replay", "The prices of a data file.",
    [
        Field.File(
            "file", "Columns time (a date, or seconds since 1970) and price (USD); a price holds until the next.",
            true),
    ]);

    private static Field Beta => Field.Number("beta", 1, -10, 10, "", "Weight of the sector's factor.", "[A]");

    private static Field Volatility(double value) => Field.Number(
        "volatility", value, 0, 10, "1/sqrt(y)", "Volatility of the token's own noise.", "[A]");

    private static Section Variant(string name, string doc, params Field[] own) => new(name, doc,
        [Field.Number("price", null, 1e-9, 1e9, "USD/token", "Price at the start."), .. own]);
}
