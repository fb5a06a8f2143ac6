using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Cli.Conformance.Bittensor;

/// <summary>Inherited stake, dividend pots, and the payout of a whole epoch.</summary>
internal static class PayoutOperations
{
    /// <summary>The hotkeys of a case by name.</summary>
    private sealed class Keys
    {
        internal required string[] Names { get; init; }

        internal required long[] Alpha { get; init; }

        internal required long[] Root { get; init; }

        internal required int[] Owner { get; init; }

        internal required int[] Take { get; init; }

        internal required int[] ChildTake { get; init; }

        internal required int[] Registered { get; init; }

        internal required ChildLink[] Links { get; init; }

        internal HotkeyColumns Columns => new()
        {
            AlphaStake = Alpha,
            RootStake = Root,
            Owner = Owner,
            Take = Take,
            ChildTake = ChildTake,
            Links = Links,
        };
    }

    /// <summary>Stake after lending: [alpha, TAO, alpha + weighted TAO] of each key.</summary>
    internal static JsonNode InheritedStake(Case one, ChainParameters chain)
    {
        Keys keys = ReadKeys(one.Input);
        long[] alpha = new long[keys.Alpha.Length], root = new long[keys.Alpha.Length];
        Family.Inherit(keys.Alpha, keys.Links, alpha);
        Family.Inherit(keys.Root, keys.Links, root);
        U96F32 weight = U96F32.FromU64Proportion(one.Input.Get("tao_weight_u64").AsUlong());
        JsonObject result = [];
        for (int key = 0; key < alpha.Length; key++)
        {
            long total = (U96F32.FromInteger(alpha[key]) + (U96F32.FromInteger(root[key]) * weight)).ToInteger();
            result[keys.Names[key]] = new JsonArray(alpha[key], root[key], total);
        }

        return Output.Result(result);
    }

    /// <summary>The two pots pro rata to dividends by the alpha and root parts of stake.</summary>
    internal static JsonNode DividendDistribution(Case one, ChainParameters chain)
    {
        JsonElement stakes = one.Input.Get("stakes"), dividends = one.Input.Get("dividends");
        string[] names = [.. dividends.EnumerateObject().Select(entry => entry.Name)];
        HotkeyColumns hotkeys = new()
        {
            AlphaStake = [.. names.Select(name => stakes.Get(name)[0].AsLong())],
            RootStake = [.. names.Select(name => stakes.Get(name)[1].AsLong())],
            Owner = new int[names.Length],
            Take = new int[names.Length],
            ChildTake = new int[names.Length],
        };
        DividendPart[] parts = new DividendPart[names.Length];
        DividendPart pots = new(
            U96F32.FromInteger(one.Input.Get("pending_validator_alpha").AsLong()),
            U96F32.FromInteger(one.Input.Get("pending_root_alpha").AsLong()));
        U96F32 weight = U96F32.FromDouble(one.Input.Get("tao_weight").GetDouble());
        long[] amounts = [.. names.Select(name => dividends.Get(name).AsLong())];
        DividendPots.Divide(pots, weight, hotkeys, amounts, parts);
        return new JsonObject
        {
            ["total_alpha"] = parts.Sum(part => part.Alpha.ToInteger()),
            ["total_root"] = parts.Sum(part => part.Root.ToInteger()),
            ["alpha"] = ByName(names, parts.Select(part => part.Alpha.ToInteger())),
            ["root"] = ByName(names, parts.Select(part => part.Root.ToInteger())),
        };
    }

    /// <summary>
    /// An epoch without weights, permits or owner: dividends go by stake, and all alpha ends in the keys' stake.
    /// </summary>
    internal static JsonNode Drain(Case one, ChainParameters chain)
    {
        Keys keys = ReadKeys(one.Input);
        SubnetParameters subnet = new()
        {
            Chain = chain with
            {
                TaoWeight = one.Input.Get("tao_weight_u64").AsUlong(),
                ChildKeyBurn = one.Input.Get("ck_burn_u64").AsUlong(),
                StakeThreshold = 0,
            },
        };
        PendingEmission pending = new(
            one.Input.Get("pending_server").AsLong(),
            one.Input.Get("pending_validator").AsLong(),
            one.Input.Get("pending_root").AsLong(),
            0);
        EpochState state = Neurons(keys);
        Yuma.Run(state, subnet.Tempo, pending.ForEpoch, subnet, new EpochWorkspace());
        EpochEmission neurons = new()
        {
            HotkeyOfUid = keys.Registered,
            Server = state.ServerEmission,
            Validator = state.ValidatorEmission,
            OwnerHotkey = -1,
            OwnerColdkey = -1,
        };
        PayoutRows rows = new();
        Payout.Pay(pending, neurons, keys.Columns, subnet, rows);
        long[] after = [.. keys.Alpha];
        for (int key = 0; key < after.Length; key++)
        {
            after[key] += rows.Incentive[key] + rows.AlphaTake[key] + rows.AlphaDividend[key] + rows.RootTake[key];
            U96F32 rate = U96F32.Zero;
            long root = rows.RootDividend[key];
            after[key] += RootClaim.TryRaise(ref rate, root, keys.Root[key]) ? 0 : root;
        }

        return new JsonObject { ["alpha_after"] = ByName(keys.Names, after) };
    }

    private static EpochState Neurons(Keys keys)
    {
        long[] alpha = new long[keys.Alpha.Length], root = new long[keys.Alpha.Length];
        Family.Inherit(keys.Alpha, keys.Links, alpha);
        Family.Inherit(keys.Root, keys.Links, root);
        EpochState state = new(Math.Max(1, keys.Registered.Length));
        foreach (int key in keys.Registered)
        {
            int uid = state.Append(0);
            state.AlphaStake[uid] = alpha[key];
            state.RootStake[uid] = root[key];
        }

        return state;
    }

    private static Keys ReadKeys(JsonElement input)
    {
        JsonProperty[] keys = [.. input.Get("keys").EnumerateObject()];
        string[] names = [.. keys.Select(key => key.Name)];
        string[] owners = [.. keys.Select(key => key.Value.Get("owner").GetString() ?? string.Empty)];
        int IndexOf(string name) => Array.IndexOf(names, name);
        return new Keys
        {
            Names = names,
            Alpha = [.. keys.Select(key => key.Value.Get("alpha").AsLong())],
            Root = [.. keys.Select(key => key.Value.Get("root").AsLong())],
            Owner = [.. owners.Select(owner => Array.IndexOf(owners, owner))],
            Take = [.. keys.Select(key => key.Value.Find("take_u16")?.AsInt() ?? 0)],
            ChildTake = [.. names.Select(name => input.Find("ck_take")?.Find(name)?.AsInt() ?? 0)],
            Registered = [.. names.Select((_, i) => i).Where(i => keys[i].Value.Get("registered").GetBoolean())],
            Links = [.. (input.Find("children")?.EnumerateObject() ?? default).SelectMany(parent =>
                parent.Value.EnumerateArray().Select(child => new ChildLink(
                    IndexOf(parent.Name), IndexOf(child[1].GetString() ?? string.Empty), child[0].AsUlong())))],
        };
    }

    private static JsonObject ByName(string[] names, IEnumerable<long> values) =>
        new(names.Zip(values, (name, value) => KeyValuePair.Create(name, (JsonNode?)value)));
}
