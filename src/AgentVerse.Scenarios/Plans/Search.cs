using AgentVerse.Model.Comparing;
using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Plans;

/// <summary>How a search goes on.</summary>
public enum SearchMethod
{
    /// <summary>All of a grid.</summary>
    Grid,

    /// <summary>Ever more of what did well.</summary>
    CrossEntropy,

    /// <summary>The fee at which no attack pays, by halving the one range.</summary>
    Bisection,
}

/// <summary>
/// A search for the best attack: candidates are compared on training replicates against the control, on the same draws;
/// the best is estimated anew on fresh ones.
/// </summary>
public sealed record Search
{
    /// <summary>How it goes on.</summary>
    public required SearchMethod Method { get; init; }

    /// <summary>What the attacks are, for the verdict.</summary>
    public required string Family { get; init; }

    /// <summary>Most candidates, at least 1.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Replicates [0, training) compare candidates.</summary>
    public required int Training { get; init; }

    /// <summary>Replicates [training, training + fresh) estimate the best anew.</summary>
    public required int Fresh { get; init; }

    /// <summary>The treatment without the attack.</summary>
    public required Treatment Control { get; init; }

    /// <summary>The treatment that every candidate begins with.</summary>
    public required Treatment Attack { get; init; }

    /// <summary>What is maximised.</summary>
    public required ValueRequest Value { get; init; }

    /// <summary>The budget as an override; null for none.</summary>
    public Override? Budget { get; init; }

    /// <summary>Seed of what is drawn.</summary>
    public required long Seed { get; init; }

    /// <summary>What candidates differ in.</summary>
    internal SearchSpace Space { get; init; } = new([], "", [1]);

    /// <summary>Levels of each axis of a grid.</summary>
    internal int Levels { get; init; } = 1;

    /// <summary>Most runs that it may take.</summary>
    public long RunCountMax => Training + (2L * Fresh) + (Budget is null ? 0 : 1) + ((long)Evaluations * Training);

    /// <summary>The search in words.</summary>
    public override string ToString() =>
        $"search by {Method} of at most {Evaluations} attacks on {Training} replicates, the best on {Fresh} fresh ones";
}
