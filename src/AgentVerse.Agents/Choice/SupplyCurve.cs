using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Choice;

/// <summary>
/// A role's supply: what each agent could have elsewhere, log-normal over accounts. An agent supplies while staying is
/// worth more; the share that does at an income x a unit is Phi(ln(x / median) / spread).
/// </summary>
/// <param name="Median">Median reservation income, USD a day and unit; 0 for none.</param>
/// <param name="Spread">Standard deviation of its logarithm.</param>
public readonly record struct SupplyCurve(double Median, double Spread)
{
    private static readonly Purpose Reservation = Purpose.Of("choice.reservation");

    /// <summary>What leaving is worth to an agent with so many units, USD a day.</summary>
    /// <param name="draws">Randomness of the run.</param>
    /// <param name="account">Key of the account, or of its controller.</param>
    /// <param name="units">Units that produce.</param>
    /// <param name="lowest">Share of the pool with the least elsewhere that the agent is one of; 1 for anybody.</param>
    public double ReservationOf(Draws draws, ulong account, double units = 1, double lowest = 1) =>
        Median == 0 ? 0
        : units * Median * Quantiles.LogNormal(lowest * draws.Uniform(account, -1, Reservation), 0, Spread);
}
