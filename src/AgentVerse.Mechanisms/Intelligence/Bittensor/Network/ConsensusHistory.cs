using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Consensus of the last epochs as the chain shows it to everybody, the newest first. A uid that changed hands has 0
/// for the time before.
/// </summary>
internal sealed class ConsensusHistory(int uidsMax)
{
    /// <summary>Epochs that are kept.</summary>
    internal const int Epochs = 16;

    private ushort[] _values = new ushort[Epochs * uidsMax];
    private int _count;

    /// <summary>Adds the epoch that has run.</summary>
    internal void Push(ReadOnlySpan<ushort> consensus)
    {
        _values.AsSpan(0, (Epochs - 1) * uidsMax).CopyTo(_values.AsSpan(uidsMax));
        Span<ushort> newest = _values.AsSpan(0, uidsMax);
        newest.Clear();
        consensus.CopyTo(newest);
        _count = Math.Min(Epochs, _count + 1);
    }

    /// <summary>A uid has a new holder, of whom nobody has said anything yet.</summary>
    internal void Forget(int uid)
    {
        for (int epoch = 0; epoch < _count; epoch++)
        {
            _values[(epoch * uidsMax) + uid] = 0;
        }
    }

    /// <summary>Forgets all epochs.</summary>
    internal void Clear()
    {
        _values.AsSpan().Clear();
        _count = 0;
    }

    /// <summary>The history of the first so many uids, without gaps, in memory of the caller's.</summary>
    internal ReadOnlySpan<ushort> Of(int uids, Span<ushort> memory)
    {
        for (int epoch = 0; epoch < _count; epoch++)
        {
            _values.AsSpan(epoch * uidsMax, uids).CopyTo(memory[(epoch * uids)..]);
        }

        return memory[..(_count * uids)];
    }

    /// <summary>Carries it to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        codec.Array("consensusHistory", ref _values);
        codec.Value("consensusEpochs", ref _count);
    }
}
