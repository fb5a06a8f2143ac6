using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Choice;

/// <summary>Which of those who wait may enter.</summary>
public enum EntryMode
{
    /// <summary>Everyone.</summary>
    Open,

    /// <summary>A number a day on average, each of those who wait as likely.</summary>
    RateLimited,

    /// <summary>A share that grows with time: who is admitted stays admitted.</summary>
    Admitted,
}

/// <summary>How a role's waiting pool drains.</summary>
/// <param name="Mode">Which of them.</param>
/// <param name="PerDay">Entries a day (<see cref="EntryMode.RateLimited"/>).</param>
/// <param name="AdmittedAtStart">Share admitted at the start (<see cref="EntryMode.Admitted"/>).</param>
/// <param name="AdmittedDays">Days until all are admitted; the share grows in proportion to time.</param>
public readonly record struct EntryRule(EntryMode Mode, double PerDay, double AdmittedAtStart, double AdmittedDays)
{
    private static readonly Purpose Rate = Purpose.Of("choice.entry.rate");
    private static readonly Purpose Pin = Purpose.Of("choice.entry.pin");

    /// <summary>Whether an agent that waits may enter in this tick.</summary>
    /// <param name="chooser">The agent.</param>
    /// <param name="waiting">How many wait, from the totals of the last tick.</param>
    /// <param name="ranDays">Days since the start of the run.</param>
    /// <param name="tickDays">Length of a tick, days.</param>
    public bool Admits(in Chooser chooser, long waiting, double ranDays, double tickDays) => Mode switch
    {
        EntryMode.RateLimited => chooser.Uniform(Rate) * Math.Max(1, waiting) < PerDay * tickDays,
        EntryMode.Admitted => chooser.Draws.Uniform(chooser.Account, -1, Pin) < ShareAt(ranDays),
        _ => true,
    };

    /// <summary>Share of the pool that is admitted so many days after the start.</summary>
    public double ShareAt(double ranDays) =>
        AdmittedDays <= 0 ? 1 : Math.Min(1, AdmittedAtStart + ((1 - AdmittedAtStart) * ranDays / AdmittedDays));
}
