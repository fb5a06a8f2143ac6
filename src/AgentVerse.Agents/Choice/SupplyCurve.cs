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
    public double ReservationOf(Draws draws, ulong account, double units = 1) =>
        Median == 0 ? 0
        : units * Median * DeterministicMath.Exp(Spread * draws.At(account, -1).Normal(Reservation));
}
