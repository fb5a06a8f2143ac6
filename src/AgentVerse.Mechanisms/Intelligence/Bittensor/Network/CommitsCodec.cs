using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Carries the waiting commits of weights to or from a checkpoint.</summary>
internal static class CommitsCodec
{
    /// <summary>Carries all commits, in order of arrival; what was there before a reading is dropped.</summary>
    internal static void Carry(StateCodec codec, CommitBook book)
    {
        WeightsCommit[] waiting = [.. book.Waiting];
        int[] uids = [.. waiting.Select(c => c.Uid)];
        long[] epochs = [.. waiting.Select(c => c.Epoch)];
        long[] blocks = [.. waiting.Select(c => c.Block)];
        int[] lengths = [.. waiting.Select(c => c.Uids.Count)];
        int[] miners = [.. waiting.SelectMany(c => c.Uids)];
        ushort[] values = [.. waiting.SelectMany(c => c.Values)];
        codec.Array("commitUids", ref uids);
        codec.Array("commitEpochs", ref epochs);
        codec.Array("commitBlocks", ref blocks);
        codec.Array("commitLengths", ref lengths);
        codec.Array("commitMiners", ref miners);
        codec.Array("commitValues", ref values);
        book.RemoveAll(_ => true);
        int from = 0;
        for (int i = 0; i < uids.Length; i++)
        {
            int to = from + lengths[i];
            book.Add(Of(uids[i], epochs[i], blocks[i], miners[from..to], values[from..to]));
            from = to;
        }
    }

    /// <summary>A commit that the chain itself opens, the only sort that scripts make.</summary>
    internal static WeightsCommit Of(int uid, long epoch, long block, int[] miners, ushort[] values) => new()
    {
        Uid = uid,
        Epoch = epoch,
        Block = block,
        IsTimeLocked = true,
        Uids = miners,
        Values = values,
    };
}
