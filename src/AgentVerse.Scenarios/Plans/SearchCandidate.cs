using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Plans;

/// <summary>One attack that a search has tried.</summary>
public sealed record SearchCandidate
{
    /// <summary>Number from 1; the point of its runs.</summary>
    public required int Number { get; init; }

    /// <summary>Batch in which it was tried, from 0: the candidates of one batch do not depend on each other.</summary>
    public required int Generation { get; init; }

    /// <summary>Its number of accounts; 1 where the search has none.</summary>
    public required int Accounts { get; init; }

    /// <summary>What it sets beside treatment and budget.</summary>
    public required IReadOnlyList<Override> Set { get; init; }

    /// <summary>Attack less control on each training replicate; NaN where one of the two failed.</summary>
    public required IReadOnlyList<double> Gains { get; init; }

    /// <summary>Its place.</summary>
    internal SearchPoint Point { get; init; } = new(0, []);

    /// <summary>
    /// Mean gain over the training replicates; minus infinity where any is missing, so that no failed attack is best.
    /// </summary>
    public double Score => Gains.Any(double.IsNaN) ? double.NegativeInfinity : Gains.Sum() / Gains.Count;
}
