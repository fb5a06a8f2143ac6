using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Cli.Conformance.Akash;

/// <summary>Burning and minting: epochs, requests, cycles, the collateral ratio.</summary>
internal static class BurnMintOperations
{
    internal static JsonNode Run(JsonElement input, AkashParameters chain)
    {
        BurnMintParameters p = chain.BurnMint;
        chain = chain with
        {
            BurnMint = p with
            {
                WarnBps = input.LongOr("warn", p.WarnBps),
                HaltBps = input.LongOr("halt", p.HaltBps),
                MinEpochBlocks = input.LongOr("minEpoch", p.MinEpochBlocks),
                BackoffPercent = input.LongOr("backoffPct", p.BackoffPercent),
                MintSpreadBps = input.LongOr("mintSpreadBps", p.MintSpreadBps),
                SettleSpreadBps = input.LongOr("settleSpreadBps", p.SettleSpreadBps),
                MinMintAkt = input.LongOr("minMintUakt", p.MinMintAkt),
                MinMintAct = input.LongOr("minMintUact", p.MinMintAct),
            },
        };
        return input.Find("usd") is not null ? Cycle(input, chain)
            : input.Find("aktUsd") is not null && input.Find("outstandingAct") is null ? Request(input, chain)
            : Status(input, chain);
    }

    private static JsonObject Request(JsonElement input, AkashParameters chain)
    {
        Dec18 akt = input.Get("aktUsd").AsDec();
        bool toAct = input.Find("uact") is null;
        long amount = input.Get(toAct ? "uakt" : "uact").AsLong();
        BurnMintQuote quote = BurnMint.Quote(amount, toAct ? (akt, Dec18.One) : (Dec18.One, akt), toAct, chain);
        return quote.Reason == CancelReason.None
            ? new JsonObject
            {
                ["result"] = "ok", ["minted"] = quote.Minted, ["user"] = quote.User, ["spread"] = quote.Spread,
            }
            : new JsonObject { ["result"] = "cancel", ["reason"] = Name(quote.Reason), ["refund"] = amount };
    }

    /// <summary>ACT worth some USD bought with AKT at one price and sold for AKT at another, without spreads.</summary>
    private static JsonObject Cycle(JsonElement input, AkashParameters chain)
    {
        Dec18 usd = input.Get("usd").AsDec();
        long act = (usd * 1_000_000).Truncate();
        AkashParameters free = chain with
        {
            BurnMint = chain.BurnMint with { MintSpreadBps = 0, SettleSpreadBps = 0, MinMintAct = 0, MinMintAkt = 0 },
        };
        double burned = BurnMint.Quote(act, (Dec18.One, input.Get("p0").AsDec()), toAct: false, free).Minted / 1e6;
        double minted = BurnMint.Quote(act, (Dec18.One, input.Get("p1").AsDec()), toAct: false, free).Minted / 1e6;
        return new JsonObject { ["burned"] = burned, ["minted"] = minted, ["netBurn"] = burned - minted };
    }

    private static JsonObject Status(JsonElement input, AkashParameters chain)
    {
        Dec18 price = input.DecOr("aktUsd", Dec18.One);
        long ratio = input.Find("crBps")?.AsLong() ?? BurnMint.CollateralBps(
            input.LongOr("vaultAkt", 0), input.LongOr("pendingAkt", 0), input.LongOr("outstandingAct", 0), price);
        return new JsonObject
        {
            ["crBps"] = ratio,
            ["blocks"] = BurnMint.EpochBlocks(ratio, chain),
            ["status"] = BurnMint.StatusOf(ratio, price.IsPositive, chain) switch
            {
                MintStatus.Healthy => "healthy",
                MintStatus.Warning => "warning",
                _ => "halt",
            },
        };
    }

    private static string Name(CancelReason reason)
    {
        string name = reason.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
