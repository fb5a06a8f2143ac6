using System.Diagnostics;
using System.Globalization;

using AgentVerse.Mechanisms.Intelligence.Bittensor;

namespace AgentVerse.Benchmarks;

/// <summary>The epoch of a full subnet, bit-exact with the chain, beside a plain dense loop in doubles.</summary>
/// <param name="pairs">Pairs of windows, odd.</param>
/// <param name="seconds">Length of a window.</param>
/// <param name="output">Where the report goes.</param>
internal sealed class EpochReport(int pairs, double seconds, TextWriter output)
{
    private const int Uids = 256;
    private const int Validators = 64;
    private const long Tempo = 360;

    internal void Write()
    {
        output.WriteLine($"## Epoch of {Uids} uids with {Validators} validators beside a plain dense loop, one thread");
        output.WriteLine();
        output.WriteLine("| | us an epoch | ratio to the loop | B allocated an epoch |");
        output.WriteLine("|---|---|---|---|");
        Action dense = Dense();
        List<(string Name, Action Epoch)> exact =
        [
            ("yuma2", Exact(BondVariant.Yuma2)),
            ("yuma3", Exact(BondVariant.Yuma3)),
            ("yuma3LiquidAlpha", Exact(BondVariant.Yuma3LiquidAlpha)),
        ];
        _ = Window(dense);
        foreach ((_, Action epoch) in exact)
        {
            _ = Window(epoch);
        }

        bool isFirst = true;
        foreach ((string name, Action epoch) in exact)
        {
            List<(double Us, double Bytes, double LoopUs, double LoopBytes)> windows = [];
            for (int i = 0; i < pairs; i++)
            {
                (double loopUs, double loopBytes) = Window(dense);
                (double us, double bytes) = Window(epoch);
                windows.Add((us, bytes, loopUs, loopBytes));
            }

            (double Us, double Bytes, double LoopUs, double LoopBytes) middle =
                windows.OrderBy(w => w.Us / w.LoopUs).ElementAt(pairs / 2);
            if (isFirst)
            {
                Row("plain dense loop, doubles", middle.LoopUs, 1, middle.LoopBytes);
                isFirst = false;
            }

            Row(name, middle.Us, middle.Us / middle.LoopUs, middle.Bytes);
        }

        output.WriteLine();
        output.Flush();
    }

    private static ushort Weight(int validator, int miner) =>
        (ushort)(1 + (((validator * 7919) + (miner * 104_729)) % 65_521));

    private static Action Exact(BondVariant bonds)
    {
        EpochState state = new(Uids);
        EpochWorkspace workspace = new();
        SubnetParameters subnet = new() { Bonds = bonds, Chain = new ChainParameters { StakeThreshold = 0 } };
        long block = 1_000_000;
        for (int uid = 0; uid < Uids; uid++)
        {
            _ = state.Append(1);
            state.Mechanisms[0].LastUpdate[uid] = block;
            bool validates = uid < Validators;
            state.AlphaStake[uid] = validates ? 1_000_000_000_000L * (uid + 1) : 0;
            state.ValidatorPermit[uid] = validates;
            for (int miner = Validators; validates && miner < Uids; miner++)
            {
                state.Mechanisms[0].Weights.Set(uid, miner, Weight(uid, miner));
            }
        }

        return () =>
        {
            state.LastStepBlock = block;
            block += Tempo;
            state.Mechanisms[0].LastUpdate[..Validators].Fill(block - 1);
            Yuma.Run(state, block, 148_000_000_000, subnet, workspace);
        };
    }

    private static Action Dense()
    {
        double[] stakes = [.. Enumerable.Range(1, Validators).Select(v => (double)v)];
        double[,] weights = new double[Validators, Uids];
        double[,] bonds = new double[Validators, Uids];
        for (int v = 0; v < Validators; v++)
        {
            for (int m = Validators; m < Uids; m++)
            {
                weights[v, m] = Weight(v, m);
            }
        }

        return () => DenseEpoch.Run(stakes, weights, bonds);
    }

    private (double Us, double Bytes) Window(Action epoch)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        long epochs = 0;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            epoch();
            epochs++;
        }

        return (1e6 * watch.Elapsed.TotalSeconds / epochs,
            (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / epochs);
    }

    private void Row(string name, double us, double ratio, double bytes) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {us:F0} | {ratio:F2} | {bytes:N0} |"));
}
