using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Carries the columns of an epoch's state to or from a checkpoint.</summary>
internal static class NeuronsCodec
{
    /// <summary>Carries all neurons.</summary>
    /// <returns>The neurons: others than given where fewer were written than there are.</returns>
    internal static EpochState Carry(StateCodec codec, EpochState neurons)
    {
        int count = neurons.NeuronCount;
        codec.Value("neurons", ref count);
        neurons = count < neurons.NeuronCount ? new EpochState(neurons.Capacity) : neurons;
        while (neurons.NeuronCount < count)
        {
            _ = neurons.Append(0);
        }

        int owner = neurons.OwnerUid;
        codec.Value("ownerUid", ref owner);
        neurons.OwnerUid = owner;
        long lastStep = neurons.LastStepBlock;
        codec.Value("lastStepBlock", ref lastStep);
        neurons.LastStepBlock = lastStep;
        Column(codec, "alphaStake", neurons.AlphaStake);
        Column(codec, "rootStake", neurons.RootStake);
        Column(codec, "registeredAt", neurons.RegisteredAt);
        Column(codec, "validatorPermit", neurons.ValidatorPermit);
        Column(codec, "active", neurons.Active);
        Column(codec, "stakeWeight", neurons.StakeWeight);
        Column(codec, "consensus", neurons.Consensus);
        Column(codec, "dividends", neurons.Dividends);
        Column(codec, "validatorTrust", neurons.ValidatorTrust);
        Column(codec, "emission", neurons.Emission);
        Column(codec, "serverEmission", neurons.ServerEmission);
        Column(codec, "validatorEmission", neurons.ValidatorEmission);
        foreach (MechanismState mechanism in neurons.Mechanisms)
        {
            codec.Open("mechanism");
            Column(codec, "lastUpdate", mechanism.LastUpdate);
            Column(codec, "commitBlock", mechanism.CommitBlock);
            Column(codec, "incentive", mechanism.Incentive);
            Matrix(codec, "weights", mechanism.Weights);
            Matrix(codec, "bonds", mechanism.Bonds);
            codec.Close();
        }

        return neurons;
    }

    /// <summary>The rows that have cells: few of the uids are validators.</summary>
    private static void Matrix(StateCodec codec, string name, UidMatrix matrix)
    {
        int width = matrix.Capacity;
        int words = matrix.Presence.Length / width;
        int[] rows = [.. Enumerable.Range(0, width).Where(row => !matrix.IsRowEmpty(row))];
        ushort[] cells = new ushort[rows.Length * width];
        ulong[] presence = new ulong[rows.Length * words];
        for (int i = 0; i < rows.Length; i++)
        {
            matrix.Cells.Slice(rows[i] * width, width).CopyTo(cells.AsSpan(i * width));
            matrix.Presence.Slice(rows[i] * words, words).CopyTo(presence.AsSpan(i * words));
        }

        codec.Array(name + "Rows", ref rows);
        codec.Array(name, ref cells);
        codec.Array(name + "Presence", ref presence);
        matrix.Cells.Clear();
        matrix.Presence.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            cells.AsSpan(i * width, width).CopyTo(matrix.Cells[(rows[i] * width)..]);
            presence.AsSpan(i * words, words).CopyTo(matrix.Presence[(rows[i] * words)..]);
        }
    }

    private static void Column<T>(StateCodec codec, string name, Span<T> column)
        where T : unmanaged
    {
        T[] values = column.ToArray();
        codec.Array(name, ref values);
        values.CopyTo(column);
    }
}
