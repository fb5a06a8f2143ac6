using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Intelligence.Bittensor;

namespace AgentVerse.Cli.Conformance.Bittensor;

/// <summary>The setting of weights.</summary>
internal static class WeightsOperations
{
    internal static JsonNode SetWeights(Case one, ChainParameters chain)
    {
        JsonElement state = one.Input.Get("state"), call = one.Input.Get("call");
        SubnetParameters subnet = new()
        {
            Chain = chain with { StakeThreshold = state.Find("stake_threshold")?.AsLong() ?? 0 },
            MinAllowedWeights = state.Get("min_allowed_weights").AsInt(),
            WeightsSetRateLimit = state.Find("rate_limit")?.AsLong() ?? 0,
            WeightsVersionKey = state.Find("version_key")?.AsUlong() ?? 0,
            CommitRevealWeightsEnabled = state.Find("commit_reveal")?.GetBoolean() ?? false,
        };
        WeightsCaller caller = new()
        {
            Netuid = state.Get("netuid").AsInt(),
            MechanismExists = state.Find("exists")?.GetBoolean() ?? true,
            NeuronCount = state.Get("n").AsInt(),
            Uid = state.Find("registered")?.GetBoolean() ?? true ? state.Get("uid").AsInt() : -1,
            HasPermit = state.Get("permit").GetBoolean(),
            StakeWeight = state.Find("stake_weight")?.AsLong() ?? 0,
            LastUpdate = state.Find("last_update")?.AsLong() ?? 0,
            Block = state.Find("current_block")?.AsLong() ?? 0,
        };
        ushort[] values = [.. call.Get("values").AsLongs().Select(value => checked((ushort)value))];
        WeightsCall weights = new()
        {
            Uids = call.Get("uids").AsInts(),
            Values = values,
            VersionKey = call.Find("version_key")?.AsUlong() ?? 0,
        };
        return Settle(caller, weights, subnet);
    }

    private static JsonObject Settle(in WeightsCaller caller, in WeightsCall call, SubnetParameters subnet)
    {
        WeightsError error = Mechanisms.Intelligence.Bittensor.SetWeights.CheckDirect(caller, call, subnet);
        if (error != WeightsError.None)
        {
            return new JsonObject { ["error"] = error.ToString() };
        }

        ushort[] scaled = new ushort[call.Values.Length];
        Mechanisms.Intelligence.Bittensor.SetWeights.MaxUpscale(call.Values, subnet, scaled);
        JsonArray row = [];
        for (int i = 0; i < scaled.Length; i++)
        {
            row.Add(new JsonArray(call.Uids[i], (int)scaled[i]));
        }

        return new JsonObject { ["weights"] = row };
    }
}
