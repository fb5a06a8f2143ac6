using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Intelligence.Bittensor;

namespace AgentVerse.Cli.Conformance.Bittensor;

/// <summary>The epoch schedule.</summary>
internal static class ScheduleOperations
{
    internal static JsonNode BlocksUntilNext(Case one, ChainParameters chain)
    {
        long block = one.Input.Get("block").AsLong();
        long? blocks = EpochSchedule.BlocksUntilNext(Clock(one.Input), block, Subnet(one.Input, chain));

        // The chain says "never" with the largest u64.
        return Output.Result(JsonValue.Create(blocks is { } some ? (ulong)some : ulong.MaxValue));
    }

    internal static JsonNode NextStart(Case one, ChainParameters chain) =>
        Output.Result(JsonValue.Create(EpochSchedule.NextStart(Clock(one.Input), Subnet(one.Input, chain))));

    internal static JsonNode ShouldRun(Case one, ChainParameters chain) =>
        Output.Result(EpochSchedule.IsDue(Clock(one.Input), one.Input.Get("block").AsLong(), Subnet(one.Input, chain)));

    private static EpochClock Clock(JsonElement input) => new(
        input.Get("last_epoch_block").AsLong(),
        input.Find("pending")?.AsLong() ?? 0,
        input.Find("blocks_since_last_step")?.AsLong() ?? 0,
        0);

    private static SubnetParameters Subnet(JsonElement input, ChainParameters chain) =>
        new() { Chain = chain, Tempo = input.Get("tempo").AsInt() };
}
