using AgentVerse.Model.Records;
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
    private readonly string _run;
    private readonly int _incarnation;
    private readonly int _number;
    private readonly RunWriter _writer;
    private readonly ComputePool _pool;

    internal RunWriting(
        ExperimentFolder folder, RunTables tables, RunStamp stamp, int incarnation, int number, ComputePool pool)
    {
        _folder = folder;
        _run = stamp.Run;
        _incarnation = incarnation;
        _number = number;
        _pool = pool;
        _writer = new RunWriter(folder, tables, stamp, new RunWriterOptions(incarnation, number));
    }

    /// <summary>Takes recorded rows from any thread.</summary>
    public IRecordSink Sink => _writer;

    /// <summary>Ends a stretch of ticks: its rows are staged and, unless the run has ended, its state is a segment.</summary>
    public Task<RelayCommit> Commit(int tick, bool final, IReadOnlyList<NamedState> states) => _pool.Run(() =>
    {
        IReadOnlyList<StagedFile> staged = _writer.Stage(0, tick);
        UInt128 digest = states.Aggregate(UInt128.Zero, (sum, s) => unchecked(sum + s.Digest));
        return new RelayCommit
        {
            Segment = final ? "" : Segments.Write(_folder, _run, _incarnation, tick, _number, [.. states.Select(s => (s.Name, s.State))]),
            Staged = [.. staged.Select(Wire)],
            StateDigest = Bytes(digest),
        };
    });

    /// <summary>Puts committed files where they belong and removes segments that a newer commit replaced.</summary>
    public void Publish(IReadOnlyList<StagedPart> staged, IReadOnlyList<string> superseded)
    {
        Staging.Publish(_folder, [.. staged.Select(Unwire)]);
        Segments.Remove(_folder, superseded);
    }

    /// <summary>The saved parts of a commit.</summary>
    public SegmentSet SegmentsOf(IReadOnlyList<string> segments) => Segments.Open(_folder, segments);

    /// <summary>The digest of a run: SHA-256 over its tables by name.</summary>
    public static string Digest(TableDigests digests) => RunDigest.Of(
        [new("agents", digests.Agents), new("events", digests.Events), new("ticks", digests.Ticks)]);

    /// <summary>Sum of state digests, base 16.</summary>
    public static string Sum(IEnumerable<byte[]> digests) =>
        digests.Aggregate(UInt128.Zero, (sum, d) => unchecked(sum + System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(d))).ToString("x32", null);

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
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128LittleEndian(bytes, digest);
        return bytes;
    }
}
