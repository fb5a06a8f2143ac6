using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Cli.Conformance.Bittensor;

/// <summary>The vector and matrix arithmetic of an epoch, on dense matrices given as numbers.</summary>
internal static class MathOperations
{
    internal static JsonNode MaxUpscale(Case one, ChainParameters chain)
    {
        I32F32[] values = Vector(one.Input.Get("vector"));
        ushort[] scaled = new ushort[values.Length];
        Proportions.MaxUpscale(values, scaled);
        return Output.Result(Output.Array<ushort>(scaled));
    }

    internal static JsonNode CheckMaxLimited(Case one, ChainParameters chain)
    {
        ushort[] values = [.. one.Input.Get("vector").AsLongs().Select(value => checked((ushort)value))];
        return Output.Result(Proportions.IsMaxLimited(values, one.Input.Get("max_limit").AsInt()));
    }

    internal static JsonNode TopK(Case one, ChainParameters chain)
    {
        I32F32[] values = Vector(one.Input.Get("vector"));
        bool[] marked = new bool[values.Length];
        Proportions.MarkLargest(values, one.Input.Get("k").AsInt(), marked, new long[values.Length]);
        return Output.Result(Output.Array<bool>(marked));
    }

    internal static JsonNode Normalize(Case one, ChainParameters chain)
    {
        I32F32[] values = Vector(one.Input.Get("vector"));
        Proportions.Normalise(values);
        return Output.Result(Numbers(values));
    }

    internal static JsonNode RowNormalize(Case one, ChainParameters chain)
    {
        I32F32[][] rows = Matrix(one.Input.Get("matrix"));
        foreach (I32F32[] row in rows)
        {
            Proportions.Normalise(row);
        }

        return Output.Result(Numbers(rows));
    }

    internal static JsonNode ColNormalize(Case one, ChainParameters chain) =>
        Output.Result(Numbers(EachColumn(one.Input.Get("matrix"), column => Proportions.Normalise(column))));

    internal static JsonNode ColMaxUpscale(Case one, ChainParameters chain) => Output.Result(Numbers(EachColumn(
        one.Input.Get("matrix"), column => Proportions.DivideBy(column, Proportions.Maximum(column)))));

    internal static JsonNode ColClip(Case one, ChainParameters chain)
    {
        I32F32[] consensus = Vector(one.Input.Get("threshold"));
        return Output.Result(Numbers(Map(Matrix(one.Input.Get("matrix")), (_, j, w) => Yuma.Clip(w, consensus[j]))));
    }

    internal static JsonNode WeightedMedianOf(Case one, ChainParameters chain)
    {
        I32F32[] stake = Singles(one.Input.Get("stake")), score = Singles(one.Input.Get("score"));
        I32F32 minority = I32F32.One - I32F32.FromDouble(one.Input.Get("majority").GetSingle());
        return Output.Result(WeightedMedian.Select(score, stake, minority, I32F32.Zero).ToDouble());
    }

    internal static JsonNode WeightedMedianCol(Case one, ChainParameters chain)
    {
        I32F32[] stake = Singles(one.Input.Get("stake"));
        I32F32 majority = I32F32.FromDouble(one.Input.Get("majority").GetSingle());
        I32F32[][] columns = Transpose([.. one.Input.Get("score").EnumerateArray().Select(Singles)]);
        return Output.Result(Numbers([.. columns.Select(scores => WeightedMedian.OfColumn(scores, stake, majority))]));
    }

    internal static JsonNode Interpolate(Case one, ChainParameters chain)
    {
        I32F32[][] a = Matrix(one.Input.Get("a")), b = Matrix(one.Input.Get("b"));
        I32F32 ratio = I32F32.FromDouble(one.Input.Get("ratio").GetDouble());
        return Output.Result(Numbers(Map(a, (i, j, from) => Yuma.Interpolate(from, b[i][j], ratio))));
    }

    internal static JsonNode EmaAlpha(Case one, ChainParameters chain)
    {
        I32F32[][] old = Matrix(one.Input.Get("old")), alpha = Matrix(one.Input.Get("alpha"));
        I32F32[][] next = Matrix(one.Input.Get("new"));
        return Output.Result(Numbers(Map(next, (i, j, weight) => Yuma.Blend(weight, old[i][j], alpha[i][j]))));
    }

    /// <summary>
    /// As <see cref="EmaAlpha"/> on sparse rows: only cells of the new matrix live on, and only above 0.
    /// </summary>
    internal static JsonNode EmaAlphaSparse(Case one, ChainParameters chain)
    {
        I32F32[][] alpha = Matrix(one.Input.Get("alpha"));
        JsonElement old = one.Input.Get("old");
        JsonArray rows = [];
        int i = 0;
        foreach (JsonElement row in one.Input.Get("new").EnumerateArray())
        {
            Dictionary<int, I32F32> bonds = old[i].EnumerateArray()
                .ToDictionary(cell => cell[0].AsInt(), cell => I32F32.FromDouble(cell[1].GetDouble()));
            JsonArray blended = [];
            foreach (JsonElement cell in row.EnumerateArray())
            {
                int j = cell[0].AsInt();
                I32F32 weight = I32F32.FromDouble(cell[1].GetDouble());
                I32F32 bond = Yuma.Blend(weight, bonds.GetValueOrDefault(j), alpha[i][j]);
                if (bond > I32F32.Zero)
                {
                    blended.Add(new JsonArray(j, bond.ToDouble()));
                }
            }

            rows.Add(blended);
            i++;
        }

        return Output.Result(rows);
    }

    internal static JsonNode Sigmoid(Case one, ChainParameters chain)
    {
        I32F32 x = Number(one.Input, "x");
        return Output.Result(x.Sigmoid(Number(one.Input, "rho"), Number(one.Input, "kappa")).ToDouble());
    }

    internal static JsonNode AlphaSigmoid(Case one, ChainParameters chain)
    {
        SubnetParameters subnet = new()
        {
            AlphaLow = one.Input.Get("alpha_low").AsInt(),
            AlphaHigh = one.Input.Get("alpha_high").AsInt(),
            AlphaSigmoidSteepness = one.Input.Get("steepness").AsInt(),
        };
        I32F32 rate = LiquidAlpha.Of(subnet).Rate(
            Number(one.Input, "consensus"), Number(one.Input, "weight"), Number(one.Input, "bond"));
        return Output.Result(rate.ToDouble());
    }

    /// <summary>
    /// With low = high, liquid alpha is the plain moving average: the largest difference between the two ways.
    /// </summary>
    internal static JsonNode LiquidAlphaEqual(Case one, ChainParameters chain)
    {
        int alphaU16 = one.Input.Get("alpha_u16").AsInt();
        LiquidAlpha liquid = LiquidAlpha.Of(new SubnetParameters { AlphaLow = alphaU16, AlphaHigh = alphaU16 });
        int average = one.Input.Get("bonds_moving_average").AsInt();
        I32F32 plain = Yuma.Alpha(new SubnetParameters { BondsMovingAverage = average });
        I32F32[][] bonds = Matrix(one.Input.Get("bonds"));
        I32F32[] consensus = Vector(one.Input.Get("consensus"));
        double largest = 0;
        Map(Matrix(one.Input.Get("weights")), (i, j, weight) =>
        {
            I32F32 bond = bonds[i][j];
            I32F32 fluid = Yuma.Blend(weight, bond, liquid.Rate(consensus[j], weight, bond));
            largest = Math.Max(largest, Math.Abs((fluid - Yuma.Blend(weight, bond, plain)).ToDouble()));
            return fluid;
        });
        return new JsonObject { ["max_abs_difference"] = largest };
    }

    private static I32F32 Number(JsonElement input, string field) => I32F32.FromDouble(input.Get(field).GetDouble());

    /// <summary>Numbers that upstream wrote in single precision, which decides ties of sums.</summary>
    private static I32F32[] Singles(JsonElement values) =>
        [.. values.EnumerateArray().Select(value => I32F32.FromDouble(value.GetSingle()))];

    private static I32F32[] Vector(JsonElement values) => [.. values.AsDoubles().Select(I32F32.FromDouble)];

    private static I32F32[][] Matrix(JsonElement rows) =>
        [.. rows.AsMatrix().Select(row => row.Select(I32F32.FromDouble).ToArray())];

    private static I32F32[][] Map(I32F32[][] rows, Func<int, int, I32F32, I32F32> cell) =>
        [.. rows.Select((row, i) => row.Select((value, j) => cell(i, j, value)).ToArray())];

    private static I32F32[][] EachColumn(JsonElement matrix, Action<I32F32[]> change)
    {
        I32F32[][] columns = Transpose(Matrix(matrix));
        Array.ForEach(columns, change);
        return Transpose(columns);
    }

    private static I32F32[][] Transpose(I32F32[][] rows) => rows.Length == 0
        ? []
        : [.. rows[0].Select((_, j) => rows.Select(row => row[j]).ToArray())];

    private static JsonArray Numbers(I32F32[] values) => Output.Array(values.Select(Show));

    private static JsonArray Numbers(I32F32[][] rows) => Output.Matrix(rows.Select(row => row.Select(Show)));

    /// <summary>A cell that is not there counts as 0 in a dense matrix.</summary>
    private static double Show(I32F32 value) => value == Yuma.Absent ? 0 : value.ToDouble();
}
