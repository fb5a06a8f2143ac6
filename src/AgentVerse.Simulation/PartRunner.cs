using AgentVerse.Model.Records;

namespace AgentVerse.Simulation;

/// <summary>Runs a phase over one part where the part lives; recorded rows stay there, their digests travel.</summary>
public static class PartRunner
{
    /// <summary>Runs the phase; recorded rows go to the sink, which must take them from any thread.</summary>
    public static PartAnswer Run(Phase phase, Part part, PartCall call, IRecordSink sink)
    {
        PartAnswer answer = phase.Run!(part, call);
        foreach (RecordBatch batch in answer.Records)
        {
            answer.Digests ??= new TableDigests();
            answer.Digests.Add(batch, part.World.Plan.Tables);
            sink.Write(batch);
        }

        return answer;
    }
}
