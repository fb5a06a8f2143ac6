using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Cli.Conformance.Bittensor;

/// <summary>Registration price, pruning, and the cost and end of subnets.</summary>
internal static class RegistrationOperations
{
    private const long MaxBlocks = 10_000_000;

    internal static JsonNode Bump(Case one, ChainParameters chain) =>
        Burn(BurnPrice.Bump(one.Input.Get("burn").AsLong(), Price(one.Input, chain)));

    internal static JsonNode Decay(Case one, ChainParameters chain)
    {
        SubnetParameters subnet = Price(one.Input, chain);
        return Burn(Decay(one.Input.Get("burn").AsLong(), one.Input.Get("blocks").AsLong(), subnet));
    }

    internal static JsonNode Sequence(Case one, ChainParameters chain)
    {
        SubnetParameters subnet = Price(one.Input, chain);
        long price = one.Input.Get("burn").AsLong();
        JsonArray prices = [];
        foreach (JsonElement happened in one.Input.Get("events").EnumerateArray())
        {
            price = happened.ValueKind == JsonValueKind.String
                ? BurnPrice.Bump(price, subnet)
                : Decay(price, happened.AsLong(), subnet);
            prices.Add(price);
        }

        return new JsonObject { ["burns"] = prices };
    }

    internal static JsonNode DecayFactor(Case one, ChainParameters chain) =>
        new JsonObject { ["q32"] = BurnPrice.DecayFactor(one.Input.Get("half_life").AsInt()) };

    internal static JsonNode Defaults(Case one, ChainParameters chain)
    {
        SubnetParameters subnet = new();
        return new JsonObject
        {
            ["burn_half_life"] = subnet.BurnHalfLife,
            ["burn_increase_mult"] = subnet.BurnIncreaseMultiplier,
            ["initial_burn"] = subnet.InitialBurn,
        };
    }

    internal static JsonNode NeuronToPrune(Case one, ChainParameters chain)
    {
        PruneCandidate[] uids = [.. one.Input.Get("uids").EnumerateArray().Select(uid => new PruneCandidate(
            uid.Get("uid").AsInt(),
            uid.Get("emission").AsLong(),
            uid.Get("reg").AsLong(),
            uid.Get("owner_immortal").GetBoolean()))];
        SubnetParameters subnet = new()
        {
            Chain = chain,
            ImmunityPeriod = one.Input.Get("immunity_period").AsLong(),
            MinNonImmuneUids = one.Input.Get("min_non_immune").AsInt(),
        };
        return new JsonObject { ["uid"] = Pruning.Choose(uids, one.Input.Get("now").AsLong(), subnet) };
    }

    internal static JsonNode LockCost(Case one, ChainParameters chain)
    {
        JsonElement input = one.Input;
        chain = chain with
        {
            NetworkMinLockCost = input.Get("min_lock").AsLong(),
            NetworkLockReductionInterval = input.Get("reduction_interval").AsLong(),
        };
        LastSubnetLock last = new(input.Get("last_lock").AsLong(), input.Get("last_lock_block").AsLong());
        long cost = SubnetLock.Cost(last, input.Get("now").AsLong(), input.Get("block_emission").AsLong(), chain);
        return new JsonObject { ["cost"] = cost };
    }

    internal static JsonNode NetworkToPrune(Case one, ChainParameters chain)
    {
        SubnetCandidate[] subnets = [.. one.Input.Get("networks").EnumerateArray().Select(network =>
            new SubnetCandidate(
                network.Get("netuid").AsInt(),
                U64F64.FromDouble(network.Get("moving_price").GetDouble()).Raw,
                network.Get("registered_at").AsLong()))];
        chain = chain with
        {
            NetworkImmunityPeriod = one.Input.Get("immunity_period").AsLong(),
        };
        return new JsonObject { ["netuid"] = SubnetLock.ToPrune(subnets, one.Input.Get("now").AsLong(), chain) };
    }

    internal static JsonNode Dissolve(Case one, ChainParameters chain)
    {
        long[] stakers = one.Input.Get("stakers").AsLongs();
        long[] shares = new long[stakers.Length];
        long protocolAlpha = one.Input.Get("protocol_alpha").AsLong();
        long pot = one.Input.Get("pot").AsLong();
        long protocol = Dissolution.Divide(pot, stakers, protocolAlpha, chain, shares);
        return new JsonObject { ["stakers"] = Output.Array<long>(shares), ["protocol"] = protocol };
    }

    private static SubnetParameters Price(JsonElement input, ChainParameters chain) => new()
    {
        Chain = chain,
        BurnHalfLife = input.Find("half_life")?.AsInt() ?? new SubnetParameters().BurnHalfLife,
        BurnIncreaseMultiplier = input.Find("mult")?.GetDouble() ?? new SubnetParameters().BurnIncreaseMultiplier,
        MinBurn = input.Get("min_burn").AsLong(),
        MaxBurn = input.Get("max_burn").AsLong(),
    };

    private static long Decay(long price, long blocks, SubnetParameters subnet)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(blocks, MaxBlocks);
        long factor = BurnPrice.DecayFactor(subnet.BurnHalfLife);
        for (long block = 0; block < blocks; block++)
        {
            price = BurnPrice.Decay(price, factor, subnet);
        }

        return price;
    }

    private static JsonObject Burn(long price) => new() { ["burn"] = price };
}
