namespace AgentVerse.Grains;

/// <summary>The durable state of an experiment.</summary>
[GenerateSerializer]
public sealed class ExperimentControl
{
    /// <summary>Where it stands.</summary>
    [Id(0)]
    public RunPhase Phase { get; set; }

    /// <summary>What went wrong with the experiment itself.</summary>
    [Id(1)]
    public string Error { get; set; } = "";

    /// <summary>Number of the activation that works on it: each is one higher than the one before.</summary>
    [Id(3)]
    public int Coordinator { get; set; }

    /// <summary>Whether it was asked to stop; holds until it is resumed.</summary>
    [Id(4)]
    public bool Stopping { get; set; }

    /// <summary>Priority in the queue.</summary>
    [Id(5)]
    public int Priority { get; set; }

    /// <summary>Runs planned so far, in the order of the plan.</summary>
    [Id(2)]
    public List<RunEntry> Runs { get; set; } = [];
}

/// <summary>A planned run and, when it has ended, what came of it.</summary>
[GenerateSerializer]
public sealed class RunEntry
{
    /// <summary>The run.</summary>
    [Id(0)]
    public required RunSpec Spec { get; set; }

    /// <summary>Its last known status; null before it began.</summary>
    [Id(1)]
    public RunStatus? Status { get; set; }

    /// <summary>Values of the scenario's measures, in its order; empty if it failed or has not ended.</summary>
    [Id(2)]
    public List<double> Measures { get; set; } = [];

    /// <summary>Value that a search maximises; NaN where there is no search, or the run failed or has not ended.</summary>
    [Id(3)]
    public double Value { get; set; } = double.NaN;

    /// <summary>Whether it answered when it was last called.</summary>
    [Id(4)]
    public bool Reached { get; set; }

    /// <summary>Whether the manifest says how it ended.</summary>
    [Id(5)]
    public bool Reported { get; set; }

    /// <summary>Whether it has ended, well or not, and is reported: what ended just before a crash is reported after it.</summary>
    public bool Ended => Reported && Status?.Phase is (RunPhase.Done or RunPhase.Failed);
}
