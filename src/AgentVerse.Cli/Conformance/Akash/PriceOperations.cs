using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Cli.Conformance.Akash;

/// <summary>Providers' prices: the scale engine, and the script of USD a month.</summary>
internal static class PriceOperations
{
    /// <summary>Amount, price and default price of each resource of the script. Source: helm-charts f3d8d46.</summary>
    private static readonly (string Amount, string Price, double Default)[] Month =
    [
        ("threads", "usdPerThread", 1.60), ("ramGB", "usdPerGB", 0.80), ("ephemeralGB", "usdPerEphemeralGB", 0.02),
        ("hddGB", "usdPerHddGB", 0.01), ("ssdGB", "usdPerSsdGB", 0.03), ("nvmeGB", "usdPerNvmeGB", 0.04),
        ("endpoints", "usdPerEndpoint", 0.05), ("ips", "usdPerIp", 5), ("gpus", "usdPerGpu", 100),
    ];

    internal static JsonNode Run(JsonElement input, AkashParameters chain)
    {
        if (input.Find("usdMonth") is { } month)
        {
            AkashParameters own = chain with { BlocksPerMonth = input.LongOr("blocksPerMonth", chain.BlocksPerMonth) };
            Dec18 rate = PriceScript.RateOfUsdMonth(input.Get("aktUsd").AsDec(), own);
            return new JsonObject { ["uaktPerBlock"] = (month.AsDec() * rate).ToDouble() };
        }

        bool isScript = Month.Any(m => input.Find(m.Price) is not null) || input.Find("threads") is not null;
        return isScript ? new JsonObject { ["usdMonth"] = UsdMonth(input).ToDouble() } : Scale(input, chain);
    }

    private static Dec18 UsdMonth(JsonElement input)
    {
        Dec18 sum = Dec18.Zero;
        foreach ((string amount, string price, double otherwise) in Month)
        {
            sum += input.DecOr(amount, Dec18.Zero) * input.DecOr(price, Dec18.FromDouble(otherwise));
        }

        return sum;
    }

    private static JsonObject Scale(JsonElement input, AkashParameters chain)
    {
        long count = input.LongOr("count", 1);
        ResourceDemand demand = new()
        {
            CpuMilli = checked(count * input.LongOr("cpuMilli", 0)),
            MemoryBytes = checked(count * input.LongOr("memBytes", 0)),
            StorageBytes = [checked(count * input.LongOr("storageBytes", 0))],
            Endpoints = input.LongOr("endpoints", 0),
            LeasedIps = input.LongOr("ips", 0),
        };
        PriceScales scales = new()
        {
            CpuMilli = input.DecOr("cpuScale", Dec18.Zero),
            MemoryMebibyte = input.DecOr("memScalePerMi", Dec18.Zero),
            StorageMebibyte = [input.DecOr("storageScalePerMi", Dec18.Zero)],
            Endpoint = input.DecOr("endpointScale", Dec18.Zero),
            LeasedIp = input.DecOr("ipScale", Dec18.Zero),
        };
        AkashError error = PriceScript.Scale(demand, scales, chain, out Dec18 price);
        JsonObject output = AkashInput.Outcome(error);
        output["price"] = price.Json();
        return output;
    }
}
