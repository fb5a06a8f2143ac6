using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Choice;

/// <summary>Sums paid once, as a rate over the time that they serve.</summary>
public static class Annuity
{
    /// <summary>
    /// What one unit paid now costs a day if it is earned back over a horizon: r / (1 - exp(-r H)), 1 / H for r = 0.
    /// </summary>
    /// <param name="rate">Required return r a day, at least 0.</param>
    /// <param name="days">Horizon H, above 0.</param>
    public static double PerDay(double rate, double days) =>
        rate > 0 ? -rate / DeterministicMath.Expm1(-rate * days) : 1 / days;

    /// <summary>Worth of one unit a day over a horizon: the reciprocal of <see cref="PerDay"/>, days.</summary>
    /// <inheritdoc cref="PerDay"/>
    public static double Days(double rate, double days) =>
        rate > 0 ? -DeterministicMath.Expm1(-rate * days) / rate : days;

    /// <summary>
    /// Share of a flow's worth over a horizon that is left if it begins late:
    /// (exp(-r L) - exp(-r H)) / (1 - exp(-r H)), and 0 where the lead reaches the horizon.
    /// </summary>
    /// <param name="rate">Required return r a day, at least 0.</param>
    /// <param name="days">Horizon H, above 0.</param>
    /// <param name="lead">Days L until it begins, at least 0.</param>
    public static double AfterLead(double rate, double days, double lead) =>
        lead <= 0 ? 1
        : lead >= days ? 0
        : DeterministicMath.Exp(-rate * lead) * Days(rate, days - lead) / Days(rate, days);
}
