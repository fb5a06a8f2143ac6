using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>A real subnet from data files: stakes by uid and the weights that its validators had set.</summary>
internal static class Metagraph
{
    /// <summary>
    /// Neurons and weights of the files: uids with at least the stake threshold that are among the largest have a
    /// permit,
    /// the others mine. A miner's quality is the stake-weighted mean of its weights over the median of those above 0,
    /// so
    /// that honest scores reproduce what the real validators thought of it. Null where a file does not fit.
    /// </summary>
    internal static (OpeningNeuron[] Neurons, OpeningWeight[] Weights)? Read(
        SettingsMap group, WorldPlanning planning, SubnetParameters subnet, StreamDraws draws)
    {
        if (Stakes(group, planning, subnet) is not { } alpha)
        {
            return null;
        }

        bool[] permits = Permits(alpha, subnet);
        OpeningWeight[] weights = Weights(group, planning, alpha.Length);
        double[] qualities = Qualities(weights, alpha, permits);
        return (
        [
            .. Enumerable.Range(0, alpha.Length).Select(uid => new OpeningNeuron(
                permits[uid], alpha[uid], SubnetDrawing.AgeOf(group, draws, uid), qualities[uid], AgentRef.None)),
        ], weights);
    }

    /// <summary>Alpha by uid, one for each TAO of the file.</summary>
    private static long[]? Stakes(SettingsMap group, WorldPlanning planning, SubnetParameters subnet)
    {
        if (Table(group, planning, "neurons", "uid", "stake_tao") is not [double[] uids, double[] stakes])
        {
            return null;
        }

        bool isSound = uids.Length <= subnet.MaxAllowedUids && AreUids(uids, uids.Length)
            && uids.Distinct().Count() == uids.Length && Array.TrueForAll(stakes, s => s is >= 0 and <= 21e6);
        if (!isSound)
        {
            planning.Problems.Add(group.Problem(
                "neurons", group.Text("neurons"),
                $"a file of at most {subnet.MaxAllowedUids} uids, 0..n-1 once each, with stakes of 0 to 21 million",
                "mend the file, or raise uidsMax"));
            return null;
        }

        long[] alpha = new long[uids.Length];
        for (int row = 0; row < uids.Length; row++)
        {
            alpha[(int)uids[row]] = (long)Math.Round(stakes[row] * BittensorTerms.UnitsPerToken);
        }

        return alpha;
    }

    /// <summary>Weights of the file, each row scaled to its largest.</summary>
    private static OpeningWeight[] Weights(SettingsMap group, WorldPlanning planning, int uids)
    {
        if (Table(group, planning, "weights", "validator_uid", "uid", "weight") is not [double[] from, double[] to, double[] w])
        {
            return [];
        }

        bool isSound = AreUids(from, uids) && AreUids(to, uids) && Array.TrueForAll(w, v => v >= 0 && v < 32_768);
        if (!isSound)
        {
            planning.Problems.Add(group.Problem(
                "weights", group.Text("weights"), $"a file of uids below {uids} with weights of 0 to 32767", "mend the file"));
            return [];
        }

        double[] largest = new double[uids];
        for (int row = 0; row < w.Length; row++)
        {
            largest[(int)from[row]] = Math.Max(largest[(int)from[row]], w[row]);
        }

        return
        [
            .. Enumerable.Range(0, w.Length).Where(row => w[row] > 0).Select(row => new OpeningWeight(
                (int)from[row], (int)to[row], ToU16(w[row] / largest[(int)from[row]]))),
        ];
    }

    private static ushort ToU16(double share) =>
        (I32F32.FromDouble(share) * I32F32.FromInteger(ushort.MaxValue)).Round().ToU16();

    /// <summary>
    /// Permits as an epoch gives them: the largest stakes above the threshold, ties to the higher uid.
    /// </summary>
    private static bool[] Permits(long[] alpha, SubnetParameters subnet)
    {
        bool[] permits = new bool[alpha.Length];
        IEnumerable<int> ranked = Enumerable.Range(0, alpha.Length)
            .Where(uid => alpha[uid] > 0 && alpha[uid] >= subnet.Chain.StakeThreshold)
            .OrderByDescending(uid => alpha[uid]).ThenByDescending(uid => uid);
        foreach (int uid in ranked.Take(subnet.MaxAllowedValidators))
        {
            permits[uid] = true;
        }

        return permits;
    }

    private static double[] Qualities(OpeningWeight[] all, long[] alpha, bool[] permits)
    {
        double[] qualities = new double[alpha.Length];
        double[] rowSums = new double[alpha.Length];
        OpeningWeight[] weights = [.. all.Where(w => permits[w.Validator])];
        if (weights.Length == 0)
        {
            qualities.AsSpan().Fill(double.NaN);
            return qualities;
        }

        foreach (OpeningWeight weight in weights)
        {
            rowSums[weight.Validator] += weight.Value;
        }

        foreach (OpeningWeight weight in weights)
        {
            qualities[weight.Miner] += alpha[weight.Validator] * (weight.Value / rowSums[weight.Validator]);
        }

        double[] positive = [.. qualities.Where(q => q > 0).Order()];
        double median = positive[positive.Length / 2];
        for (int uid = 0; uid < qualities.Length; uid++)
        {
            qualities[uid] = permits[uid] ? 0 : qualities[uid] / median;
        }

        return qualities;
    }

    private static bool AreUids(double[] values, int count) =>
        Array.TrueForAll(values, v => v >= 0 && v < count && v == Math.Floor(v));

    /// <summary>The named columns of a group's file; null, with a problem, where file or column is missing.</summary>
    private static double[][]? Table(SettingsMap group, WorldPlanning planning, string key, params string[] names)
    {
        if (!group.Has(key))
        {
            return null;
        }

        string path = group.Text(key);
        double[]?[] columns = planning.Tables.TryGetValue(path, out DataTable? table)
            ? [.. names.Select(table.Find)]
            : new double[]?[names.Length];
        if (columns.Any(c => c is null || c.Length == 0 || Array.Exists(c, double.IsNaN)))
        {
            planning.Problems.Add(group.Problem(
                key, path, $"a file with whole columns {string.Join(", ", names)}", "mend the file or its path"));
            return null;
        }

        return [.. columns.Select(c => c!)];
    }
}
