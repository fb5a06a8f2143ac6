using AgentVerse.Model.Records;

namespace AgentVerse.Tests.Simulation;

/// <summary>Lets all rows go.</summary>
internal sealed class NoSink : IRecordSink
{
    public void Write(RecordBatch batch)
    {
    }
}
