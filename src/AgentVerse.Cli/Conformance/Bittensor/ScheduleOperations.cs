using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Intelligence.Bittensor;

namespace AgentVerse.Cli.Conformance.Bittensor;

/// <summary>The epoch schedule.</summary>
internal static class ScheduleOperations
{
    internal static JsonNode BlocksUntilNext(Case one)
    {
        long? blocks = EpochSchedule.BlocksUntilNext(Clock(one.Input), one.Input.Get("block").AsLong(), Subnet(one.Input));

        // The chain says "never" with the largest u64.
        return Output.Result(JsonValue.Create(blocks is { } some ? (ulong)some : ulong.MaxValue));
    }

    internal static JsonNode NextStart(Case one) =>
        Output.Result(JsonValue.Create(EpochSchedule.NextStart(Clock(one.Input), Subnet(one.Input))));

    internal static JsonNode ShouldRun(Case one) =>
        Output.Result(EpochSchedule.IsDue(Clock(one.Input), one.Input.Get("block").AsLong(), Subnet(one.Input)));

    private static EpochClock Clock(JsonElement input) => new(
        input.Get("last_epoch_block").AsLong(),
        input.Find("pending")?.AsLong() ?? 0,
        input.Find("blocks_since_last_step")?.AsLong() ?? 0,
        0);

    private static SubnetParameters Subnet(JsonElement input) =>
        new() { Chain = BittensorOperations.Chain, Tempo = input.Get("tempo").AsInt() };
}
