using System.Diagnostics;

using AgentVerse.Grains.Kinds;
using AgentVerse.Model;
using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>
/// A group whose parts are grains of this silo: behind a relay, or, in the run grain's own silo, without one, since a
/// hop to itself would cost a light tick a tenth of its time.
/// </summary>
internal sealed class SiloGroup(
    RunPlace place, RunWriting writing, RelayOpening opening, IGrainFactory grains, SiloShared shared) : IGroup
{
    private readonly SortedDictionary<int, IPartGrain> _parts = [];
    private long _used = Stopwatch.GetTimestamp();

    /// <summary>Whether the silo is leaving.</summary>
    public bool Leaving => shared.Presence.Leaving;

    /// <summary>Time since it was last called.</summary>
    internal TimeSpan Unused => Stopwatch.GetElapsedTime(Volatile.Read(ref _used));

    public async Task Open(IReadOnlyList<string> segments)
    {
        foreach (SiloGroup earlier in shared.Presence.Enter(this))
        {
            await earlier.Close();
        }

        int[] parts = [.. PartsOf(PartSort.Cohorts), .. PartsOf(PartSort.Shards)];
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> saved =
            await shared.Pool.Run(() => writing.Segments(segments).Read(parts.Select(place.NameOf)));
        await Task.WhenAll([.. parts.Select(part => OpenPart(part, saved))]);
    }

    public async Task<GroupAnswer> Execute(Phase phase, GroupCall call)
    {
        Volatile.Write(ref _used, Stopwatch.GetTimestamp());
        IReadOnlyList<int> parts = PartsOf(phase.Over);
        PartCall[] calls = GroupWork.Split(phase, call, place.Table, opening.Group);
        PartTask? same = null;
        Task<PartResult>[] results = new Task<PartResult>[parts.Count];
        for (int i = 0; i < results.Length; i++)
        {
            same = ReferenceEquals(same?.Call, calls[i]) ? same : TaskOf(phase, calls[i]);
            results[i] = _parts[parts[i]].Run(same!).AsTask();
        }

        PartResult[] answers = await Task.WhenAll(results);
        return answers.FirstOrDefault(a => a.Error.Length > 0) is { } failed
            ? throw new InvariantException(failed.Error)
            : GroupWork.Merge(place.World, place.Table, [.. answers.Select(a => a.Answer!)]);
    }

    public async Task<RelayCommit> Commit(int tick, bool final)
    {
        PartSaved[] saved = await Task.WhenAll(_parts.Values.Select(p => p.Save().AsTask()));
        NamedState[] states =
            [.. _parts.Keys.Zip(saved, (part, s) => new NamedState(place.NameOf(part), s.State, s.Digest))];
        return await writing.Commit(tick, final, states);
    }

    public async Task<string> Inspect(int part, int row) => await _parts[part].Inspect(row);

    public Task Close()
    {
        shared.Presence.Exit(this);
        return Task.WhenAll(_parts.Values.Select(p => p.Close().AsTask()));
    }

    /// <summary>Whether it belongs to an earlier incarnation of the other one's run.</summary>
    internal bool IsBefore(SiloGroup other) =>
        string.Equals(opening.Spec.Key, other.Key, StringComparison.Ordinal) && opening.Incarnation < other.Incarnation;

    private string Key => opening.Spec.Key;

    private int Incarnation => opening.Incarnation;

    private static PartTask TaskOf(Phase phase, PartCall call) => new() { Phase = phase, Tick = call.Tick, Call = call };

    private IReadOnlyList<int> PartsOf(PartSort sort) => place.Table.PartsOf(opening.Group, sort);

    private Task OpenPart(int part, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> saved)
    {
        _parts[part] = GrainOf(part);
        bool isKnown = saved.TryGetValue(place.NameOf(part), out ReadOnlyMemory<byte> state);
        return _parts[part].Open(new PartOpening
        {
            Place = place,
            Part = part,
            State = isKnown ? state : (ReadOnlyMemory<byte>?)null,
        }).AsTask();
    }

    private IPartGrain GrainOf(int part)
    {
        string key = $"{opening.Spec.Key}/{opening.Incarnation}/{part}";
        return part >= place.Table.CohortCount
            ? grains.GetGrain<IShardGrain>(key)
            : grains.GetGrain<ICohortGrain>(KindGrains.Cohort(KindOf(part), key));
    }

    private string KindOf(int part) =>
        place.World.Plan.Populations[place.Table.FirstAgent(part).Population].Kind.Name;
}

/// <summary>What all groups of a silo share.</summary>
/// <param name="Pool">Threads to compute on.</param>
/// <param name="Presence">What is under way in the silo.</param>
public sealed record SiloShared(ComputePool Pool, SiloPresence Presence);
