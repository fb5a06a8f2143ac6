using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Cli.Conformance.Bittensor;

/// <summary>The epoch of a subnet: lists by uid (a scalar is broadcast), weights and bonds as sparse rows.</summary>
internal static class EpochOperation
{
    private const int MaxNeurons = 4096;

    internal static string UnitOf(string field) => field switch
    {
        "emission" or "server_emission" or "validator_emission" => "rao",
        _ => "u16",
    };

    internal static JsonNode Run(Case one, ChainParameters chain)
    {
        JsonElement input = one.Input;
        SubnetParameters subnet = Parameters(input.Get("hyper"), chain);
        EpochState state = State(input, input.Get("hyper"));
        EpochWorkspace workspace = new();
        Yuma.Run(state, input.Get("current_block").AsLong(), input.Get("emission").AsLong(), subnet, workspace);
        return Describe(state, workspace, one.Expected);
    }

    private static SubnetParameters Parameters(JsonElement hyper, ChainParameters chain) => new()
    {
        Chain = chain with
        {
            StakeThreshold = hyper.Get("stake_threshold").AsLong(),
            TaoWeight = hyper.Find("tao_weight")?.AsUlong() ?? chain.TaoWeight,
        },
        Kappa = hyper.Get("kappa").AsInt(),
        BondsPenalty = hyper.Get("bonds_penalty").AsInt(),
        BondsMovingAverage = hyper.Get("bonds_moving_average").AsInt(),
        MaxAllowedValidators = hyper.Get("max_allowed_validators").AsInt(),
        Tempo = hyper.Get("tempo").AsInt(),
        ActivityCutoffFactorMilli = hyper.Get("activity_cutoff_factor_milli").AsInt(),
        ActivityCutoffBlocks = hyper.Find("activity_cutoff_blocks")?.AsLong(),
        Bonds = !hyper.Get("yuma3").GetBoolean() ? BondVariant.Yuma2
            : hyper.Get("liquid_alpha").GetBoolean() ? BondVariant.Yuma3LiquidAlpha
            : BondVariant.Yuma3,
        AlphaLow = hyper.Get("alpha_low").AsInt(),
        AlphaHigh = hyper.Get("alpha_high").AsInt(),
        AlphaSigmoidSteepness = hyper.Get("alpha_sigmoid_steepness").AsInt(),
        CommitRevealWeightsEnabled = hyper.Get("commit_reveal_enabled").GetBoolean(),
    };

    private static EpochState State(JsonElement input, JsonElement hyper)
    {
        int n = input.Get("n").AsInt();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, MaxNeurons);
        EpochState state = new(Math.Max(1, n))
        {
            OwnerUid = hyper.Find("owner_uid")?.AsInt() ?? -1,
            LastStepBlock = hyper.Get("last_mechanism_step_block").AsLong(),
        };
        MechanismState mechanism = state.Mechanisms[0];
        for (int uid = 0; uid < n; uid++)
        {
            state.Append(Item(input.Get("block_at_registration"), uid).AsLong());
            mechanism.LastUpdate[uid] = Item(input.Get("last_update"), uid).AsLong();
            state.AlphaStake[uid] = Item(input.Get("stake"), uid).AsLong();
            state.RootStake[uid] = input.Find("root_stake") is { } root ? Item(root, uid).AsLong() : 0;
            state.ValidatorPermit[uid] = Item(input.Get("validator_permit"), uid).GetBoolean();
            JsonElement commit = input.Find("commit_blocks") is { } commits ? Item(commits, uid) : default;
            if (commit.ValueKind == JsonValueKind.Number)
            {
                mechanism.CommitBlock[uid] = commit.AsLong();
            }
        }

        LoadRows(input.Find("weights"), mechanism.Weights);
        LoadRows(input.Find("bonds"), mechanism.Bonds);
        LoadUniform(input, mechanism.Weights);
        return state;
    }

    private static JsonElement Item(JsonElement listOrScalar, int uid) =>
        listOrScalar.ValueKind == JsonValueKind.Array ? listOrScalar[uid] : listOrScalar;

    private static void LoadRows(JsonElement? rows, UidMatrix matrix)
    {
        int uid = 0;
        foreach (JsonElement row in rows is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default)
        {
            foreach (JsonElement cell in row.EnumerateArray())
            {
                matrix.Set(uid, cell[0].AsInt(), checked((ushort)cell[1].AsLong()));
            }

            uid++;
        }
    }

    /// <summary>Weights in short: blocks of one value, and uids that only weigh themselves.</summary>
    private static void LoadUniform(JsonElement input, UidMatrix weights)
    {
        foreach (JsonElement block in input.Find("weights_uniform")?.EnumerateArray() ?? default)
        {
            ushort value = checked((ushort)block.Get("value").AsLong());
            foreach (int from in block.Get("from").AsInts())
            {
                foreach (int to in block.Get("to").AsInts())
                {
                    weights.Set(from, to, value);
                }
            }
        }

        foreach (int uid in input.Find("weights_self_full")?.AsInts() ?? [])
        {
            weights.Set(uid, uid, ushort.MaxValue);
        }
    }

    private static JsonObject Describe(EpochState state, EpochWorkspace workspace, JsonElement? asked) => new()
    {
        ["stake_weight"] = Output.Column<ushort>(state.StakeWeight),
        ["active"] = Output.Column<bool>(state.Active),
        ["consensus"] = Output.Column<ushort>(state.Consensus),
        ["incentive"] = Output.Column<ushort>(state.Mechanisms[0].Incentive[..state.NeuronCount]),
        ["dividends"] = Output.Column<ushort>(state.Dividends),
        ["validator_trust"] = Output.Column<ushort>(state.ValidatorTrust),
        ["new_validator_permit"] = Output.Column<bool>(state.ValidatorPermit),
        ["emission"] = Output.Column<long>(state.Emission),
        ["server_emission"] = Output.Column<long>(state.ServerEmission),
        ["validator_emission"] = Output.Column<long>(state.ValidatorEmission),
        ["bonds"] = SparseBonds(state),
        ["bonds_dense"] = Bonds(state, asked?.Find("bonds_dense"), asked is null, value => value),
        ["bonds_float"] = Bonds(state, asked?.Find("bonds_float"), asked is null, value => value / 65535.0),
        ["dividends_float"] = Floats(workspace.Dividends),
        ["derived_float"] = new JsonObject
        {
            ["active_stake"] = Floats(workspace.ActiveStake),
            ["consensus"] = Floats(workspace.Consensus),
            ["incentive"] = Floats(workspace.Incentive),
            ["dividends"] = Floats(workspace.Dividends),
            ["validator_trust"] = Floats(workspace.ValidatorTrust),
        },
    };

    private static JsonArray Floats(ReadOnlySpan<I32F32> values) =>
        Output.Array(values.ToArray().Select(value => value.ToDouble()));

    private static JsonArray SparseBonds(EpochState state) =>
        [.. Enumerable.Range(0, state.NeuronCount).Select(uid => (JsonNode)Output.Matrix(RowOf(state, uid)))];

    private static IEnumerable<int[]> RowOf(EpochState state, int uid)
    {
        UidMatrix bonds = state.Mechanisms[0].Bonds;
        for (int miner = 0; miner < state.NeuronCount; miner++)
        {
            if (bonds.TryGet(uid, miner, out ushort value))
            {
                yield return [miner, value];
            }
        }
    }

    /// <summary>
    /// Bonds under keys "validator,miner": those that are asked for, or all where nothing is expected.
    /// </summary>
    private static JsonObject? Bonds<T>(EpochState state, JsonElement? asked, bool all, Func<ushort, T> show)
    {
        if (asked is not { } keys)
        {
            return all ? AllBonds(state, show) : null;
        }

        JsonObject bonds = [];
        foreach (JsonProperty key in keys.EnumerateObject())
        {
            int[] pair = [.. key.Name.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
            _ = state.Mechanisms[0].Bonds.TryGet(pair[0], pair[1], out ushort value);
            bonds[key.Name] = JsonValue.Create(show(value));
        }

        return bonds;
    }

    private static JsonObject AllBonds<T>(EpochState state, Func<ushort, T> show)
    {
        JsonObject bonds = [];
        for (int validator = 0; validator < state.NeuronCount; validator++)
        {
            for (int miner = 0; miner < state.NeuronCount; miner++)
            {
                _ = state.Mechanisms[0].Bonds.TryGet(validator, miner, out ushort value);
                bonds[$"{validator},{miner}"] = JsonValue.Create(show(value));
            }
        }

        return bonds;
    }
}
