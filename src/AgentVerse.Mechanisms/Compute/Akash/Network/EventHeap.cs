using System.Runtime.InteropServices;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>What is to happen to a deployment next.</summary>
/// <param name="Height">When.</param>
/// <param name="Tie">Drawn hash of the deployment, for those of one height.</param>
/// <param name="Deployment">Its record.</param>
/// <param name="Number">Its number: a record that was used again has another.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct DueEvent(long Height, ulong Tie, long Number, int Deployment);

/// <summary>Events in order of height, then tie: a binary heap. O(log n) for each.</summary>
internal sealed class EventHeap
{
    private DueEvent[] _events = [];

    /// <summary>Number of events.</summary>
    internal int Count { get; private set; }

    /// <summary>The first; there must be one.</summary>
    internal DueEvent First => _events[0];

    /// <summary>Adds one.</summary>
    internal void Add(DueEvent due)
    {
        if (Count == _events.Length)
        {
            Array.Resize(ref _events, Math.Max(16, Count * 2));
        }

        int place = Count++;
        while (place > 0 && IsBefore(due, _events[(place - 1) / 2]))
        {
            _events[place] = _events[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        _events[place] = due;
    }

    /// <summary>Takes the first away.</summary>
    internal void RemoveFirst()
    {
        DueEvent last = _events[--Count];
        int place = 0;
        for (int child = 1; child < Count; child = (2 * place) + 1)
        {
            child += child + 1 < Count && IsBefore(_events[child + 1], _events[child]) ? 1 : 0;
            if (!IsBefore(_events[child], last))
            {
                break;
            }

            _events[place] = _events[child];
            place = child;
        }

        if (Count > 0)
        {
            _events[place] = last;
        }
    }

    /// <summary>Carries all to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        DueEvent[] events = _events.AsSpan(0, Count).ToArray();
        codec.Array("events", ref events);
        (_events, Count) = (events, events.Length);
    }

    private static bool IsBefore(in DueEvent a, in DueEvent b) =>
        a.Height != b.Height ? a.Height < b.Height : a.Tie != b.Tie ? a.Tie < b.Tie : a.Number < b.Number;
}
