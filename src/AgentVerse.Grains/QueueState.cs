namespace AgentVerse.Grains;

/// <summary>The durable state of the queue.</summary>
[GenerateSerializer]
public sealed class QueueState
{
    /// <summary>Experiments that have not ended, and the last that have.</summary>
    [Id(0)]
    public List<QueueEntry> Entries { get; set; } = [];

    /// <summary>Number of the last submission.</summary>
    [Id(1)]
    public long Order { get; set; }
}

/// <summary>One experiment of the queue.</summary>
[GenerateSerializer]
public sealed class QueueEntry
{
    /// <summary>Its name.</summary>
    [Id(0)]
    public required string Experiment { get; set; }

    /// <summary>Higher goes first.</summary>
    [Id(1)]
    public int Priority { get; set; }

    /// <summary>Number in the order of submission.</summary>
    [Id(2)]
    public long Order { get; set; }

    /// <summary>Running until it has ended, then how.</summary>
    [Id(3)]
    public RunPhase Phase { get; set; }

    /// <summary>Whether it has ended, well or not, or was cancelled.</summary>
    public bool Ended => Phase != RunPhase.Running;
}
