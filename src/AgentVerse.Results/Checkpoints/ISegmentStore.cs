namespace AgentVerse.Results.Checkpoints;

/// <summary>
/// Where the segments of one experiment's checkpoints are kept. Paths are relative to the experiment's folder and use
/// <c>/</c>.
/// </summary>
public interface ISegmentStore
{
    /// <summary>Begins a segment: it is there once its sink is committed, whole, or not at all.</summary>
    SegmentSink Create(string path);

    /// <summary>Opens a segment for reading; the stream can seek.</summary>
    /// <exception cref="ResultsException">There is none.</exception>
    Stream Open(string path);

    /// <summary>Names of the folders within a folder; none where it does not exist.</summary>
    IReadOnlyList<string> Folders(string folder);

    /// <summary>Deletes a folder with all segments below it.</summary>
    void Delete(string folder);
}

/// <summary>Takes the bytes of one segment; without a commit they are dropped.</summary>
public abstract class SegmentSink : IDisposable
{
    /// <summary>Where the bytes go, one after the other; its position is their number.</summary>
    public abstract Stream Stream { get; }

    /// <summary>Makes the segment durable under its path.</summary>
    public abstract void Commit();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the stream and of what is not committed.</summary>
    protected abstract void Dispose(bool disposing);
}
