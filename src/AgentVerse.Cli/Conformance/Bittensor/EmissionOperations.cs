using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Cli.Conformance.Bittensor;

/// <summary>Emission of a block, its allocation, and the split of alpha.</summary>
internal static class EmissionOperations
{
    internal static JsonNode BlockEmissionOf(Case one, ChainParameters chain) => new JsonObject
    {
        ["block_emission_rao"] =
            BlockEmission.ForIssuance(one.Input.Get("issuance_rao").AsLong(), chain),
    };

    internal static JsonNode Shares(Case one, ChainParameters chain)
    {
        SubnetStanding[] subnets = [.. one.Input.Get("subnets").EnumerateArray().Select(subnet => new SubnetStanding
        {
            MovingPrice = U96F32.FromDouble(subnet.Get("moving_price").GetDouble()),
            MinerBurned = U96F32.FromDouble(subnet.Get("miner_burned").GetDouble()),
            EmissionEnabled = subnet.Get("emission_enabled").GetBoolean(),
        })];
        U96F32[] tao = new U96F32[subnets.Length];
        SubnetEmission.Allocate(subnets, one.Input.Get("block_emission").AsLong(), chain, tao);
        return new JsonObject { ["tao"] = Output.Array(tao.Select(part => part.ToInteger())) };
    }

    internal static JsonNode Flows(Case one, ChainParameters chain)
    {
        double[] flows = one.Input.Get("flows").AsDoubles();
        U64F64[] shares = new U64F64[flows.Length];
        chain = chain with
        {
            FlowNormExponent = one.Input.Get("p").GetDouble(),
            FlowCutoff = one.Input.Get("cutoff").GetDouble(),
        };
        FlowShares.OfNetFlows(flows, chain, shares);
        return new JsonObject { ["shares"] = Output.Array(shares.Select(share => share.ToDouble())) };
    }

    internal static JsonNode RootProportion(Case one, ChainParameters chain)
    {
        chain = chain with { TaoWeight = one.Input.Get("tao_weight_u64").AsUlong() };
        long rootTao = one.Input.Get("root_tao").AsLong();
        long issuance = one.Input.Get("alpha_issuance").AsLong();
        return Output.Result(AlphaSplit.RootProportion(rootTao, issuance, chain).ToDouble());
    }

    internal static JsonNode RootSellFlag(Case one, ChainParameters chain)
    {
        SubnetStanding[] subnets = [.. one.Input.Get("moving_prices").AsDoubles()
            .Select(price => new SubnetStanding { MovingPrice = U96F32.FromDouble(price) })];
        return new JsonObject { ["flag"] = SubnetEmission.RootSells(subnets, chain) };
    }

    internal static JsonNode Split(Case one, ChainParameters chain)
    {
        JsonElement input = one.Input;
        SubnetParameters subnet = new()
        {
            Chain = chain with { SubnetOwnerCut = input.Get("owner_cut_u16").AsInt() },
            OwnerCutEnabled = input.Get("owner_cut_enabled").GetBoolean(),
        };
        U96F32 proportion = U96F32.FromDouble(input.Get("root_proportion").GetDouble());
        AlphaParts parts = AlphaSplit.Of(
            input.Get("alpha_emission").AsLong(), proportion, input.Get("root_sell").GetBoolean(), subnet);
        return new JsonObject
        {
            ["owner_cut"] = parts.OwnerCut,
            ["server"] = parts.Server,
            ["validator"] = parts.Validator,
            ["root_alpha"] = parts.Root,
            ["recycled_root_alpha"] = parts.Recycled,
        };
    }

    internal static JsonNode Terms(Case one, ChainParameters chain)
    {
        PoolTerms terms = PoolTerms.Of(
            Fixed(one.Input.Get("tao_emission")),
            Fixed(one.Input.Get("price")),
            Fixed(one.Input.Get("root_proportion")),
            one.Input.Get("alpha_emission").AsLong(),
            chain);
        return new JsonObject
        {
            ["tao_in"] = terms.TaoIn.ToDouble(),
            ["alpha_in"] = terms.AlphaIn.ToDouble(),
            ["alpha_out"] = terms.AlphaOut.ToDouble(),
            ["excess"] = terms.ExcessTao.ToDouble(),
        };
    }

    /// <summary>The moving price after a number of blocks, the age of the subnet growing by one with each.</summary>
    internal static JsonNode Average(Case one, ChainParameters chain)
    {
        JsonElement input = one.Input;
        SubnetParameters subnet = new()
        {
            Chain = chain with { SubnetMovingAlpha = input.Get("moving_alpha").GetDouble() },
            EmaPriceHalvingBlocks = input.Get("halving_blocks").AsLong(),
        };
        U64F64 spot = U64F64.FromDouble(input.Get("price").GetDouble());
        U96F32 average = Fixed(input.Get("moving_price"));
        long age = input.Get("blocks_since_start").AsLong();
        long steps = Math.Min(input.Get("steps").AsLong(), 10_000_000);
        for (long step = 0; step < steps; step++)
        {
            average = MovingPrice.Next(average, spot, age + step, subnet);
        }

        return new JsonObject { ["moving_price"] = average.ToDouble() };
    }

    private static U96F32 Fixed(JsonElement value) => U96F32.FromDouble(value.GetDouble());
}
