namespace AgentVerse.Simulation;

/// <summary>
/// What the run does alone after its parts: the ledger's identity, the board, the populations' series.
/// </summary>
public static class Publish
{
    /// <summary>Before the first tick: what exists is the ledger's opening.</summary>
    public static void Opening(RunState run)
    {
        run.Ledger.Begin(run.Totals, run.Line);
        run.PutUp();
    }

    /// <summary>After every tick.</summary>
    public static void Tick(RunState run)
    {
        run.Ledger.Close(run.Tick, run.Totals, run.Line);
        run.PutUp();
        foreach (Model.Records.RecordBatch batch in run.World.Recording.Populations(run.Tick, run.Totals))
        {
            run.Record(batch);
        }
    }

    /// <summary>After the last tick, when nothing is owed any more.</summary>
    public static void Closing(RunState run) => run.Ledger.Close(run.Tick, run.Totals, run.Line);
}
