using System.Text.Json.Nodes;

using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Model.State;
using AgentVerse.Results.Checkpoints;

namespace AgentVerse.Cli.Replays;

/// <summary>What agents and shards hold, send and get, as JSON for people and other programs.</summary>
internal static class StateJson
{
    internal static JsonNode Of(Action<StateCodec> carry) => JsonNode.Parse(JsonStateWriter.Print(carry))!;

    internal static JsonArray Of(IEnumerable<TimedIntent> intents, WorldPlan world) =>
        [.. intents.Select(i => (JsonNode)Of(i, world))];

    internal static JsonObject Of(in Intent intent, WorldPlan world) => new()
    {
        ["sender"] = Name(intent.Sender, world),
        ["account"] = intent.Account,
        ["shard"] = Replay.NameOf(world.Shards[intent.Shard]),
        ["kind"] = intent.Kind,
        ["ordinal"] = intent.Ordinal,
        ["delay"] = intent.Delay,
        ["token"] = Token(intent.Token, world),
        ["amount"] = intent.Amount,
        ["a"] = intent.A,
        ["b"] = intent.B,
        ["c"] = intent.C,
        ["d"] = intent.D,
    };

    internal static JsonArray Of(IEnumerable<Row> rows, WorldPlan world) =>
        [.. rows.Select(r => (JsonNode)new JsonObject
        {
            ["receiver"] = Name(r.Receiver, world),
            ["shard"] = r.Shard < world.Shards.Count ? Replay.NameOf(world.Shards[r.Shard]) : "engine",
            ["kind"] = r.Kind,
            ["ordinal"] = r.Ordinal,
            ["token"] = Token(r.Token, world),
            ["amount"] = r.Amount,
            ["a"] = r.A,
            ["b"] = r.B,
        })];

    internal static JsonArray Of(IEnumerable<ShardEvent> events, WorldPlan world) =>
        [.. events.Select(e => (JsonNode)new JsonObject
        {
            ["event"] = world.EventNames[e.Type],
            ["second"] = e.Second,
            ["agent"] = Name(e.Agent, world),
            ["amount"] = e.Amount,
            ["a"] = e.A,
            ["b"] = e.B,
        })];

    /// <summary>Series by name.</summary>
    internal static JsonObject Of(IReadOnlyList<Quantity> series, ReadOnlySpan<long> cells)
    {
        JsonObject values = [];
        for (int i = 0; i < series.Count; i++)
        {
            values.Add(series[i].Name, series[i].Type == CellType.Number
                ? JsonValue.Create(BitConverter.Int64BitsToDouble(cells[i]))
                : JsonValue.Create(cells[i]));
        }

        return values;
    }

    /// <summary>Amounts by token, those that are not zero.</summary>
    internal static JsonObject Amounts(ReadOnlySpan<long> amounts, WorldPlan world)
    {
        JsonObject values = [];
        for (int token = 0; token < amounts.Length; token++)
        {
            if (amounts[token] != 0)
            {
                values.Add(world.Tokens[token].Name, amounts[token]);
            }
        }

        return values;
    }

    private static JsonObject Of(TimedIntent timed, WorldPlan world)
    {
        JsonObject intent = Of(timed.Intent, world);
        intent.Insert(0, "time", JsonValue.Create(timed.Time / 4294967296.0));
        return intent;
    }

    private static string? Name(AgentRef agent, WorldPlan world) =>
        agent.Population >= 0 ? $"{world.Populations[agent.Population].Name}[{agent.Index}]" : null;

    private static string? Token(int token, WorldPlan world) =>
        token < world.Tokens.Count ? world.Tokens[token].Name : null;
}
