using System.Globalization;
using AgentVerse.Model;
using AgentVerse.Model.Records;
using AgentVerse.Results.Files;

namespace AgentVerse.Results.Tables;

/// <summary>
/// Writes the rows of one run that one silo records. Rows gather in memory up to a bound and go to part files under
/// <c>_staging</c>, each sorted by key; <see cref="Stage"/> ends a stretch of ticks and names its files. Whoever
/// commits the stretch then publishes them (<see cref="Experiments.Staging"/>). May be called from several threads; a
/// call that writes makes the others wait, so recording cannot outrun the disk.
/// </summary>
/// <remarks>
/// Memory: the cells up to the bound, about as much again while they are sorted and encoded. A failed call leaves what
/// was committed as it is; the run is restarted from its last commit.
/// </remarks>
public sealed class RunWriter : IRecordSink
{
    private readonly ExperimentFolder _folder;
    private readonly RunWriterOptions _options;
    private readonly string _run;
    private readonly string _staging;
    private readonly PendingRows[] _pending;
    private readonly KeyOrder[] _orders;
    private readonly PartWriter[] _writers;
    private readonly List<StagedFile> _staged = [];
    private readonly Lock _gate = new();
    private int _sequence;

    /// <summary>
    /// A writer without rows. It makes its room once: where that is gone, the run has gone on without this incarnation,
    /// and no row can be staged any more.
    /// </summary>
    /// <exception cref="ResultsException">The disk did not take the room.</exception>
    public RunWriter(ExperimentFolder folder, RunTables tables, RunStamp stamp, RunWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(options);
        _folder = folder;
        _options = options;
        _run = stamp.Run;
        _staging = ExperimentFolder.StagingOf(stamp.Run, options.Incarnation);
        _pending = [.. tables.All.Select(table => new PendingRows(table))];
        _orders = [.. tables.All.Select(table => new KeyOrder(table, tables.Names))];
        _writers = [.. tables.All.Select(table => new PartWriter(table, tables.Names, stamp))];
        string room = folder.Absolute(_staging);
        Disk.Do("making", room, Disk.CommittedKept, () =>
        {
            foreach (TableSchema table in tables.All)
            {
                Directory.CreateDirectory(Path.Combine(room, table.Name));
            }
        });
    }

    /// <inheritdoc/>
    /// <exception cref="ResultsException">The disk did not take the rows.</exception>
    public void Write(RecordBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        lock (_gate)
        {
            int table = Array.FindIndex(
                _pending, p => string.Equals(p.Table.Name, batch.Shape.Table.Name, StringComparison.Ordinal));
            Invariant.Check(table >= 0, $"'{batch.Shape.Table.Name}' is a table of the run");
            _pending[table].Add(batch);
            while (_pending.Sum(p => p.Cells) > _options.CellsMax)
            {
                int largest = Array.IndexOf(_pending, _pending.MaxBy(p => p.Cells));
                Spill(largest);
            }
        }
    }

    /// <summary>
    /// Writes what waits and ends the stretch: gives all files staged since the last call, durable, in the order of
    /// table and name. Every row's tick is in [<paramref name="fromTick"/>, <paramref name="toTick"/>].
    /// </summary>
    /// <exception cref="ResultsException">The disk did not take the rows.</exception>
    public IReadOnlyList<StagedFile> Stage(long fromTick, long toTick)
    {
        lock (_gate)
        {
            for (int table = 0; table < _pending.Length; table++)
            {
                Spill(table);
            }

            foreach (PartFile part in _staged.Select(file => file.Part))
            {
                Invariant.Check(
                    part.FirstTick >= fromTick && part.LastTick <= toTick,
                    $"rows of ticks {part.FirstTick} to {part.LastTick} are staged with ticks {fromTick} to {toTick}");
            }

            StagedFile[] files = [.. _staged.OrderBy(file => file.Part.Path, StringComparer.Ordinal)];
            _staged.Clear();
            return files;
        }
    }

    private void Spill(int index)
    {
        PendingRows pending = _pending[index];
        if (pending.Cells == 0)
        {
            return;
        }

        IReadOnlyList<RecordBatch> batches = pending.Batches;
        RowRef[] rows = _orders[index].Sort(batches);
        long first = batches[rows[0].Batch].Row(rows[0].Row)[0];
        long last = batches[rows[^1].Batch].Row(rows[^1].Row)[0];
        string name = FileName(first, last);
        string staged = $"{_staging}/{pending.Table.Name}/{name}";
        string path = _folder.Absolute(staged);
        (long bytes, string checksum) = Disk.Do(
            "writing", path, Disk.CommittedKept, () => WriteFile(path, _writers[index], batches, rows));
        string table = pending.Table.Name;
        var part = new PartFile(table, $"{table}/{name}", first, last, rows.Length, bytes, checksum);
        _staged.Add(new StagedFile(staged, part));
        pending.Clear();
    }

    private string FileName(long first, long last) => string.Create(
        CultureInfo.InvariantCulture,
        $"{_run}-t{first:D9}-{last:D9}-i{_options.Incarnation:D4}-w{_options.Writer:D4}-{_sequence++:D6}.parquet");

    private (long Bytes, string Checksum) WriteFile(
        string path, PartWriter writer, IReadOnlyList<RecordBatch> batches, RowRef[] rows)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            using var stream = new ImmediateStream(file);
            writer.Write(stream, batches, rows);
            file.Flush(flushToDisk: true);
            FolderSync.ForceUpTo(Path.GetDirectoryName(path)!, _folder.Path);
            return (stream.Written, stream.Checksum);
        }
        catch (Exception)
        {
            DurableFile.TryDelete(path);
            throw;
        }
    }
}
