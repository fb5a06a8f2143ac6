using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Model.Numerics;

using StableHash = AgentVerse.Model.Numerics.StableHash;

namespace AgentVerse.Cli.Conformance.Measures;

/// <summary>Known answers of the generators.</summary>
internal static class GeneratorOperations
{
    internal static JsonNode Run(Case one) =>
        one.Input.Find("seed") is { } seed ? SplitMix(seed.AsUlong(), one.Input.Get("n").AsInt()) : Philox(one.Input);

    /// <summary>The first n outputs of SplitMix64 as decimal texts.</summary>
    private static JsonArray SplitMix(ulong seed, int n) => Output.Array(Enumerable.Range(1, n)
        .Select(i => StableHash.Mix(unchecked(seed + ((ulong)i * StableHash.Golden))))
        .Select(word => word.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The four words of a block as texts of eight hexadecimal digits.</summary>
    private static JsonArray Philox(JsonElement input)
    {
        uint[] counter = [.. input.Get("ctr").EnumerateArray().Select(Word)];
        uint[] key = [.. input.Get("key").EnumerateArray().Select(Word)];
        UInt128 block = Philox4x32.Block(
            new UInt128(((ulong)counter[3] << 32) | counter[2], ((ulong)counter[1] << 32) | counter[0]),
            ((ulong)key[1] << 32) | key[0]);
        return Output.Array(Enumerable.Range(0, 4)
            .Select(i => ((uint)(block >> (32 * i))).ToString("x8", CultureInfo.InvariantCulture)));
    }

    private static uint Word(JsonElement word) => word.ValueKind == JsonValueKind.String
        ? uint.Parse(word.GetString().AsSpan(), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : word.GetUInt32();
}
