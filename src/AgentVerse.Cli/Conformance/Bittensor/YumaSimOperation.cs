using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.YumaSim;

namespace AgentVerse.Cli.Conformance.Bittensor;

/// <summary>The research simulator over a case's epochs, given run-length encoded.</summary>
internal static class YumaSimOperation
{
    private const int MaxEpochs = 100_000;

    internal static JsonNode Run(Case one, ChainParameters chain)
    {
        JsonElement input = one.Input;
        string variant = input.Get("variant").GetString() ?? string.Empty;
        YumaSimParameters parameters = Parameters(input, variant);
        double[][] weights = Unroll(
            input.Get("weights_rle"), run => [.. run.Get("W").AsMatrix().SelectMany(row => row)]);
        double[][] stakes = Unroll(input.Get("stakes_rle"), run => run.Get("S").AsDoubles());
        YumaSimState state = new(stakes[0].Length, weights[0].Length / stakes[0].Length);
        bool hasResets = parameters.Variant is YumaSimVariant.Yuma2C or YumaSimVariant.Yuma3;
        JsonArray dividends = [], incentives = [];
        JsonObject bonds = [];
        for (int epoch = 0; epoch < weights.Length; epoch++)
        {
            if (hasResets && epoch > 0 && input.Find("reset_epoch")?.AsInt() == epoch)
            {
                state.ResetBonds(input.Get("reset_index").AsInt());
            }

            YumaSimulation.Step(state, weights[epoch], stakes[epoch], parameters);
            dividends.Add(Output.Column<double>(state.Dividends));
            incentives.Add(Output.Column<double>(state.Incentive));
            bonds[epoch.ToString(CultureInfo.InvariantCulture)] =
                Output.Matrix(state.Bonds.ToArray().Chunk(state.MinerCount));
        }

        return new JsonObject { ["dividends"] = dividends, ["incentive"] = incentives, ["bonds_at"] = bonds };
    }

    private static YumaSimParameters Parameters(JsonElement input, string variant)
    {
        JsonElement rates = input.Get("params");
        JsonElement? overrides = input.Find("overrides");
        return new YumaSimParameters
        {
            Variant = variant.StartsWith("Yuma3", StringComparison.Ordinal)
                ? YumaSimVariant.Yuma3
                : Enum.Parse<YumaSimVariant>(variant),
            Kappa = input.Get("kappa").GetDouble(),
            BondPenalty = input.Get("bond_penalty").GetDouble(),
            BondMovingAverage = rates.Get("bond_moving_avg").GetDouble(),
            LiquidAlpha = rates.Get("liquid").GetBoolean(),
            AlphaLow = rates.Get("alpha_low").GetDouble(),
            AlphaHigh = rates.Get("alpha_high").GetDouble(),
            Steepness = rates.Get("steepness").GetDouble(),
            CapacityAlpha = rates.Get("capacity_alpha").GetDouble(),
            DecayRate = rates.Get("decay_rate").GetDouble(),
            WinnerTakesAll = overrides?.Find("winner_takes_all")?.GetBoolean() ?? false,
        };
    }

    private static double[][] Unroll(JsonElement runs, Func<JsonElement, double[]> read)
    {
        List<double[]> epochs = [];
        foreach (JsonElement run in runs.EnumerateArray())
        {
            double[] values = read(run);
            int count = run.Get("n").AsInt();
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count + epochs.Count, MaxEpochs);
            epochs.AddRange(Enumerable.Repeat(values, count));
        }

        return [.. epochs];
    }
}
