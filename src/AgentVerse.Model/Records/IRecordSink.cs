namespace AgentVerse.Model.Records;

/// <summary>Takes recorded rows; the writer of a silo, a test's list or nothing at all.</summary>
public interface IRecordSink
{
    /// <summary>Takes a batch, which then belongs to the sink.</summary>
    void Write(RecordBatch batch);
}
