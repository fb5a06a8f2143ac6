using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Markets.Network;

/// <summary>From settings to the markets of a run, or to all that is wrong with them.</summary>
internal static class MarketPlanning
{
    /// <summary>Pool over the 2 % depth: sqrt(1.02) - 1 is about a hundredth (world.md section 4).</summary>
    private const double PoolOverDepth = 100;

    /// <summary>No amount comes near the end of a long, so that sums over shards fit.</summary>
    private const double MostUnits = 2e18;

    private const int DefaultDecimals = 8;

    /// <summary>
    /// Most of theta dt: a pool's price moves by about twice what is spent over y, so at 1/2 a gap closes in one tick.
    /// </summary>
    private const double MostClosed = 0.5;

    internal static IReadOnlyList<TokenSpec> Plan(SettingsMap settings, WorldPlanning planning, int usd)
    {
        (long, double)[] hype =
            [.. settings.List("hype").Select(h => (h.Integer("date"), h.Number("size")))];
        double factor = settings.Number("factorVolatility");
        List<TokenSpec> specs = [];
        foreach (SettingsMap token in settings.List("tokens"))
        {
            if (CheckName(token, specs, planning) && TokenOf(token, planning) is >= 0 and int index
                && SpecOf(token, planning, (index, usd, factor)) is { } spec)
            {
                specs.Add(spec with { Hype = hype });
            }
        }

        return specs;
    }

    private static bool CheckName(SettingsMap token, List<TokenSpec> before, WorldPlanning planning)
    {
        string name = token.Text("token");
        string? allowed = name.Length == 0 || name == MarketTerms.Usd || name.Contains('/', StringComparison.Ordinal)
            ? "the name of a token other than USD; a subnet's own is priced by its own pool"
            : before.Exists(s => s.Name == name) ? "a token that has no market yet" : null;
        if (allowed is not null)
        {
            planning.Problems.Add(token.Problem("token", name, allowed, "name another, or leave it away"));
        }

        return allowed is null;
    }

    /// <summary>Index of the token: the network's own, or planned now; -1 where its decimals contradict.</summary>
    private static int TokenOf(SettingsMap token, WorldPlanning planning)
    {
        string name = token.Text("token");
        int asked = token.Int32("decimals");
        int found = planning.FindToken(name);
        if (found < 0)
        {
            return planning.EnsureToken(new TokenInfo(name, asked > 0 ? asked : DecimalsOf(name)));
        }

        if (asked > 0 && planning.Tokens[found].Decimals != asked)
        {
            planning.Problems.Add(token.Problem(
                "decimals", $"{asked}", $"{planning.Tokens[found].Decimals}, the network's own", "leave it away"));
            return -1;
        }

        return found;
    }

    /// <summary>Decimals of the tokens whose chain's own fit a long (architecture, Money).</summary>
    private static int DecimalsOf(string token) => token switch
    {
        "TAO" => 9,
        "AKT" => 6,
        _ => DefaultDecimals,
    };

    private static TokenSpec? SpecOf(
        SettingsMap token, WorldPlanning planning, (int Token, int Usd, double Factor) world)
    {
        double units = UnitsOf(planning.Tokens[world.Token].Decimals);
        SettingsMap[] ahead = [.. token.List("unlocks").Where(u => u.Integer("date") >= planning.Start)];
        double circulating = token.Number("circulating");
        double locked = ahead.Sum(u => u.Number("amount"));
        double supply = token.Has("supply") ? token.Number("supply") : circulating + locked;
        double most = token.Has("maxSupply") ? token.Number("maxSupply") : supply;
        ReplayPrices? replay = token.Text("mode") == "replay" ? ReplayOf(token, planning) : null;
        if (!CheckSupply(token, (circulating, locked, supply, most), units, planning)
            || (token.Text("mode") == "replay" && replay is null))
        {
            return null;
        }

        TokenSpec spec = new()
        {
            Name = token.Text("token"), Token = world.Token, Usd = world.Usd, UnitsPerToken = units,
            Mode = ModeOf(token.Text("mode")),
            Price = replay?.At(planning.Start) ?? token.Number("price"),
            Circulating = (long)(circulating * units), Supply = (long)(supply * units),
            MaxSupply = (long)(most * units),
            Unlocks = [.. ahead.Select(u => new Unlock(u.Integer("date"), (long)(u.Number("amount") * units)))],
            OutsideUsd = (long)(token.Number("outsideUsd") * MarketTerms.UnitsPerUsd), Replay = replay, Hype = [],
        };
        return WithTerms(spec, token, world.Factor) is var whole && CheckPool(whole, token, planning) ? whole : null;
    }

    private static TokenSpec WithTerms(TokenSpec spec, SettingsMap token, double factor) => spec.Mode switch
    {
        PriceMode.Gbm => spec with
        {
            Terms = new PriceTerms(token.Number("drift"), token.Number("volatility"), token.Number("beta"), factor),
        },
        PriceMode.Pool => spec with
        {
            Terms = new PriceTerms(0, token.Number("volatility"), token.Number("beta"), factor),
            Theta = token.Number("theta"),
            Multiple = token.Number("multiple"),
            UnlockSold = token.Number("unlockSold"),
            Pool = PoolOf(token.Number("depth") * PoolOverDepth, spec),
        },
        _ => spec with { Terms = new PriceTerms(0, 0, 0, factor) },
    };

    private static TokenPool PoolOf(double usd, TokenSpec spec) => new(
        (long)Math.Min(usd / spec.Price * spec.UnitsPerToken, MostUnits), (long)(usd * MarketTerms.UnitsPerUsd));

    private static bool CheckPool(TokenSpec spec, SettingsMap token, WorldPlanning planning)
    {
        bool isPool = spec.Mode == PriceMode.Pool;
        if (isPool && (spec.Pool.Tokens <= 0 || spec.Pool.Tokens > spec.Circulating))
        {
            planning.Problems.Add(token.Problem(
                "depth", Shown(token.Number("depth")),
                $"such that the pool of {PoolOverDepth} times it holds some of the "
                + $"{Shown(token.Number("circulating"))} tokens in circulation, and no more",
                "choose another depth, price or circulating"));
            return false;
        }

        double days = planning.TickSeconds / 86400.0;
        if (isPool && spec.Theta * days > MostClosed)
        {
            planning.Problems.Add(token.Problem(
                "theta", Shown(spec.Theta), $"at most {Shown(MostClosed / days)} a day at this tick: beyond, demand "
                + "overshoots its price and the two swing", "lower it, or choose a shorter tick"));
            return false;
        }

        return true;
    }

    private static bool CheckSupply(
        SettingsMap token, (double Circulating, double Locked, double Supply, double Most) amounts, double units,
        WorldPlanning planning)
    {
        int before = planning.Problems.Count;
        if (amounts.Supply < (amounts.Circulating + amounts.Locked) * (1 - 1e-12))
        {
            planning.Problems.Add(token.Problem(
                "supply", Shown(amounts.Supply),
                $"at least {Shown(amounts.Circulating + amounts.Locked)}: circulating and what unlocks after the start",
                "raise it, or lower those"));
        }

        if (amounts.Most < amounts.Supply)
        {
            planning.Problems.Add(token.Problem(
                "maxSupply", Shown(amounts.Most), $"at least the supply, {Shown(amounts.Supply)}", "raise it"));
        }

        if (amounts.Most * units > MostUnits)
        {
            planning.Problems.Add(token.Problem(
                "maxSupply", Shown(amounts.Most), $"at most {Shown(MostUnits / units)} tokens with its decimals",
                "lower it, or let the token have fewer decimals"));
        }

        return planning.Problems.Count == before;
    }

    private static ReplayPrices? ReplayOf(SettingsMap token, WorldPlanning planning)
    {
        string file = token.Text("file");
        if (!planning.Tables.TryGetValue(file, out DataTable? table))
        {
            return null;
        }

        double[]? times = table.Find("time"), prices = table.Find("price");
        long last = planning.Start + ((planning.Ticks - 1) * planning.TickSeconds);
        if (times is null || prices is null || !ReplayPrices.AreSound(times, prices)
            || times[0] > planning.Start || times[^1] < last)
        {
            planning.Problems.Add(token.Problem(
                "file", file,
                "a file with columns time, ascending, and price, above 0, from the start of the run or before to the "
                + "start of its last tick or after", "mend the file, or choose other dates"));
            return null;
        }

        return new ReplayPrices(times, prices);
    }

    private static PriceMode ModeOf(string word) => word switch
    {
        "fixed" => PriceMode.Fixed,
        "gbm" => PriceMode.Gbm,
        "pool" => PriceMode.Pool,
        _ => PriceMode.Replay,
    };

    private static double UnitsOf(int decimals)
    {
        double units = 1;
        for (int i = 0; i < decimals; i++)
        {
            units *= 10;
        }

        return units;
    }

    private static string Shown(double value) =>
        value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
