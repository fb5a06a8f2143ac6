using System.Text.Json;
using System.Text.Json.Nodes;

using AgentVerse.Model.Contracts;
using AgentVerse.Simulation;

namespace AgentVerse.Cli.Replays;

/// <summary>
/// What a shard had, got and did in one tick, as cases in the format of the reference vectors: one case
/// <c>settle</c> for the whole tick, then a case for each inner step that the shard reports.
/// </summary>
internal sealed class ShardAudit : IAudit
{
    /// <summary>Operation of the case for the whole tick: a record, which no operation can run from its JSON.</summary>
    internal const string Settle = "settle";

    private readonly string _source;
    private readonly JsonArray _inner = [];

    internal ShardAudit(string source)
    {
        _source = source;
    }

    /// <inheritdoc/>
    public void Case(string operation, string id, object input, object output) =>
        _inner.Add(CaseOf(id, operation, Node(input), Node(output)));

    /// <summary>Settles a shard of a replay that stands before a tick; gives the cases.</summary>
    /// <param name="replay">A run that stands between two ticks.</param>
    /// <param name="name">Name of the shard.</param>
    internal JsonArray Of(Replay replay, string name)
    {
        ShardPart part = replay.ShardOf(name);
        replay.Advance();
        PartCall call = replay.CallOf(part.Index);
        WorldPlan world = part.World.Plan;
        JsonNode before = StateJson.Of(part.Carry);
        ShardTick tick = new(world, part.Info, world.TickAt(call.Tick), call.Board, call.Totals) { Audit = this };
        tick.Take(ShardStep.InOrder(world.Draws, call.Tick, call.Intents));
        Bulletin bulletin = part.Shard.Settle(tick);
        JsonObject input = new()
        {
            ["shard"] = name,
            ["tick"] = call.Tick,
            ["from"] = tick.Tick.From,
            ["seconds"] = tick.Tick.Seconds,
            ["state"] = before,
            ["intents"] = StateJson.Of(tick.Intents, world),
        };
        JsonObject output = new()
        {
            ["state"] = StateJson.Of(part.Carry),
            ["bulletin"] = StateJson.Of(bulletin.Carry),
            ["rows"] = StateJson.Of(tick.Rows, world),
            ["events"] = StateJson.Of(tick.Events, world),
            ["series"] = StateJson.Of(part.Info.Plan.Series, tick.Series),
            ["minted"] = StateJson.Amounts(tick.Minted, world),
            ["burned"] = StateJson.Amounts(tick.Burned, world),
        };
        return [CaseOf($"{name}@{call.Tick}", Settle, input, output), .. _inner.Select(c => c!.DeepClone())];
    }

    private static JsonNode? Node(object value) => value as JsonNode ?? JsonSerializer.SerializeToNode(value);

    private JsonObject CaseOf(string id, string operation, JsonNode? input, JsonNode? output) => new()
    {
        ["id"] = id,
        ["op"] = operation,
        ["source"] = _source,
        ["kind"] = "audit",
        ["input"] = input,
        ["expected"] = output,
        ["tolerance"] = 0,
    };
}
