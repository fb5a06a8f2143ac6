using System.Buffers.Binary;
using System.Globalization;

using AgentVerse.Model.Records;
using AgentVerse.Results;
using AgentVerse.Results.Checkpoints;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Tables;
using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>A part's state under its name, for a segment.</summary>
/// <param name="Name">Name of the part.</param>
/// <param name="State">Its bytes.</param>
/// <param name="Digest">Digest of the state.</param>
public sealed record NamedState(string Name, ReadOnlyMemory<byte> State, UInt128 Digest);

/// <summary>What one silo writes for one incarnation of a run: staged rows and checkpoint segments.</summary>
public sealed class RunWriting
{
    private readonly ExperimentFolder _folder;
    private readonly ISegmentStore _segments;
    private readonly string _run;
    private readonly int _incarnation;
    private readonly int _number;
    private readonly RunWriter _writer;
    private readonly ComputePool _pool;

    internal RunWriting(
        (ExperimentFolder Folder, ISegmentStore Segments) place, LoadedRun run, int incarnation, int number,
        ComputePool pool)
    {
        (_folder, _segments) = place;
        _run = run.Stamp.Run;
        _incarnation = incarnation;
        _number = number;
        _pool = pool;
        _writer = new RunWriter(_folder, run.World.Plan.Tables, run.Stamp, new RunWriterOptions(incarnation, number));
    }

    /// <summary>Takes recorded rows from any thread.</summary>
    public IRecordSink Sink => _writer;

    /// <summary>
    /// Ends a stretch of ticks: its rows are staged and, unless the run has ended, its state is a segment.
    /// </summary>
    public Task<RelayCommit> Commit(int tick, bool final, IReadOnlyList<NamedState> states) => _pool.Run(() =>
    {
        IReadOnlyList<StagedFile> staged = _writer.Stage(0, tick);
        UInt128 digest = states.Aggregate(UInt128.Zero, (sum, s) => unchecked(sum + s.Digest));
        return new RelayCommit
        {
            Segment = final ? "" : WriteSegment(tick, states),
            Staged = [.. staged.Select(Wire)],
            StateDigest = Bytes(digest),
        };
    });

    /// <summary>
    /// Puts committed files where they belong and removes checkpoints that newer commits replaced; those of a run that
    /// has ended, with what other incarnations staged, all.
    /// </summary>
    public Task Publish(IReadOnlyList<StagedPart> staged, IReadOnlyList<CheckpointId> committed) => _pool.Run(() =>
    {
        Staging.Publish(_folder, [.. staged.Select(Unwire)]);
        CheckpointFolder checkpoints = new(_segments, _run);
        if (committed.Count > 0)
        {
            checkpoints.Prune(committed);
        }
        else
        {
            checkpoints.Clear();
            Staging.Clean(_folder, _run, _incarnation);
        }

        return true;
    });

    /// <summary>The saved parts of a commit.</summary>
    public SegmentSet Segments(IReadOnlyList<string> segments) => new(_segments, segments);

    /// <summary>The digest of a run: SHA-256 over its tables by name.</summary>
    public static string Digest(TableDigests digests) => RunDigest.Of(
        [new("agents", digests.Agents), new("events", digests.Events), new("ticks", digests.Ticks)]);

    /// <summary>Digests of the tables, in order of their names.</summary>
    public static List<TableSum> Sums(TableDigests digests) =>
    [
        new("agents", digests.Agents.Rows, digests.Agents.SumText),
        new("events", digests.Events.Rows, digests.Events.SumText),
        new("ticks", digests.Ticks.Rows, digests.Ticks.SumText),
    ];

    /// <summary>Sum of state digests, base 16.</summary>
    public static string Sum(IEnumerable<byte[]> digests) => digests
        .Aggregate(UInt128.Zero, (sum, d) => unchecked(sum + BinaryPrimitives.ReadUInt128LittleEndian(d)))
        .ToString("x32", CultureInfo.InvariantCulture);

    private string WriteSegment(int tick, IReadOnlyList<NamedState> states)
    {
        string path = new CheckpointFolder(_segments, _run).Segment(new CheckpointId(tick, _incarnation), _number);
        using SegmentWriter writer = SegmentWriter.Create(_segments, path);
        foreach (NamedState state in states)
        {
            writer.Add(state.Name, state.State.Span);
        }

        writer.Commit();
        return path;
    }

    internal static StagedFile Unwire(StagedPart part) => new(part.Staged, new PartFile(
        part.Table, part.Path, part.FirstTick, part.LastTick, part.Rows, part.Bytes, part.Checksum));

    private static StagedPart Wire(StagedFile file) => new()
    {
        Staged = file.Staged,
        Path = file.Part.Path,
        Table = file.Part.Table,
        FirstTick = file.Part.FirstTick,
        LastTick = file.Part.LastTick,
        Rows = file.Part.Rows,
        Bytes = file.Part.Bytes,
        Checksum = file.Part.Checksum,
    };

    private static byte[] Bytes(UInt128 digest)
    {
        byte[] bytes = new byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, digest);
        return bytes;
    }
}
